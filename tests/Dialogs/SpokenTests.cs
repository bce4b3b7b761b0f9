using FollowUpBot.Dialogs;

namespace FollowUpBot.Tests.Dialogs;

public sealed class SpokenTests
{
    [Theory]
    [InlineData(6, "6th")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(13, "13th")]
    [InlineData(20, "20th")]
    [InlineData(21, "21st")]
    [InlineData(22, "22nd")]
    [InlineData(23, "23rd")]
    [InlineData(101, "101st")]
    [InlineData(111, "111th")]
    [InlineData(113, "113th")]
    [InlineData(122, "122nd")]
    public void A_place_in_a_row_is_said_as_people_say_it(int number, string says) => Assert.Equal(says, Spoken.Ordinal(number));

    [Fact]
    public void A_large_number_has_its_thousands_apart() => Assert.Equal(("7", "1,372"), (Spoken.Count(7), Spoken.Count(1372)));
}

using FollowUpBot.Dialogs;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs;

public sealed class PreviewWeekTests
{
    private static readonly LocalDate Tuesday = new(2026, 12, 1);

    [Theory]
    [InlineData("preview week", "2026-11-30")]
    [InlineData("Preview this week.", "2026-11-30")]
    [InlineData("preview", "2026-11-30")]
    [InlineData("preview next week", "2026-12-07")]
    [InlineData("preview 2026-W49", "2026-11-30")]
    [InlineData("preview week 2026-w53", "2026-12-28")]
    public void A_week_is_named_by_words_or_by_its_number(string text, string monday) =>
        Assert.Equal(monday, PreviewWeek.Parse(text)?.From(Tuesday).ToString("uuuu-MM-dd", null));

    [Theory]
    [InlineData("preview 2027-W53")] // that year has 52
    [InlineData("preview 2026-W00")]
    [InlineData("preview Contoso")]
    [InlineData("a preview of the week")]
    [InlineData("")]
    public void Anything_else_is_no_preview(string text) => Assert.Null(PreviewWeek.Parse(text));
}

using FollowUpBot.Dialogs;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs;

public sealed class WhyQuestionTests
{
    [Theory]
    [InlineData("why Contoso", "Contoso", null)]
    [InlineData("Why is Contoso renewal stalled?", "Contoso renewal", null)]
    [InlineData("why was Contoso at risk on 3 November", "Contoso", "3 November")]
    [InlineData("why Contoso on 3 November?", "Contoso", "3 November")]
    [InlineData("why is Contoso on the card", "Contoso", null)]
    [InlineData("what would clear Contoso?", "Contoso", null)]
    [InlineData("what would clear it", null, null)]
    public void A_question_names_a_deal_and_perhaps_a_day(string text, string? name, string? on) => Assert.Equal(new WhyQuestion(name, on), WhyQuestion.Parse(text));

    [Theory]
    [InlineData("why")]
    [InlineData("because the auditors come")]
    [InlineData("whyever")]
    public void Other_words_are_no_such_question(string text) => Assert.Null(WhyQuestion.Parse(text));

    [Theory]
    [InlineData("3 November", "2026-11-03")]
    [InlineData("Nov 3", "2026-11-03")]
    [InlineData("3 Dec", "2025-12-03")] // this year's lies ahead
    [InlineData("3 November 2025", "2025-11-03")]
    [InlineData("November 3, 2025", "2025-11-03")]
    [InlineData("2026-11-03", "2026-11-03")]
    [InlineData("yesterday", "2026-11-30")]
    [InlineData("last Friday", "2026-11-27")]
    [InlineData("Tuesday", "2026-11-24")]
    [InlineData("2026-12-02", null)]
    [InlineData("someday", null)]
    public void A_day_is_the_latest_that_is_not_ahead(string words, string? day) =>
        Assert.Equal(day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, WhyQuestion.DayOf(words, new LocalDate(2026, 12, 1)));
}

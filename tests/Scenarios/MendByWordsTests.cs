using FollowUpBot.Bot.Demo;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A rep moves their own deals in words; it is Tuesday, 1 December 2026.</summary>
public sealed class MendByWordsTests
{
    [Theory]
    [Trait("row", "M7")]
    [InlineData("nurture Contoso until March", "is in nurture until Mon 1 Mar", DealPhase.Nurture)]
    [InlineData("Delay Contoso until 15 January, their budget year", "is delayed until Fri 15 Jan: their budget.", DealPhase.Delayed)]
    [InlineData("close Contoso lost: price", "is closed as lost.", DealPhase.Lost)]
    [InlineData("close contoso renewal won", "is closed as won.", DealPhase.Won)]
    [InlineData("mute Contoso until Thursday", "is muted until Thu 3 Dec.", DealPhase.Open)]
    public async Task A_rep_says_it_in_one_line_and_takes_it_back(string words, string told, DealPhase phase)
    {
        await using var office = await MetAsync();

        var answer = await SaysAsync(office, words);

        Assert.Contains("Contoso renewal " + told, answer, StringComparison.Ordinal);
        Assert.EndsWith(MendWords.SayUndo, answer, StringComparison.Ordinal);
        var deal = await office.DealAsync("contoso");
        Assert.Equal(phase, deal?.State.Phase);
        Assert.Equal(words.StartsWith("mute", StringComparison.Ordinal) ? 1 : 0, deal?.History.Mutes.Count);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(5));
        Assert.Contains("Taken back.", await SaysAsync(office, "undo"), StringComparison.Ordinal);
        Assert.Equal(DealPhase.Open, (await office.DealAsync("contoso"))?.State.Phase);
        Assert.Equal(Replies.NothingToUndo, await SaysAsync(office, "undo"));
    }

    [Theory]
    [Trait("row", "M7")]
    [InlineData("nurture Contoso", "Until when?")]
    [InlineData("mute Contoso", "Until when?")]
    [InlineData("mute Contoso until March", "at most 30 days away")]
    [InlineData("delay Contoso until 15 January", "What do they wait for, and who said so?")]
    [InlineData("delay Contoso because of the budget", "Until which day, and what do they wait for?")]
    [InlineData("close Contoso", "Is it won or lost?")]
    [InlineData("close Contoso lost", "Why was it lost?")]
    [InlineData("nurture Fabrikam until March", "I know no open deal called \"Fabrikam\" here.")]
    public async Task What_is_missing_is_asked_for_with_an_example_and_nothing_is_written(string words, string asked)
    {
        await using var office = await MetAsync();

        Assert.Contains(asked, await SaysAsync(office, words), StringComparison.Ordinal);

        Assert.Equal(0, (await office.DealAsync("contoso"))?.Version);
    }

    [Fact]
    [Trait("row", "M7")]
    public async Task A_deal_of_somebody_else_reads_like_one_that_is_not_there()
    {
        await using var office = await MetAsync();
        await office.Nick.InstallsAsync();

        await office.Nick.SaysAsync("close Contoso lost: price");

        Assert.Contains("I know no open deal called \"Contoso\"", office.Nick.Chat.FromBot[^1].Text, StringComparison.Ordinal);
        Assert.Equal(DealPhase.Open, (await office.DealAsync("contoso"))?.State.Phase);
    }

    [Fact]
    [Trait("row", "M7")]
    public async Task A_delay_expires_and_the_third_of_its_kind_is_counted_and_needs_new_words()
    {
        await using var office = await MetAsync();
        await SaysAsync(office, "delay Contoso until 10 December, their budget is frozen");
        Assert.Contains("What has the buyer said since?", await SaysAsync(office, "delay Contoso until 20 December, their budget is frozen"), StringComparison.Ordinal);
        await SaysAsync(office, "delay Contoso until 20 December, the budget round is late");

        var third = await SaysAsync(office, "delay Contoso until 10 January, the budget round is later still");

        Assert.Contains("That is the third delay of this kind in a row.", third, StringComparison.Ordinal);
        Assert.Contains("not stalled: the buyer has asked to wait until Sun 10 Jan", await SaysAsync(office, "why Contoso"), StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2027, 1, 12, 9, 0);
        Assert.Contains("R17", await SaysAsync(office, "why Contoso"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "M7")]
    public async Task Undo_takes_back_what_was_done_last_whether_an_answer_or_a_move()
    {
        await using var office = await MetAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 1, 10, 31);
        await office.Rosa.PressAsync(await office.Rosa.Chat.NextCardAsync(), "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High", ["nextStep"] = "Friday at 3" });
        await office.Clock.AdvanceAsync(Duration.FromSeconds(5));
        await SaysAsync(office, "mute Contoso until Thursday");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(5));

        Assert.Contains("stands as it did before", await SaysAsync(office, "undo"), StringComparison.Ordinal);
        Assert.NotNull((await office.DealAsync("contoso"))?.FollowUp);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(5));
        Assert.Contains("Taken back. What is the next step", await SaysAsync(office, "undo"), StringComparison.Ordinal);
        Assert.Null((await office.DealAsync("contoso"))?.FollowUp);
    }

    private static async Task<Office> MetAsync()
    {
        var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        return office;
    }

    private static async Task<string> SaysAsync(Office office, string words)
    {
        await office.Rosa.SaysAsync(words);
        return office.Rosa.Chat.FromBot[^1].Text ?? "";
    }
}

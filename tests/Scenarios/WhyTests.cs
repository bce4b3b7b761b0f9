using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class WhyTests
{
    [Fact]
    public async Task A_rep_hears_why_a_deal_is_stalled_and_what_it_was_on_a_past_day()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.MoveToAsync(Berlin, 2026, 12, 7, 12, 0);

        var now = await AskAsync(office, "why Contoso");
        Assert.Contains("Contoso renewal is stalled.", now, StringComparison.Ordinal);
        Assert.Contains("No firm next step since Tue 1 Dec. That is 4 working days; the limit is 3. (R1)", now, StringComparison.Ordinal);
        Assert.Contains("What would clear it: Agree a day and a time with the buyer.", now, StringComparison.Ordinal);

        Assert.Contains("on Wed 2 Dec 2026 was at risk.", await AskAsync(office, "why Contoso on 2 December"), StringComparison.Ordinal);
        Assert.Contains("on Tue 1 Dec 2026 was not stalled.", await AskAsync(office, "why Contoso on 1 December"), StringComparison.Ordinal);
        Assert.Contains("I did not know of it yet.", await AskAsync(office, "why Contoso on 30 November"), StringComparison.Ordinal);
        Assert.Equal(WhyWords.WhichDay, await AskAsync(office, "why Contoso on 24 December 2027"));
        Assert.Equal("Contoso renewal: Agree a day and a time with the buyer.", await AskAsync(office, "what would clear it"));
    }

    [Fact]
    public async Task A_firm_step_is_named_as_what_holds_a_deal_off_the_card()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "their audit", ["urgency"] = "High", ["nextStep"] = "Friday at 3" });

        var told = await AskAsync(office, "why Contoso");

        Assert.Contains("is not stalled: a firm step lies ahead, Fri 4 Dec, 15:00 CET.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_may_ask_in_the_channel_and_nobody_else()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.MoveToAsync(Berlin, 2026, 12, 4, 12, 0);

        await office.Mona.MentionsBotInAsync(office.Channel, "why Contoso");
        Assert.Contains("(R1)", office.Channel.FromBot[^1].Text, StringComparison.Ordinal);
        await office.Mona.MentionsBotInAsync(office.Channel, "why Fabrikam");
        Assert.Contains("no open deal called \"Fabrikam\"", office.Channel.FromBot[^1].Text, StringComparison.Ordinal);
        await office.Nick.MentionsBotInAsync(office.Channel, "why Contoso");
        Assert.Equal(Replies.DigestRefused, office.Channel.FromBot[^1].Text);
    }

    private static async Task<string> AskAsync(Office office, string words)
    {
        await office.Rosa.SaysAsync(words);
        return office.Rosa.Chat.FromBot[^1].Text ?? "";
    }
}

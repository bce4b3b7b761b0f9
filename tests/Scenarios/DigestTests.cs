using FollowUpBot.Bot.Demo;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class DigestTests
{
    [Fact]
    [Trait("row", "R21")]
    public async Task The_weekly_card_comes_on_Monday_at_8_in_the_channels_zone_once_and_names_what_is_stalled()
    {
        await using var office = await StalledAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        Assert.Contains("Mon 7 Dec 2026, 08:00 CET", (await office.Channel.NextMessageAsync()).Text, StringComparison.Ordinal);

        await office.MoveToAsync(Berlin, 2026, 12, 7, 7, 59);
        Assert.DoesNotContain(office.Channel.FromBot, message => message.Card is not null);
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        var card = await office.Channel.NextCardAsync();
        Assert.Contains("Contoso renewal", card.CardText, StringComparison.Ordinal);
        Assert.Contains("Rosa Keller", card.CardText, StringComparison.Ordinal);
        Assert.Contains("No firm next step since Tue 1 Dec.", MendTests.Flat(card), StringComparison.Ordinal);
        Assert.Contains("Agree a day and a time with the buyer.", card.CardText, StringComparison.Ordinal);
        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 8, 0);
        Assert.Single(office.Channel.FromBot, message => message.Card is not null);
    }

    [Fact]
    [Trait("row", "FM30")]
    public async Task After_an_outage_over_the_weekly_moment_the_card_comes_late_and_once_and_after_days_not_at_all()
    {
        await using var office = await StalledAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");

        await office.MoveToAsync(Berlin, 2026, 12, 7, 10, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        await office.Channel.NextCardAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 17, 9, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Single(office.Channel.FromBot, message => message.Card is not null);
    }

    [Fact]
    public async Task A_next_step_that_passed_without_an_outcome_is_red_the_next_working_day()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High", ["nextStep"] = "Friday at 3" });
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");

        Assert.Equal(Replies.NothingStalled, await DigestNowAsync(office));
        await office.MoveToAsync(Berlin, 2026, 12, 4, 17, 0);
        Assert.Equal(Replies.NothingStalled, await DigestNowAsync(office));
        await office.MoveToAsync(Berlin, 2026, 12, 7, 7, 30);
        Assert.Contains("The next step on Fri 4 Dec has passed", await DigestNowAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_weekly_card_says_what_is_new_worse_cleared_and_unchanged()
    {
        await using var office = await StalledAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.DoesNotContain("Since last week", (await office.Channel.NextCardAsync()).CardText, StringComparison.Ordinal);

        await office.MoveToAsync(Berlin, 2026, 12, 14, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        var second = await office.Channel.NextCardAsync();
        Assert.Contains("Since last week: 1 unchanged", second.CardText, StringComparison.Ordinal);
        Assert.DoesNotContain("open deals have", second.CardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_installer_may_point_the_digest_and_only_managers_may_see_it()
    {
        await using var office = await StalledAsync();

        await office.Nick.MentionsBotInAsync(office.Channel, "digest here");
        Assert.Equal(Replies.DigestHereRefused, LastText(office));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Nick.MentionsBotInAsync(office.Channel, "digest now");
        Assert.Equal(Replies.DigestRefused, LastText(office));
        await office.Nick.MentionsBotInAsync(office.Channel, "digest off");
        Assert.Equal(Replies.DigestRefused, LastText(office));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest on Friday at 16:00");
        Assert.Contains("Fri 4 Dec 2026, 16:00 CET", LastText(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_moved_after_this_weeks_card_names_the_day_on_which_the_next_one_really_comes()
    {
        await using var office = await StalledAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        await office.Mona.MentionsBotInAsync(office.Channel, "digest on Friday at 16:00");

        Assert.Contains("Fri 18 Dec 2026, 16:00 CET", LastText(office), StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2026, 12, 18, 16, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.Equal(2, office.Channel.FromBot.Count(message => message.Card is not null));
    }

    [Fact]
    public async Task An_admin_from_the_configuration_may_point_the_digest_too()
    {
        await using var office = await OpenAsync(("Bot:Admins:0", "00000000-0000-4000-8000-000000000002"));
        await office.Mona.InstallsInAsync(office.Channel);

        await office.Nick.MentionsBotInAsync(office.Channel, "digest here");

        Assert.StartsWith("Done.", LastText(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_posted_when_no_deal_is_stalled()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        var before = office.Channel.FromBot.Count;

        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Equal(before, office.Channel.FromBot.Count);
    }

    [Fact]
    public async Task Removing_the_app_from_the_team_stops_the_weekly_card()
    {
        await using var office = await StalledAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");

        await office.Mona.RemovesFromAsync(office.Channel);
        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.DoesNotContain(office.Channel.FromBot, message => message.Card is not null);
    }

    private static async Task<Office> StalledAsync()
    {
        var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Channel.NextMessageAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        return office;
    }

    private static async Task<string> DigestNowAsync(Office office)
    {
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");
        var answer = office.Channel.FromBot[^1];
        return answer.Card is null ? answer.Text ?? "" : answer.CardText;
    }

    private static string LastText(Office office) => office.Channel.FromBot[^1].Text ?? "";
}

using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What a person says about when they may be spoken to, and that it holds.</summary>
public sealed class SettingsTalkTests
{
    [Fact]
    [Trait("row", "C4")]
    public async Task A_pause_holds_a_reminder_back_until_its_end_and_why_says_so()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await HearsAsync(office, "pause until Thursday", "I'll be quiet until Thu 3 Dec 2026, 09:00 CET.");
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        Assert.Equal(0, CardsOf(office));

        await HearsAsync(office, "why no reminder", "Contoso renewal: you had paused me. It comes Thu 3 Dec, 09:00 CET.");
        await office.MoveToAsync(Berlin, 2026, 12, 2, 12, 0);
        Assert.Equal(0, CardsOf(office));
        await office.MoveToAsync(Berlin, 2026, 12, 3, 9, 0);

        Assert.Equal(1, CardsOf(office));
        await HearsAsync(office, "why so quiet", "It came Thu 3 Dec, 09:00 CET.");
    }

    [Fact]
    [Trait("row", "C4")]
    public async Task A_pause_without_an_end_is_asked_for_and_a_bare_day_answers()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();

        await HearsAsync(office, "pause", "Until when?");
        await HearsAsync(office, "Thursday", "I'll be quiet until Thu 3 Dec 2026, 09:00 CET.");
        await HearsAsync(office, "I'm off until 5 January", "I'll be quiet until Tue 5 Jan 2027, 09:00 CET.");
        await HearsAsync(office, "resume", "I'm with you again. Nothing was waiting.");
        await HearsAsync(office, "resume", "Nothing is paused.");
        await HearsAsync(office, "pause until whenever", "I could not find a day ahead of us");
    }

    [Fact]
    public async Task What_waited_comes_when_the_person_is_back()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await HearsAsync(office, "I'm off until Thursday", "I'll be quiet until");
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));

        await HearsAsync(office, "I'm back", "One follow-up waited and comes now");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));

        Assert.Equal(1, CardsOf(office));
    }

    [Fact]
    [Trait("row", "C4")]
    public async Task Stop_ends_everything_until_start_and_says_what_stays_open()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await HearsAsync(office, "stop", "No more messages from me until you say \"start\". One follow-up stays open in \"my deals\"");
        await LogsAnotherAsync(office);
        for (var day = 0; day < 8; day++)
            await office.Clock.AdvanceAsync(Duration.FromDays(1));
        Assert.Equal(1, CardsOf(office));
        Assert.Equal(DeliveryState.Held, (await office.ReminderAsync("fabrikam", "m-2"))?.Delivery.State);

        await HearsAsync(office, "why no reminder", "Fabrikam pilot: you said \"stop\". Say \"start\" to hear of it.");
        await office.Rosa.SaysAsync("my deals");
        Assert.Contains("Answer: Fabrikam pilot", (await office.Rosa.Chat.NextCardAsync()).CardText, StringComparison.Ordinal);
        await HearsAsync(office, "start", "Welcome back.");
        await office.MoveToAsync(Berlin, 2026, 12, 10, 9, 0);

        Assert.Contains(office.Rosa.Chat.FromBot, message => message.Summary?.StartsWith("Fabrikam pilot", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task A_muted_deal_is_not_asked_about_and_another_is()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await HearsAsync(office, "mute this deal", "I won't ask about Contoso renewal until you say \"unmute Contoso renewal\", or the deal closes.");
        await LogsAnotherAsync(office);
        await LogsAnotherAsync(office, "contoso", "Contoso renewal", "m-3");
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.CardText.Contains("m-3", StringComparison.Ordinal));
        Assert.Equal(DeliveryState.Held, (await office.ReminderAsync("contoso", "m-3"))?.Delivery.State);
        Assert.Equal(DeliveryState.Sent, (await office.ReminderAsync("fabrikam", "m-2"))?.Delivery.State);

        await HearsAsync(office, "unmute Contoso", "I ask about Contoso renewal again.");
        await office.Clock.AdvanceAsync(Duration.FromMinutes(10));

        Assert.Equal(DeliveryState.Sent, (await office.ReminderAsync("contoso", "m-3"))?.Delivery.State);
    }

    [Fact]
    public async Task A_mute_with_an_end_ends_and_undo_takes_it_back()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await HearsAsync(office, "mute Contoso until Thursday", "I won't ask about Contoso renewal until Thu 3 Dec 2026, 09:00 CET.");
        await HearsAsync(office, "undo", "Taken back. Your settings are as they were before");
        await HearsAsync(office, "unmute Contoso", "Contoso is not muted.");
        await HearsAsync(office, "mute Contoso until Thursday", "I won't ask about Contoso renewal");
        await LogsAnotherAsync(office, "contoso", "Contoso renewal", "m-3");
        Assert.Equal(DeliveryState.Scheduled, (await office.ReminderAsync("contoso", "m-3"))?.Delivery.State);

        await office.MoveToAsync(Berlin, 2026, 12, 3, 9, 10);

        Assert.Equal(DeliveryState.Sent, (await office.ReminderAsync("contoso", "m-3"))?.Delivery.State);
    }

    [Fact]
    [Trait("row", "C2")]
    public async Task Own_hours_days_and_zone_hold_for_reminders()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await HearsAsync(office, "I work Wednesday to Friday, 11 to 4", "Noted: Wednesday to Friday, 11:00 to 16:00, Europe/Berlin.");
        await HearsAsync(office, "my time zone is London", "Noted: London, where it is Tue 1 Dec, 09:00 now.");
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        await office.MoveToAsync(Berlin, 2026, 12, 2, 11, 55);
        Assert.Equal(0, CardsOf(office));
        await office.MoveToAsync(Berlin, 2026, 12, 2, 12, 0);

        Assert.Equal(1, CardsOf(office));
    }

    [Fact]
    public async Task The_settings_card_shows_what_holds_takes_a_change_and_names_what_is_wrong()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Rosa.SaysAsync("settings");
        var card = await office.Rosa.Chat.NextCardAsync();

        var wrong = await office.Rosa.PressAsync(card, "Save", Form("17:00", "08:00", "Monday"));
        Assert.Contains("the day must end after it begins", wrong.Message.CardText, StringComparison.Ordinal);
        var nowhere = await office.Rosa.PressAsync(wrong.Message, "Save", Form("08:00", "16:00", "Monday", zone: "Atlantis"));
        Assert.Contains("I know no time zone called \"Atlantis\"", nowhere.Message.CardText, StringComparison.Ordinal);
        var saved = await office.Rosa.PressAsync(nowhere.Message, "Save", Form("08:00", "16:00", "Monday,Tuesday", until: "2026-12-07"));
        Assert.Contains("Noted: Monday and Tuesday, 08:00 to 16:00, Europe/Berlin.", saved.Message.CardText, StringComparison.Ordinal);
        Assert.Contains("Quiet until Mon 7 Dec, 08:00 CET.", saved.Message.CardText, StringComparison.Ordinal);
        var resumed = await office.Rosa.PressAsync(saved.Message, "Resume now");
        Assert.DoesNotContain("Quiet until", resumed.Message.CardText, StringComparison.Ordinal);
        var stopped = await office.Rosa.PressAsync(resumed.Message, "Stop all messages");
        Assert.Contains("All messages are stopped.", stopped.Message.CardText, StringComparison.Ordinal);

        Assert.Contains("Start again", stopped.Message.CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC37")]
    public async Task What_was_said_is_in_the_export_and_gone_after_forget_me()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await HearsAsync(office, "pause until Thursday", "I'll be quiet");

        await office.Rosa.SaysAsync("export me");
        var export = office.Rosa.Chat.FromBot[^1].Text ?? "";
        if (export.StartsWith("Part 1 of 2", StringComparison.Ordinal))
        {
            await office.Rosa.SaysAsync("export me 2");
            export += office.Rosa.Chat.FromBot[^1].Text?.Split('\n', 2)[1];
        }

        Assert.Contains("\"pause\":", export, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"attention\"", export, StringComparison.Ordinal);
        Assert.Contains("\"what\":\"paused\"", export, StringComparison.Ordinal);
        await office.Rosa.SaysAsync("forget me now");

        var partition = Keys.PersonPartition(office.Teams.TenantId, office.Rosa.AadObjectId);
        foreach (var kind in DocumentClasses.All.Select(known => known.Kind))
            Assert.Empty((await office.Store.InPartitionAsync(partition, kind, continuation: null, limit: 10, CancellationToken.None)).Documents);
    }

    internal static Task LogsAnotherAsync(Office office, string deal = "fabrikam", string name = "Fabrikam pilot", string meetingId = "m-2") =>
        office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email, meeting =>
        {
            var end = office.Clock.GetCurrentInstant();
            (meeting["id"], meeting["start"], meeting["end"]) = (meetingId, (end - Duration.FromMinutes(30)).ToString(), end.ToString());
            meeting["deal"] = new JsonObject { ["id"] = deal, ["name"] = name };
        }));

    internal static int CardsOf(Office office) => office.Rosa.Chat.FromBot.Count(message => message.Card is not null);

    private static async Task HearsAsync(Office office, string said, string heard)
    {
        await office.Rosa.SaysAsync(said);
        var answer = office.Rosa.Chat.FromBot[^1].Text ?? "";
        Assert.Contains(heard, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("!", answer, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Form(string from, string to, string days, string zone = "Europe/Berlin", string until = "") =>
        new() { ["from"] = from, ["to"] = to, ["days"] = days, ["zone"] = zone, ["country"] = "", ["until"] = until };
}

using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class FeedTests
{
    [Fact]
    [Trait("row", "FM2")]
    public async Task The_same_delivery_again_gets_the_stored_answer_and_has_no_second_effect()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        var first = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), "msg_same");
        var second = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), "msg_same");

        Assert.Equal((202, 200), (first.Status, second.Status));
        Assert.Equal(first.ReminderDue, second.ReminderDue);
        await office.Clock.AdvanceAsync(Duration.FromHours(3));
        await office.Rosa.Chat.NextCardAsync();
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
    }

    [Fact]
    [Trait("row", "FM6")]
    [Trait("row", "FM7")]
    public async Task Fifty_deliveries_of_one_meeting_at_once_are_one_meeting_and_one_reminder()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), $"msg_{i % 10}")));

        Assert.All(replies, reply => Assert.InRange(reply.Status, 200, 202));
        Assert.Single(replies, reply => reply.Status == 202);
        await office.Clock.AdvanceAsync(Duration.FromHours(3));
        await office.Rosa.Chat.NextCardAsync();
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
    }

    [Fact]
    [Trait("row", "FM8")]
    public async Task A_newer_revision_moves_the_reminder_and_an_older_one_never_overwrites()
    {
        await using var office = await OpenAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        var newer = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
        {
            meeting["revision"] = 3;
            meeting["end"] = "2026-12-01T12:00:00+01:00";
        }));
        var older = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting => meeting["revision"] = 2));

        Assert.Equal(At(Berlin, 2026, 12, 1, 12, 30), newer.ReminderDue);
        Assert.Equal((200, newer.ReminderDue), (older.Status, older.ReminderDue));
        Assert.Equal(3, (await office.ReminderAsync("contoso", "m-1"))?.Meeting.Revision);
    }

    [Fact]
    public async Task A_cancelled_meeting_stops_its_reminder_at_once()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        var cancelled = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting => (meeting["revision"], meeting["cancelled"]) = (2, true)));

        Assert.Equal(202, cancelled.Status);
        Assert.Null(cancelled.ReminderDue);
        await office.Clock.AdvanceAsync(Duration.FromDays(1));
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.Card is not null);
    }

    [Fact]
    [Trait("row", "FM8")]
    public async Task A_cancellation_that_comes_before_its_meeting_keeps_it_cancelled()
    {
        await using var office = await OpenAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting => (meeting["revision"], meeting["cancelled"]) = (2, true)));

        var late = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        Assert.Equal(200, late.Status);
        Assert.Null(late.ReminderDue);
        Assert.Null(await office.ReminderAsync("contoso", "m-1"));
    }

    [Fact]
    public async Task A_card_that_is_already_there_says_that_the_meeting_was_cancelled()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);

        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting => (meeting["revision"], meeting["cancelled"]) = (2, true)));
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Contains("cancelled", office.Rosa.Chat.Now(card)?.CardText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("won")]
    [InlineData("lost")]
    [InlineData("deleted")]
    public async Task A_closed_deal_stops_its_reminders_at_once(string status)
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        var put = await office.Crm.PutsDealAsync("contoso", new() { ["id"] = "contoso", ["revision"] = 5, ["name"] = "Contoso renewal", ["owner"] = office.Rosa.Email, ["status"] = status });

        Assert.Equal(202, put.Status);
        await office.Clock.AdvanceAsync(Duration.FromDays(1));
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.Equal(ReminderEnd.DealClosed, (await office.ReminderAsync("contoso", "m-1"))?.End);
    }

    [Fact]
    public async Task A_deal_that_was_closed_is_not_reopened_by_a_meeting_that_knows_less()
    {
        await using var office = await OpenAsync();
        await office.Crm.PutsDealAsync("contoso", new() { ["id"] = "contoso", ["revision"] = 5, ["name"] = "Contoso renewal", ["owner"] = office.Rosa.Email, ["status"] = "won" });

        var late = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        Assert.Null(late.ReminderDue);
        Assert.Equal(DealStatus.Won, (await office.DealAsync("contoso"))?.Facts.Status);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_stores_nothing()
    {
        await using var office = await OpenAsync();

        var reply = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), secret: "whsec_c29tZWJvZHktZWxzZXMtc2VjcmV0LTEyMzQ=");

        Assert.Equal(401, reply.Status);
        Assert.Null(await office.DealAsync("contoso"));
    }

    [Fact]
    [Trait("row", "FM9")]
    public async Task Every_wrong_field_is_named_at_once_and_nothing_is_half_stored()
    {
        await using var office = await OpenAsync();

        var reply = await office.Crm.LogsAsync(Crm.Meeting("Rosa", meeting =>
        {
            meeting["revision"] = -1;
            meeting["kind"] = "lunch";
            meeting["end"] = "2026-12-01T08:00:00+01:00";
            meeting["deal"]!["currency"] = "Euro";
        }));

        Assert.Equal(400, reply.Status);
        var fields = reply.Body?["errors"]?.AsObject().Select(error => error.Key).ToList() ?? [];
        Assert.Equal(["deal.currency", "end", "kind", "rep", "revision"], fields.Order(StringComparer.Ordinal));
        Assert.Null(await office.DealAsync("contoso"));
    }

    [Fact]
    public async Task The_reminder_waits_for_the_reps_own_working_hours()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Nick.InstallsAsync();
        await office.Nick.SaysAsync("hi");
        await office.Rosa.SaysAsync("hi");
        var help = await office.Nick.Chat.NextCardAsync();

        // 12:00 in Berlin is 6:00 in New York.
        var forRosa = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting => meeting["end"] = "2026-12-01T12:00:00+01:00"));
        var forNick = await office.Crm.LogsAsync(Crm.Meeting(office.Nick.Email, meeting => (meeting["id"], meeting["end"]) = ("m-2", "2026-12-01T12:00:00+01:00")));
        var onFriday = await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
            (meeting["id"], meeting["start"], meeting["end"]) = ("m-3", "2026-12-04T16:30:00+01:00", "2026-12-04T17:15:00+01:00")));

        Assert.Equal(At(Berlin, 2026, 12, 1, 12, 30), forRosa.ReminderDue);
        Assert.Equal(At(NewYork, 2026, 12, 1, 9, 0), forNick.ReminderDue);
        Assert.Equal(At(Berlin, 2026, 12, 7, 9, 0), onFriday.ReminderDue);
        await office.MoveToAsync(NewYork, 2026, 12, 1, 8, 59);
        Assert.DoesNotContain(office.Nick.Chat.FromBot, message => message.Card is not null && message.Id != help.Id);
        await office.MoveToAsync(NewYork, 2026, 12, 1, 9, 0);
        await office.Nick.Chat.NextCardAsync();
    }

    [Fact]
    [Trait("row", "R13")]
    public async Task A_reminder_for_somebody_without_the_app_comes_when_they_install_it()
    {
        await using var office = await OpenAsync();
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        Assert.Equal(DeliveryState.Unreachable, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.State);

        await office.Rosa.InstallsAsync();
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Contains("Contoso renewal", (await office.Rosa.Chat.NextCardAsync()).CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "R24")]
    [Trait("row", "R25")]
    public async Task The_bot_says_once_who_it_is_however_often_Teams_tells_of_the_installation()
    {
        await using var office = await OpenAsync();

        await office.Rosa.InstallsAsync();
        await office.Rosa.InstallsAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.InstallsInAsync(office.Channel);

        Assert.Contains("or remove", Assert.Single(office.Rosa.Chat.FromBot).Text, StringComparison.Ordinal);
        Assert.Single(office.Channel.FromBot);
    }

    [Fact]
    public async Task Calls_and_mails_are_taken_once_and_three_without_an_answer_are_a_ghosted_deal()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        Assert.Equal(400, (await office.Crm.LogsTouchAsync(Touch("t-1", "mail", "2026-12-01T09:40:00+01:00"))).Status);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));

        Assert.Equal(202, (await office.Crm.LogsTouchAsync(Touch("t-1", "mail", "2026-12-01T09:40:00+01:00"))).Status);
        Assert.Equal(200, (await office.Crm.LogsTouchAsync(Touch("t-1", "mail", "2026-12-01T09:40:00+01:00"))).Status);
        Assert.Equal(202, (await office.Crm.LogsTouchAsync(Touch("t-2", "call", "2026-12-01T09:45:00+01:00"))).Status);
        Assert.Equal(202, (await office.Crm.LogsTouchAsync(Touch("t-3", "mail", "2026-12-01T09:50:00+01:00"))).Status);
        await office.MoveToAsync(Berlin, 2026, 12, 16, 10, 0);

        await office.Rosa.SaysAsync("why Contoso");
        Assert.Contains("We have tried several times since Tue 1 Dec, and nobody has answered.", office.Rosa.Chat.FromBot[^1].Text, StringComparison.Ordinal);
    }

    private static JsonObject Touch(string id, string channel, string at) =>
        new() { ["id"] = id, ["deal"] = "contoso", ["at"] = at, ["direction"] = "out", ["channel"] = channel };
}

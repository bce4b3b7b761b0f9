using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class FollowUpByCardTests
{
    private static readonly Dictionary<string, string> Vague = new()
    {
        ["reason"] = "They want out of spreadsheets before the April audit",
        ["urgency"] = "High",
        ["driver"] = "their audit on 15 April",
        ["nextStep"] = "Demo with Dana sometime early next week",
    };

    [Fact]
    public async Task A_firm_step_is_saved_at_once_and_the_card_becomes_the_confirmation()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);

        var pressed = await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Demo with Dana, Tuesday at 3" });

        Assert.Contains("Saved: a firm next step", pressed.Message.CardText, StringComparison.Ordinal);
        Assert.Contains("Tue 8 Dec 2026, 15:00 CET", pressed.Message.CardText, StringComparison.Ordinal);
        var deal = await office.DealAsync("contoso");
        Assert.Equal(new LocalDateTime(2026, 12, 8, 15, 0), deal?.FollowUp?.NextStep?.Local);
        Assert.Equal("Demo with Dana", deal?.FollowUp?.NextStep?.What);
        Assert.Equal("They want out of spreadsheets before the April audit", deal?.FollowUp?.Reason);
        Assert.Equal(new Urgency(UrgencyLevel.High, "their audit on 15 April"), deal?.FollowUp?.Urgency);
    }

    [Fact]
    public async Task A_vague_step_comes_back_on_the_same_card_with_two_slots_and_all_that_was_typed()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);

        var again = (await office.Rosa.PressAsync(card, "Save", Vague)).Message;
        Assert.Equal(card.Id, again.Id);
        var sent = again.Card?.ToJsonString() ?? "";
        Assert.All(Vague.Values, typed => Assert.Contains(typed, sent, StringComparison.Ordinal));
        Assert.Null((await office.DealAsync("contoso"))?.FollowUp);

        var reminder = await office.ReminderAsync("contoso", "m-1");
        Assert.Equal(2, reminder?.Interview.Slots.Count);
        var slot = reminder?.Interview.Slots[1] ?? default;
        Assert.InRange(slot.Date, new LocalDate(2026, 12, 7), new LocalDate(2026, 12, 9));
        var saved = (await office.Rosa.PressAsync(again, Spoken.Slot(slot))).Message;
        Assert.Contains("Saved: a firm next step", saved.CardText, StringComparison.Ordinal);
        Assert.Equal(slot, (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    [Trait("row", "FM32")]
    [Trait("row", "FM36")]
    public async Task A_second_press_on_an_old_card_shows_the_current_card_and_writes_nothing()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);
        await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Tuesday at 3" });

        var stale = await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Friday at 4" });

        Assert.Contains("Tue 8 Dec 2026, 15:00 CET", stale.Message.CardText, StringComparison.Ordinal);
        Assert.Equal(new LocalDateTime(2026, 12, 8, 15, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    public async Task Later_asks_again_at_the_chosen_time_with_a_new_card_and_not_before()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);

        var postponed = (await office.Rosa.PressAsync(card, "Ask me then", new Dictionary<string, string> { ["later"] = "2026-12-02T09:00:00" })).Message;
        Assert.Contains("I'll ask again Wed 2 Dec 2026, 09:00 CET", postponed.CardText, StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2026, 12, 2, 8, 59);
        Assert.Single(CardsIn(office));

        await office.MoveToAsync(Berlin, 2026, 12, 2, 9, 0);
        var second = await office.Rosa.Chat.NextCardAsync();
        Assert.NotEqual(card.Id, second.Id);
        Assert.Equal(2, CardsIn(office).Count());
    }

    [Fact]
    public async Task Not_a_sales_meeting_ends_it_and_can_be_undone()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);

        var ended = (await office.Rosa.PressAsync(card, "Not a sales meeting")).Message;
        Assert.Contains("I won't ask about it again", ended.CardText, StringComparison.Ordinal);

        var reopened = (await office.Rosa.PressAsync(ended, "Undo")).Message;
        Assert.Contains("Why do they want it", reopened.CardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_reason_is_asked_for_once_and_then_stored_as_unknown()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);
        var onlyStep = new Dictionary<string, string> { ["nextStep"] = "Tuesday at 3" };

        var asked = (await office.Rosa.PressAsync(card, "Save", onlyStep)).Message;
        Assert.Contains("Contoso renewal: why do they want it", asked.CardText, StringComparison.Ordinal);
        Assert.Null((await office.DealAsync("contoso"))?.FollowUp);

        await office.Rosa.PressAsync(asked, "Save", onlyStep);
        var followUp = (await office.DealAsync("contoso"))?.FollowUp;
        Assert.NotNull(followUp);
        Assert.Null(followUp.Reason);
        Assert.Equal(UrgencyLevel.Unknown, followUp.Urgency.Level);
    }

    [Fact]
    public async Task Where_the_words_could_mean_another_day_too_it_is_one_tap_away_and_back()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);
        var saved = (await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Demo next Thursday at 3" })).Message;
        Assert.Contains("Thu 10 Dec 2026, 15:00 CET", saved.CardText, StringComparison.Ordinal);

        var switched = (await office.Rosa.PressAsync(saved, "I meant Thu 3 Dec, 15:00")).Message;
        Assert.Contains("Thu 3 Dec 2026, 15:00 CET", switched.CardText, StringComparison.Ordinal);
        Assert.Equal(new LocalDateTime(2026, 12, 3, 15, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);

        await office.Rosa.PressAsync(switched, "I meant Thu 10 Dec, 15:00");
        Assert.Equal(new LocalDateTime(2026, 12, 10, 15, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    public async Task A_slot_that_was_picked_stays_picked_while_the_reason_is_still_asked_for()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);
        var offered = (await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["nextStep"] = "Demo early next week" })).Message;
        var slot = (await office.ReminderAsync("contoso", "m-1"))?.Interview.Slots[0] ?? default;

        var asked = (await office.Rosa.PressAsync(offered, Spoken.Slot(slot))).Message;
        await office.Rosa.PressAsync(asked, "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High" });

        Assert.Equal(slot, (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    public async Task Changing_the_reason_days_later_does_not_move_the_date()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);
        var saved = (await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Demo next Friday at 3" })).Message;
        var step = (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local;
        await office.MoveToAsync(Berlin, 2026, 12, 7, 10, 0);

        var form = (await office.Rosa.PressAsync(saved, "Change")).Message;
        await office.Rosa.PressAsync(form, "Save", new Dictionary<string, string> { ["reason"] = "Their board asked for the audit trail" });

        var followUp = (await office.DealAsync("contoso"))?.FollowUp;
        Assert.Equal((step, "Their board asked for the audit trail"), (followUp?.NextStep?.Local, followUp?.Reason));
    }

    [Fact]
    public async Task Changing_an_older_answer_leaves_the_newer_one_alone()
    {
        await using var office = await OpenAsync();
        var first = await RemindedAsync(office);
        var older = (await office.Rosa.PressAsync(first, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Tuesday at 3" })).Message;
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email, meeting =>
            (meeting["id"], meeting["start"], meeting["end"]) = ("m-2", "2026-12-01T10:30:00+01:00", "2026-12-01T11:00:00+01:00")));
        var second = await office.Rosa.Chat.NextCardAsync();
        await office.Rosa.PressAsync(second, "Save", new Dictionary<string, string>(Vague) { ["nextStep"] = "Thursday 10 December at 4pm" });

        await office.Rosa.PressAsync(older, "Change");

        Assert.Equal(new LocalDateTime(2026, 12, 10, 16, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    public async Task A_deals_name_never_becomes_a_link_on_the_card()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email, meeting => meeting["deal"]!["name"] = "[Pay here](https://evil.example)"));
        var card = await office.Rosa.Chat.NextCardAsync();

        var asked = (await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["nextStep"] = "Tuesday at 3" })).Message;

        foreach (var shown in new[] { card, asked })
            Assert.DoesNotMatch("\"(text|title|value)\":\"[^\"]*\\]\\(https[^}]*\"type\":\"TextBlock\"", shown.Card?.ToJsonString() ?? "");
        Assert.DoesNotMatch("\"type\":\"TextBlock\",\"text\":\"[^\"]*Pay here", asked.Card?.ToJsonString() ?? "");
    }

    [Fact]
    public async Task A_card_forwarded_to_somebody_else_tells_and_changes_nothing()
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);
        await office.Nick.InstallsAsync();

        var pressed = await office.Nick.PressAsync(card, "Not a sales meeting");

        Assert.Equal(Replies.NotHere, pressed.Said);
        Assert.Null((await office.ReminderAsync("contoso", "m-1"))?.End);
    }

    [Theory]
    [InlineData("")]
    [InlineData("deal")]
    [InlineData("reminder:")]
    [InlineData("reminder:a/b#c?d")]
    [InlineData("meeting:m-1")]
    public async Task A_press_about_something_that_is_no_follow_up_is_not_understood(string id)
    {
        await using var office = await OpenAsync();
        var card = await RemindedAsync(office);

        var forged = JsonNode.Parse(card.Card!.ToJsonString().Replace("reminder:m-1", id, StringComparison.Ordinal))!.AsObject();

        var pressed = await office.Rosa.PressAsync(card with { Card = forged }, "Save");

        Assert.Equal(Replies.NotUnderstoodCard, pressed.Said);
    }

    internal static async Task<ShownMessage> RemindedAsync(Office office)
    {
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        return await office.Rosa.Chat.NextCardAsync();
    }

    private static IEnumerable<ShownMessage> CardsIn(Office office) => office.Rosa.Chat.FromBot.Where(message => message.Card is not null);
}

using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Mail;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A guest who knows when to speak: together, within the day's budget, and not into a conversation.</summary>
public sealed class AttentionTests
{
    private static readonly Dictionary<string, string> Firm = new()
    {
        ["reason"] = "Job sheets get lost every week, so drivers go twice",
        ["urgency"] = "High",
        ["nextStep"] = "Demo with Dana, Friday at 3",
    };

    [Fact]
    [Trait("row", "C5")]
    public async Task Meetings_that_ended_together_come_in_one_card_and_each_is_one_tap_away()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Meeting(office, 1, "Contoso renewal", "11:00"));
        await office.Crm.LogsAsync(Meeting(office, 2, "Fabrikam pilot", "11:05"));
        await office.Crm.LogsAsync(Meeting(office, 3, "Northwind rollout", "11:05"));
        await RunAsync(office, Duration.FromMinutes(110));

        var list = Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.Contains("3 meetings to follow up", list.CardText, StringComparison.Ordinal);
        var form = await office.Rosa.PressAsync(list, "Answer: Fabrikam pilot");
        var saved = await office.Rosa.PressAsync(form.Message, "Save", Firm);
        Assert.Contains("Saved: a firm next step", saved.Message.CardText, StringComparison.Ordinal);
        var next = await office.Rosa.PressAsync(saved.Message, "Next: Contoso renewal");
        var second = await office.Rosa.PressAsync(next.Message, "Save", Firm);
        var last = await office.Rosa.PressAsync(second.Message, "Next: Northwind rollout");
        await office.Rosa.PressAsync(last.Message, "Not a sales meeting");

        foreach (var deal in (string[])["d1", "d2"])
            Assert.NotNull((await office.DealAsync(deal))?.FollowUp?.NextStep);
        Assert.NotNull((await office.ReminderAsync("d3", "m-3"))?.End);
    }

    [Fact]
    public async Task A_listed_meeting_can_be_answered_in_words_at_once()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Meeting(office, 1, "Contoso renewal", "11:00"));
        await office.Crm.LogsAsync(Meeting(office, 2, "Fabrikam pilot", "11:00"));
        await office.MoveToAsync(Berlin, 2026, 12, 1, 11, 30);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));

        await office.Rosa.SaysAsync("Job sheets get lost every week. They need it urgently. Demo with Dana, Friday at 3");
        Assert.Contains("Which deal is this about?", office.Rosa.Chat.FromBot[^1].Text, StringComparison.Ordinal);
        await office.Rosa.SaysAsync("Fabrikam");
        await RunAsync(office, Duration.FromMinutes(30));

        Assert.NotNull((await office.DealAsync("d2"))?.FollowUp?.NextStep);
        Assert.Equal((DeliveryState.Sent, DeliveryState.Sent), ((await office.ReminderAsync("d1", "m-1"))?.Delivery.State, (await office.ReminderAsync("d2", "m-2"))?.Delivery.State));
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Buttons.Contains("Answer: Contoso renewal"));
    }

    [Fact]
    [Trait("row", "FM12")]
    public async Task A_list_of_which_nobody_knows_whether_it_arrived_is_not_sent_again_and_its_meetings_are_told_of()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Meeting(office, 1, "Contoso renewal", "11:00"));
        await office.Crm.LogsAsync(Meeting(office, 2, "Fabrikam pilot", "11:00"));
        office.Teams.AnswerNextSendWith(SendFault.Refusal(502, "ServiceError"));
        await RunAsync(office, Duration.FromHours(26));

        var told = Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.Contains("These follow-ups may not have reached you", told.CardText, StringComparison.Ordinal);
        Assert.Contains("Answer: Contoso renewal", told.CardText, StringComparison.Ordinal);
        Assert.Contains("Answer: Fabrikam pilot", told.CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "C8")]
    public async Task A_reminder_waits_while_the_rep_is_in_the_middle_of_an_answer()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Crm.LogsAsync(Meeting(office, 2, "Fabrikam pilot", "10:15"));
        await office.MoveToAsync(Berlin, 2026, 12, 1, 10, 43);
        await office.Rosa.SaysAsync("Job sheets get lost every week, so drivers go twice");
        await office.MoveToAsync(Berlin, 2026, 12, 1, 10, 46);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, IsAbout("Fabrikam pilot"));

        await office.Rosa.SaysAsync("high");
        await office.MoveToAsync(Berlin, 2026, 12, 1, 10, 50);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, IsAbout("Fabrikam pilot"));
        await office.Rosa.SaysAsync("Demo with Dana, Friday at 3");
        await office.MoveToAsync(Berlin, 2026, 12, 1, 10, 56);

        Assert.Contains(office.Rosa.Chat.FromBot, IsAbout("Fabrikam pilot"));
        await office.Rosa.SaysAsync("why no reminder");
        Assert.Contains("Fabrikam pilot: you were in the middle of another answer. It came Tue 1 Dec, 10:5", office.Rosa.Chat.FromBot[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "C5")]
    public async Task Over_the_days_budget_the_rest_comes_next_morning_in_one_card_and_why_says_so()
    {
        await using var office = await OpenAsync(("Mail:MostADay", "2"));
        await office.Rosa.InstallsAsync();
        for (var number = 1; number <= 4; number++)
            await office.Crm.LogsAsync(Meeting(office, number, $"Deal {number}", $"{10 + number}:00"));
        await RunAsync(office, Duration.FromHours(8));
        Assert.Equal(2, office.Rosa.Chat.FromBot.Count(message => message.Card is not null));
        await office.Rosa.SaysAsync("why no reminders");
        Assert.Contains("Deal 4: you had heard enough from me that day. It comes Wed 2 Dec, 09:00 CET.", office.Rosa.Chat.FromBot[^1].Text, StringComparison.Ordinal);

        await office.MoveToAsync(Berlin, 2026, 12, 2, 9, 0);
        await RunAsync(office, Duration.FromMinutes(5));

        Assert.Contains(office.Rosa.Chat.FromBot, message => message.CardText.Contains("2 meetings to follow up", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "S001.6")]
    public async Task An_unanswered_card_is_named_twice_widening_and_then_once_a_week()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        var days = new List<int>();
        for (var day = 2; day <= 18; day++)
        {
            var before = office.Rosa.Chat.FromBot.Count;
            await office.MoveToAsync(Berlin, 2026, 12, day, 9, 0);
            await RunAsync(office, Duration.FromMinutes(2));
            if (office.Rosa.Chat.FromBot.Count > before)
                days.Add(day);
        }

        Assert.Equal([2, 4, 8, 15], days); // one working day after, three after, then each fifth
        Assert.Contains("Still open for ", office.Rosa.Chat.FromBot[^1].CardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ignores_three_hears_of_them_once_a_week_only()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        for (var number = 1; number <= 3; number++)
            await office.Crm.LogsAsync(Meeting(office, number, $"Deal {number}", $"{10 + number}:00"));
        await RunAsync(office, Duration.FromHours(12));
        var days = new List<int>();
        for (var day = 2; day <= 11; day++)
        {
            var before = office.Rosa.Chat.FromBot.Count;
            await office.MoveToAsync(Berlin, 2026, 12, day, 9, 0);
            await RunAsync(office, Duration.FromMinutes(2));
            if (office.Rosa.Chat.FromBot.Count > before)
                days.Add(day);
        }

        Assert.Equal([2, 8], days); // on the second day nobody knows yet that they are ignored
    }

    /// <summary>Stops often enough that everything that becomes due is seen.</summary>
    private static async Task RunAsync(Office office, Duration length)
    {
        var end = office.Clock.GetCurrentInstant() + length;
        while (office.Clock.GetCurrentInstant() < end)
            await office.Clock.AdvanceAsync(Duration.FromMinutes(1) * (length > Duration.FromHours(5) ? 10 : 1));
    }

    private static Predicate<ShownMessage> IsAbout(string deal) => message => message.Summary?.StartsWith(deal, StringComparison.Ordinal) ?? false;

    private static JsonObject Meeting(Office office, int number, string name, string end) => Crm.Meeting(office.Rosa.Email, meeting =>
    {
        (meeting["id"], meeting["start"], meeting["end"]) = ($"m-{number}", "2026-12-01T09:00:00+01:00", $"2026-12-01T{end}:00+01:00");
        meeting["deal"] = new JsonObject { ["id"] = $"d{number}", ["name"] = name };
    });
}

using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using NodaTime;
using Xunit.Abstractions;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Around a firm appointment: what a rep gets before it, and what they are asked after it. The step is Tuesday 8 December, 15:00 in Berlin.</summary>
public sealed class AppointmentTests(ITestOutputHelper output)
{
    private const string Reason = "Job sheets get lost every week, so drivers go twice";
    private const string Question = "How did Tuesday's demo with Dana go?";

    private static readonly Dictionary<string, string> Firm = new()
    {
        ["reason"] = Reason,
        ["urgency"] = "High",
        ["nextStep"] = "Demo with Dana, Tuesday 8 December at 3pm",
    };

    [Fact]
    [Trait("row", "S001.13")]
    public async Task Half_an_hour_before_a_firm_appointment_the_rep_sees_what_to_know_and_what_to_ask_for_once()
    {
        await using var office = await SavedAsync();

        await office.MoveToAsync(Berlin, 2026, 12, 8, 14, 29);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, IsPrep);
        await office.MoveToAsync(Berlin, 2026, 12, 8, 14, 31);
        var prep = Assert.Single(office.Rosa.Chat.FromBot, IsPrep);

        output.WriteLine(prep.CardText);
        Assert.All((string[])[Reason, "Demo with Dana", AppointmentWords.AskAtTheEnd(StepKind.CustomDemo)], line => Assert.Contains(line, prep.Card?.ToJsonString() ?? "", StringComparison.Ordinal));
        Assert.Equal("Contoso renewal, Tue 8 Dec, 15:00 CET: what you know, and what to ask for", prep.Summary);
        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 15, 10);
        Assert.Single(office.Rosa.Chat.FromBot, IsPrep);
    }

    [Theory]
    [InlineData("Demo with Dana, Monday 7 December at 9am", 4, 17, 0)] // at the start of a Monday: the Friday before
    [InlineData("Demo with Dana, Wednesday 9 December at 7:30am", 8, 17, 0)]
    [InlineData("Demo with Dana, Tuesday 8 December at 11am", 8, 10, 30)]
    [Trait("row", "S001.13")]
    public async Task What_to_know_comes_in_working_hours(string step, int day, int hour, int minute)
    {
        await using var office = await SavedAsync(step);

        await office.Clock.AdvanceToAsync(At(Berlin, 2026, 12, day, hour, minute) - Duration.FromSeconds(5));
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, IsPrep);
        await office.MoveToAsync(Berlin, 2026, 12, day, hour, minute);
        Assert.Single(office.Rosa.Chat.FromBot, IsPrep);
    }

    [Fact]
    [Trait("row", "S001.13")]
    [Trait("row", "S001.14")]
    public async Task A_step_that_was_moved_is_told_of_at_its_new_time_only()
    {
        await using var office = await SavedAsync();
        await office.Rosa.SaysAsync("undo");
        await office.Rosa.SaysAsync("Wednesday 9 December at 4pm");

        await office.MoveToAsync(Berlin, 2026, 12, 9, 10, 0);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => IsPrep(message) || IsQuestion(message));
        await office.MoveToAsync(Berlin, 2026, 12, 9, 15, 31);
        await office.MoveToAsync(Berlin, 2026, 12, 10, 10, 0);
        Assert.Single(office.Rosa.Chat.FromBot, IsPrep);
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Summary == "How did Wednesday's demo with Dana go?");
    }

    [Fact]
    [Trait("row", "C4")]
    public async Task Who_says_stop_hears_nothing_more_before_after_or_instead()
    {
        await using var office = await SavedAsync();
        await office.Rosa.SaysAsync("stop");
        var before = office.Rosa.Chat.FromBot.Count;

        await office.MoveToAsync(Berlin, 2026, 12, 18, 17, 0);

        Assert.Equal(before, office.Rosa.Chat.FromBot.Count);
    }

    [Fact]
    [Trait("row", "S001.13")]
    [Trait("row", "S001.14")]
    public async Task A_closed_deal_gets_neither()
    {
        await using var office = await SavedAsync();
        await office.Crm.PutsDealAsync("contoso", new() { ["id"] = "contoso", ["revision"] = 5, ["name"] = "Contoso renewal", ["owner"] = office.Rosa.Email, ["status"] = "won" });

        await office.MoveToAsync(Berlin, 2026, 12, 10, 10, 0);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => IsPrep(message) || IsQuestion(message));
    }

    [Fact]
    [Trait("row", "S001.14")]
    public async Task After_the_appointment_one_tap_tells_how_it_went_and_the_next_step_is_asked_for()
    {
        await using var office = await SavedAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 16, 1);
        var question = Assert.Single(office.Rosa.Chat.FromBot, IsQuestion);
        output.WriteLine(question.CardText);

        var asked = (await office.Rosa.PressAsync(question, "Yes, it happened")).Message;
        output.WriteLine(asked.CardText);
        Assert.Contains("Good to hear. What comes next with Contoso renewal", asked.Card?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.Equal(At(Berlin, 2026, 12, 8, 15, 0), (await office.DealAsync("contoso"))?.LastMeetingAt);
        var saved = (await office.Rosa.PressAsync(asked, "Save", new Dictionary<string, string> { ["nextStep"] = "Decision call with Dana, Friday at 10" })).Message;

        Assert.Contains("Saved: a firm next step", saved.CardText, StringComparison.Ordinal);
        var deal = await office.DealAsync("contoso");
        Assert.Equal((new LocalDateTime(2026, 12, 11, 10, 0), Reason), (deal?.FollowUp?.NextStep?.Local, deal?.FollowUp?.Reason));
        Assert.Equal(StepOutcome.Yes, Assert.Single(deal?.History.Outcomes ?? []).Outcome);
    }

    [Theory]
    [InlineData("moved to Thursday at 3", StepOutcome.Moved, "2026-12-10T15:00:00", "Demo with Dana")]
    [InlineData("she didn't show up", StepOutcome.NoShow, null, null)]
    [InlineData("no decision yet, call with Dana on Friday at 10", StepOutcome.NotYet, "2026-12-11T10:00:00", "call with Dana")]
    [InlineData("it was cancelled", StepOutcome.Cancelled, null, null)]
    [Trait("row", "S001.14")]
    public async Task It_can_be_told_in_words_with_the_new_day_in_the_same_breath(string said, StepOutcome outcome, string? step, string? what)
    {
        await using var office = await AskedAsync();

        await office.Rosa.SaysAsync(said);
        var answer = (await office.Rosa.Chat.NextMessageAsync()).Text ?? "";
        output.WriteLine($"{said}\n{answer}");

        var deal = await office.DealAsync("contoso");
        Assert.Equal(outcome, Assert.Single(deal?.History.Outcomes ?? []).Outcome);
        if (step is null)
        {
            Assert.Equal(OutcomeWords.Answer(outcome, "Contoso renewal"), answer);
            await office.Rosa.SaysAsync("Thursday at 2");
            Assert.StartsWith("Saved. ", (await office.Rosa.Chat.NextMessageAsync()).Text, StringComparison.Ordinal);
            Assert.Equal(new LocalDateTime(2026, 12, 10, 14, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
            return;
        }

        Assert.Equal((step, what), (deal?.FollowUp?.NextStep is { } next ? NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(next.Local) : null, deal?.FollowUp?.NextStep?.What));
    }

    [Fact]
    [Trait("row", "S001.14")]
    [Trait("row", "N5")]
    public async Task Moves_of_the_next_step_are_counted_and_shown_plainly()
    {
        await using var office = await AskedAsync();
        await office.Rosa.SaysAsync("moved to Thursday at 3");
        await office.MoveToAsync(Berlin, 2026, 12, 10, 16, 1);
        await office.Rosa.SaysAsync("postponed to Monday at 11");

        var list = await SaysAsync(office, "my deals");
        var why = await SaysAsync(office, "why Contoso");

        Assert.Contains("Mon 14 Dec, 11:00, moved twice", list, StringComparison.Ordinal);
        Assert.Contains("Its next step was moved twice. 0 of 2 appointments took place.", why, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "S001.14")]
    public async Task What_was_told_can_be_taken_back()
    {
        await using var office = await AskedAsync();
        await office.Rosa.SaysAsync("it happened, they said yes");
        Assert.NotNull((await office.ReminderAsync("contoso", "m-1"))?.Outcome);

        Assert.Equal(OutcomeWords.TakenBack("Contoso renewal"), await LastAfterAsync(office, "undo"));

        var deal = await office.DealAsync("contoso");
        Assert.NotNull(Assert.Single(deal?.History.Outcomes ?? []).TakenBackAt);
        Assert.Equal(At(Berlin, 2026, 12, 1, 9, 30), deal?.LastMeetingAt);
        Assert.Equal(ReminderEnd.Answered, (await office.ReminderAsync("contoso", "m-1"))?.End);
        Assert.Equal(OutcomeWords.Answer(StepOutcome.NoShow, "Contoso renewal"), await LastAfterAsync(office, "no show"));
    }

    [Fact]
    [Trait("row", "S001.14")]
    public async Task A_no_is_kept_and_asks_for_nothing_more()
    {
        await using var office = await SavedAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 16, 1);
        var ended = (await office.Rosa.PressAsync(Assert.Single(office.Rosa.Chat.FromBot, IsQuestion), "They said no")).Message;

        Assert.Contains("Noted: they said no.", ended.Card?.ToJsonString() ?? "", StringComparison.Ordinal);
        var back = (await office.Rosa.PressAsync(ended, "Undo")).Message;
        Assert.Contains("Saved: a firm next step", back.CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "S001.14")]
    public async Task Nobody_is_asked_about_an_appointment_whose_meeting_was_logged()
    {
        await using var office = await SavedAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 15, 40);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
            (meeting["id"], meeting["start"], meeting["end"]) = ("m-2", "2026-12-08T15:00:00+01:00", "2026-12-08T15:35:00+01:00")));

        await office.MoveToAsync(Berlin, 2026, 12, 9, 12, 0);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, IsQuestion);
    }

    [Fact]
    [Trait("row", "S001.14")]
    public async Task An_appointment_at_the_end_of_a_day_is_asked_about_the_next_working_morning_once()
    {
        await using var office = await SavedAsync("Demo with Dana, Friday 4 December at 5pm");

        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 59);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.Summary == "How did Friday's demo with Dana go?");
        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 0);
        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 12, 0);
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Summary == "How did Friday's demo with Dana go?");
    }

    [Fact]
    [Trait("row", "S001.14")]
    public async Task Words_that_tell_no_outcome_are_asked_about_and_a_stale_tap_shows_what_stands()
    {
        await using var office = await AskedAsync();
        var question = Assert.Single(office.Rosa.Chat.FromBot, IsQuestion);

        Assert.Equal(OutcomeWords.NotUnderstood(StepOf(await office.DealAsync("contoso")), "Contoso renewal"), await LastAfterAsync(office, "the coffee was great"));
        await office.Rosa.SaysAsync("moved to Thursday at 3");
        var stale = (await office.Rosa.PressAsync(question, "Cancelled")).Message;

        Assert.Contains("Thu 10 Dec 2026, 15:00 CET", stale.CardText, StringComparison.Ordinal);
        Assert.Equal(StepOutcome.Moved, Assert.Single((await office.DealAsync("contoso"))?.History.Outcomes ?? []).Outcome);
    }

    private static NextStep StepOf(Deal? deal) => deal?.FollowUp?.NextStep ?? throw new InvalidOperationException("There is no step.");

    private static bool IsPrep(ShownMessage message) => message.Summary?.EndsWith(": what you know, and what to ask for", StringComparison.Ordinal) == true;

    private static bool IsQuestion(ShownMessage message) => message.Summary == Question;

    private static async Task<Office> SavedAsync(string step = "Demo with Dana, Tuesday 8 December at 3pm")
    {
        var office = await OpenAsync();
        await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", new Dictionary<string, string>(Firm) { ["nextStep"] = step });
        return office;
    }

    /// <summary>The question came, and everything before it was read.</summary>
    private static async Task<Office> AskedAsync()
    {
        var office = await SavedAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 8, 16, 1);
        while ((await office.Rosa.Chat.NextMessageAsync()).Summary != Question)
        {
        }

        return office;
    }

    private static async Task<string> LastAfterAsync(Office office, string text)
    {
        await office.Rosa.SaysAsync(text);
        return office.Rosa.Chat.FromBot[^1].Text ?? "";
    }

    private async Task<string> SaysAsync(Office office, string text)
    {
        await office.Rosa.SaysAsync(text);
        var message = office.Rosa.Chat.FromBot[^1];
        var answer = message.Text is { Length: > 0 } words ? words : message.CardText;
        output.WriteLine(answer);
        return answer;
    }
}

using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.Interviews;

/// <summary>The interview without a host: Tuesday, 1 December 2026, 10:00 in Berlin.</summary>
public sealed class InterviewTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalDateTime TuesdayAtThree = new(2026, 12, 8, 15, 0);

    private static readonly InterviewContext Context = new(
        "Contoso renewal", RepId.Parse("rosa@contoso.example"), WorkingCalendar.Usual(Berlin), "en-GB", Busy: [], Instant.FromUtc(2026, 12, 1, 9, 0))
    {
        Buyer = "Dana",
    };

    [Fact]
    public void One_message_gives_all_three()
    {
        var turn = Say("They want out of spreadsheets before the April audit, pretty urgent. Demo with Dana (CFO) Tue at 3");

        Assert.NotNull(turn.Outcome);
        Assert.Equal("They want out of spreadsheets before the April audit", turn.Outcome.Reason);
        Assert.Equal((ReasonQuality.Buyer, ReasonDriver.Deadline), (turn.Outcome.Quality, turn.Outcome.Driver));
        Assert.Equal(UrgencyLevel.High, turn.Outcome.Urgency.Level);
        Assert.Equal((TuesdayAtThree, "Dana", StepKind.CustomDemo), (turn.Outcome.NextStep?.Local, turn.Outcome.NextStep?.With, turn.Outcome.NextStep?.Kind));
        Assert.False(turn.Outcome.IsHope);
        Assert.Equal("Saved. Next step with Contoso renewal, firm: Tue 8 Dec 2026, 15:00 CET with Dana, a demo. Say \"undo\" to take it back.", turn.Message);
    }

    [Fact]
    public void The_buyers_day_never_becomes_the_day_of_the_next_step()
    {
        var turn = Say("Fitters copy every job sheet by hand. They need it by 15 April.", "Demo with Dana, Tuesday at 3");

        Assert.Equal(new LocalDate(2027, 4, 15), turn.Outcome?.NeededBy);
        Assert.Equal(UrgencySource.Buyer, turn.Outcome?.UrgencyFrom);
        Assert.Equal(TuesdayAtThree, turn.Outcome?.NextStep?.Local);
    }

    [Theory]
    [InlineData("Fitters copy every job sheet by hand. Demo with Dana Tuesday at 3", Question.Urgency)]
    [InlineData("Fitters copy every job sheet by hand. I think it's urgent.", Question.NextStep)]
    [InlineData("Demo with Dana Tuesday at 3", Question.Reason)]
    public void Only_what_is_missing_is_asked(string text, Question asked)
    {
        var turn = Say(text);
        Assert.Equal((asked, asked), (turn.State.Asked, turn.State.Missing));
        Assert.Null(turn.Outcome);
    }

    [Fact]
    public void A_date_in_a_reason_alone_leaves_the_urgency_to_be_asked()
    {
        var turn = Say("They want out of spreadsheets before the April audit");
        Assert.Equal(Question.Urgency, turn.State.Asked);
        Assert.Null(turn.State.Urgency);
    }

    [Fact]
    public void A_vague_step_heard_early_gets_its_slots_when_its_turn_comes()
    {
        var early = Say("Fitters copy every job sheet by hand. Demo with Dana early next week");
        Assert.Equal(Question.Urgency, early.State.Asked);
        Assert.Empty(early.State.Slots);

        var turn = Interview.Answer(early.State, "high", Context);
        Assert.Equal(2, turn.State.Slots.Count);
        var saved = Interview.Answer(turn.State, "the first", Context);
        Assert.Equal((turn.State.Slots[0], "Dana", StepKind.CustomDemo), (saved.Outcome?.NextStep?.Local, saved.Outcome?.NextStep?.With, saved.Outcome?.NextStep?.Kind));
    }

    [Fact]
    public void No_next_step_yet_is_an_answer_also_in_one_message()
    {
        var turn = Say("Job sheets get lost. They need it by 15 April. No next step yet.", "none");
        Assert.NotNull(turn.Outcome);
        Assert.Null(turn.Outcome.NextStep);
        Assert.False(turn.Outcome.IsHope);
    }

    [Theory]
    [InlineData("they loved our demo", ReasonQuality.Seller)]
    [InlineData("more efficiency", ReasonQuality.Generic)]
    public void A_weak_reason_is_asked_about_once_and_then_taken_with_its_grade(string reason, ReasonQuality quality)
    {
        var asked = Say(reason);
        Assert.Equal(Question.Reason, asked.State.Asked);
        Assert.Contains("Whose reason is that? What changes for Dana if they have it?", asked.Message, StringComparison.Ordinal);

        var turn = Say(reason, reason, "high", "Demo with Dana, Tuesday at 3");
        Assert.Equal((reason, quality), (turn.Outcome?.Reason, turn.Outcome?.Quality));
        Assert.True(turn.Outcome?.IsHope);
        Assert.Contains("hope so far", turn.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_answer_about_the_reason_takes_the_place_of_the_weak_one()
    {
        var turn = Say("they loved our demo", "drivers go twice because job sheets get lost", "high", "Tuesday at 3");
        Assert.Equal(("drivers go twice because job sheets get lost", false), (turn.Outcome?.Reason, turn.Outcome?.IsHope));
    }

    [Fact]
    public void The_second_answer_about_the_reason_may_bring_the_rest()
    {
        var turn = Say("they loved our demo", "Job sheets get lost every week, so drivers go twice. They need it urgently. Demo with Dana Friday at 3");
        Assert.Equal(("Job sheets get lost every week, so drivers go twice", UrgencyLevel.High), (turn.Outcome?.Reason, turn.Outcome?.Urgency.Level));
        Assert.Equal("Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say \"undo\" to take it back.", turn.Message);
    }

    [Fact]
    public void An_unknown_reason_is_stored_as_unknown_and_gets_one_question_to_use_next_time()
    {
        var told = Say("don't know");
        Assert.StartsWith("Fine, noted as not known. To ask next time: \"Dana, what would change for you with this in place?\"", told.Message, StringComparison.Ordinal);

        var turn = Say("don't know", "don't know", "Tuesday at 3");
        Assert.Null(turn.Outcome?.Reason);
        Assert.Equal((ReasonQuality.Unknown, true), (turn.Outcome?.Quality, turn.Outcome?.IsHope));
        Assert.DoesNotContain("To ask next time", turn.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("high, our quarter ends in December")]
    [InlineData("our quarter end")]
    public void Our_own_quarter_is_no_urgency_and_the_reply_says_why(string urgency)
    {
        var turn = Say("Fitters copy every job sheet by hand", urgency);
        Assert.Equal(new Urgency(UrgencyLevel.Unknown, null), turn.State.Urgency);
        Assert.StartsWith("That date is ours, not theirs", turn.Message, StringComparison.Ordinal);
        Assert.Equal(Question.NextStep, turn.State.Asked);
    }

    [Fact]
    public void Our_quarter_beside_a_date_of_theirs_leaves_theirs()
    {
        var turn = Say("Fitters copy every job sheet by hand", "very, their audit is on 15 April, and our quarter ends in December");
        Assert.Equal((UrgencyLevel.High, new LocalDate(2027, 4, 15)), (turn.State.Urgency?.Level, turn.State.NeededBy));
    }

    [Theory]
    [InlineData("I feel it is urgent", UrgencySource.Guess)]
    [InlineData("their lease ends on 30 June", UrgencySource.Buyer)]
    public void Who_said_it_is_kept(string urgency, UrgencySource from) =>
        Assert.Equal(from, Say("Fitters copy every job sheet by hand", urgency).State.UrgencyFrom);

    [Fact]
    public void An_answer_about_urgency_may_bring_the_next_step()
    {
        var turn = Say("Fitters copy every job sheet by hand", "High. Demo with Dana Tuesday at 3");
        Assert.Equal((UrgencyLevel.High, TuesdayAtThree), (turn.Outcome?.Urgency.Level, turn.Outcome?.NextStep?.Local));
    }

    [Fact]
    public void A_given_answer_stays_when_a_later_message_does_not_answer_it()
    {
        var form = new CaptureForm("they loved our demo", UrgencyLevel.Low, "their audit", "Demo with Dana, Tuesday at 3");
        var asked = Interview.Submit(InterviewState.Start, form, Context);
        Assert.Equal(Question.Reason, asked.State.Asked);

        var turn = Interview.Answer(asked.State, "Fitters copy every job sheet by hand. I think it's urgent.", Context);

        Assert.Equal(new Urgency(UrgencyLevel.Low, "their audit"), turn.Outcome?.Urgency);
        Assert.Equal((TuesdayAtThree, "Fitters copy every job sheet by hand"), (turn.Outcome?.NextStep?.Local, turn.Outcome?.Reason));
    }

    [Fact]
    public void The_form_comes_back_once_for_a_weak_reason_and_is_saved_the_second_time()
    {
        var form = new CaptureForm("they loved our demo", UrgencyLevel.High, "their audit on 15 April", "Tuesday at 3");
        var asked = Interview.Submit(InterviewState.Start, form, Context);
        Assert.Null(asked.Outcome);
        Assert.Contains("You said \"their audit on 15 April\" drives it: what changes for Dana then?", asked.Message, StringComparison.Ordinal);

        var saved = Interview.Submit(asked.State, form, Context);
        Assert.Equal(ReasonQuality.Seller, saved.Outcome?.Quality);
    }

    [Fact]
    public void A_weak_reason_without_urgency_on_the_form_is_asked_about_both()
    {
        var form = new CaptureForm("they loved our demo", null, null, "Tuesday at 3");
        var first = Interview.Submit(InterviewState.Start, form, Context);
        var second = Interview.Submit(first.State, form, Context);
        Assert.Equal((Question.Reason, Question.Urgency), (first.State.Asked, second.State.Asked));
        Assert.Equal(UrgencyLevel.Unknown, Interview.Submit(second.State, form, Context).Outcome?.Urgency.Level);
    }

    [Theory]
    [InlineData("Reference call with Dana Friday at 11", "Fri 4 Dec 2026, 11:00 CET with Dana, a reference call")]
    [InlineData("Coffee with Dana and Tom, Friday 10:00", "Coffee with Dana and Tom, Fri 4 Dec 2026, 10:00 CET")]
    [InlineData("Tuesday at 3", "Tue 8 Dec 2026, 15:00 CET")]
    public void The_saved_line_says_what_and_with_whom_when_it_was_said(string step, string line) =>
        Assert.Contains(
            $", firm: {line}. Say", Say("Fitters copy every job sheet by hand", "high", step).Message, StringComparison.Ordinal);

    [Fact]
    public void A_slot_that_has_passed_when_it_is_pressed_is_asked_again_and_not_saved()
    {
        var asked = Say("Job sheets get lost every week, so drivers go twice", "high", "early next week");
        var late = Interview.Choose(asked.State, asked.State.Slots[0], new CaptureForm(null, null, null, null), Context with { Now = Context.Now + Duration.FromDays(30) });
        Assert.Null(late.Outcome);
        Assert.Equal(Question.NextStep, late.State.Asked);
    }

    private static Turn Say(params string[] texts)
    {
        var turn = Interview.Begin(InterviewState.Start, Context);
        foreach (var text in texts)
            turn = Interview.Answer(turn.State, text, Context);
        Assert.DoesNotContain("!", turn.Message, StringComparison.Ordinal);
        return turn;
    }
}

using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Outcomes;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>Typed answers to "How did Tuesday's demo with Dana go?". A new day in the same message is taken at once.</summary>
public sealed class OutcomeTurns(FollowUpLedger followUps, Introductions introductions, PeopleDirectory directory)
{
    /// <param name="nothingElseWaits">Whether words that say no outcome are worth asking about.</param>
    /// <returns>What was stored and what to say; null when the message is about something else.</returns>
    public async Task<OutcomeReply?> TakeAsync(Hand hand, string text, bool nothingElseWaits, CancellationToken cancellationToken)
    {
        var standing = await StandingAsync(hand, cancellationToken);
        var asked = standing.Count > 0 || !nothingElseWaits ? standing : await NotAskedYetAsync(hand, cancellationToken);
        if (asked.Count == 0)
            return null;
        var meant = Meant(text, asked);
        var reading = Told(text, directory.ReadingOf(hand.Person, hand.Now));
        var isAnswer = reading.IsPlain || (nothingElseWaits && standing.Count > 0);
        if (!isAnswer || OutcomeWords.Of(reading.Outcome) is not { } outcome)
            return nothingElseWaits && standing.Count > 0 && meant?.Deal.Value is { FollowUp.NextStep: { } step } deal ? Say(OutcomeWords.NotUnderstood(step, deal.Facts.Name)) : null;
        if (meant is null)
            return Say(OutcomeWords.WhichOne([.. asked.Select(opened => opened.Deal.Value.Facts.Name)]));
        if (await followUps.TellAsync(meant, outcome, hand, cancellationToken) is not { } told)
            return Say(Replies.NotHere);
        var reply = await TakeNewDayAsync(told, outcome, Besides(text, reading.Why, directory.ReadingOf(hand.Person, hand.Now)), hand, cancellationToken);
        return outcome == StepOutcome.No && WhyNot(text) is { } why ? reply with { Message = OutcomeWords.SaidNoBecause(told.Deal.Value.Facts.Name, why) } : reply;
    }

    /// <summary>"went well, next is a decision call with Dana on Thursday at 10": where the whole tells nothing, what stands beside the firm step does.</summary>
    private static OutcomeReading Told(string text, ReadingContext context)
    {
        var whole = OutcomeReader.Read(text);
        return whole.Outcome == Outcome.Unknown && CaptureReader.Read(text, context).NextStep is { When.Kind: ReadingKind.Firm or ReadingKind.Range, Text: { Length: > 0 } step }
            ? OutcomeReader.Read(text.Replace(step, " ", StringComparison.Ordinal))
            : whole;
    }

    /// <summary>What was said besides the words that decided; all of it when those words hold the new day ("moved to Thursday").</summary>
    private static string Besides(string text, string why, ReadingContext context)
    {
        var rest = PlainWords.Trimmed(text.Replace(why, " ", StringComparison.Ordinal));
        return NextStepReader.Read(rest, context).Start == NextStepReader.Read(text, context).Start ? rest : text;
    }

    /// <summary>"they said no, too expensive": what stands behind a comma or "because", when what stands before it says no by itself.</summary>
    private static string? WhyNot(string text)
    {
        const int Longest = 100;
        string[] turns = [",", ":", " because "];
        var turn = turns.FirstOrDefault(turn => text.Contains(turn, StringComparison.Ordinal));
        return turn is not null && text.Split(turn, 2, StringSplitOptions.TrimEntries) is [var no, var why]
            && OutcomeReader.Read(no).Outcome == Outcome.HappenedNo && PlainWords.Trimmed(why) is { Length: > 0 and <= Longest } said
            ? said
            : null;
    }

    /// <param name="text">What was said besides the outcome.</param>
    private async Task<OutcomeReply> TakeNewDayAsync(OpenedFollowUp told, StepOutcome outcome, string text, Hand hand, CancellationToken cancellationToken)
    {
        var pointer = told.Reminder.Value.Pointer;
        var taken = told;
        var message = OutcomeWords.Answer(outcome, told.Deal.Value.Facts.Name);
        if (told.Reminder.Value.IsOpen && NewStep(text, outcome, directory.ReadingOf(hand.Person, hand.Now)) is { } step)
        {
            var turn = await followUps.TurnAsync(told, hand, context => Interview.Answer(told.Reminder.Value.Interview, step, context));
            if (await followUps.TakeAsync(told, turn, hand, cancellationToken) is { } saved)
                (taken, message) = (saved, turn.Message);
        }

        await introductions.ChangeAsync(
            hand.Person,
            known => known.Told(pointer) with { Focus = taken.Reminder.Value.IsOpen ? pointer : known.Focus, LastMessageId = hand.MessageId },
            cancellationToken);
        return new OutcomeReply(message, taken);
    }

    /// <summary>The words of a firm new step; of "moved to Thursday at 3" the day alone, for it is still the same appointment.</summary>
    private static string? NewStep(string text, StepOutcome outcome, ReadingContext context)
    {
        var reading = NextStepReader.Read(text, context);
        if (reading.Kind is not (ReadingKind.Firm or ReadingKind.Range))
            return null;
        var said = text.Substring(reading.Span.Start, reading.Span.Length);
        var step = CaptureReader.Read(text, context).NextStep;
        return outcome != StepOutcome.Moved && step is { When.Kind: ReadingKind.Firm or ReadingKind.Range } ? step.Text : said;
    }

    /// <summary>The one that the words name by deal or person; without a name the only one there is.</summary>
    private static OpenedFollowUp? Meant(string text, IReadOnlyList<OpenedFollowUp> asked)
    {
        var named = asked.Where(opened => NameWords.Names(text, opened.Deal.Value.Facts.Name) || NameWords.Names(text, opened.Deal.Value.FollowUp?.NextStep?.With)).ToList();
        return (named.Count > 0 ? named : asked) is [var one] ? one : null;
    }

    /// <summary>What was asked about and has not been answered otherwise.</summary>
    private async Task<IReadOnlyList<OpenedFollowUp>> StandingAsync(Hand hand, CancellationToken cancellationToken)
    {
        var standing = new List<OpenedFollowUp>();
        foreach (var pointer in hand.Person.AskedAbout)
        {
            if (await followUps.OpenAsync(hand.Person.Tenant, pointer, cancellationToken) is { } opened && opened.AwaitsOutcome(hand.Now) && hand.Person.Is(opened.Reminder.Value.Meeting.Rep))
                standing.Add(opened);
        }

        return standing;
    }

    /// <summary>The appointment of what was saved last, when it has begun and the question is still to come.</summary>
    private async Task<IReadOnlyList<OpenedFollowUp>> NotAskedYetAsync(Hand hand, CancellationToken cancellationToken) =>
        await directory.LastSavedAsync(hand.Person) is { } saved
        && await followUps.OpenAsync(hand.Person.Tenant, saved.Pointer, cancellationToken) is { } opened && opened.AwaitsOutcome(hand.Now)
            ? [opened]
            : [];

    private static OutcomeReply Say(string message) => new(message, Taken: null);
}

/// <param name="Taken">What is stored now; null when nothing was.</param>
public sealed record OutcomeReply(string Message, OpenedFollowUp? Taken);

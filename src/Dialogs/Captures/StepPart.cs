using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>The next step of a message.</summary>
internal static class StepPart
{
    /// <summary>The first that is named decides: a reference call about the pilot is a reference call.</summary>
    private static readonly (string Label, StepKind Kind)[] Kinds =
    [
        ("reference-call", StepKind.ReferenceCall),
        ("peer-meeting", StepKind.PeerMeeting),
        ("joint-content", StepKind.JointContent),
        ("executive-visit", StepKind.ExecutiveVisit),
        ("business-case", StepKind.BusinessCase),
        ("decision-call", StepKind.DecisionCall),
        ("proposal-review", StepKind.ProposalReview),
        ("discovery", StepKind.Discovery),
        ("proof-of-concept", StepKind.ProofOfConcept),
        ("custom-demo", StepKind.CustomDemo),
        ("other", StepKind.Other),
    ];

    public static CapturedStep? Read(MessageWords words, List<Piece> pieces)
    {
        var steps = pieces.FindAll(p => p.About == About.Step);
        if (steps.Count == 0) return null;
        string text = Joined(words.Text.Said, steps);
        var when = WhenOf(words, steps);
        bool booked = when.Kind is ReadingKind.Firm or ReadingKind.Range or ReadingKind.Recurring;
        if (!booked && steps.Exists(p => words.Has(p, "no step")) && !steps.Exists(p => words.Has(p, "will answer"))) when = Reading.Nothing;
        if (when.Kind == ReadingKind.Past && !steps.Exists(p => words.Has(p, "marker"))) return null;
        bool denied = when.Kind == ReadingKind.None && steps.Exists(p => words.Has(p, "no step"));
        var kind = denied && !steps.Exists(p => words.Has(p, "pending")) ? StepKind.Other : KindOf(words, Booked(words, steps)) ?? KindOf(words, steps) ?? StepKind.Other;
        return new CapturedStep(kind, denied ? [] : People.In(words, steps), when, text);
    }

    /// <summary>What is named beside the time goes before what is named elsewhere.</summary>
    private static List<Piece> Booked(MessageWords words, List<Piece> steps) =>
        steps.FindAll(p => words.When(p).Kind is ReadingKind.Firm or ReadingKind.Range && KindOf(words, [p]) is not (null or StepKind.Other));

    /// <summary>Read from all of it; when that is vague and one sentence alone is firm, from that one.</summary>
    private static Reading WhenOf(MessageWords words, List<Piece> steps)
    {
        var whole = words.When(Joined(words.Unquoted, steps));
        if (whole.Kind is not (ReadingKind.Vague or ReadingKind.None or ReadingKind.Past)) return whole;
        var firm = steps.GroupBy(p => p.Sentence)
            .Select(sentence => words.When(Joined(words.Unquoted, [.. sentence])))
            .Where(r => r.Kind is ReadingKind.Firm or ReadingKind.Range)
            .ToList();
        return firm is [var only] ? only : whole;
    }

    public static StepKind? KindOf(MessageWords words, List<Piece> pieces)
    {
        foreach (var (label, kind) in Kinds)
        {
            if (pieces.Exists(p => words.Has(p, label))) return kind;
        }

        return null;
    }

    /// <summary>The words of the step alone, with what stood between two of its pieces as one mark.</summary>
    private static string Joined(Func<int, int, string> said, List<Piece> steps)
    {
        var parts = new List<string>();
        for (int i = 0; i < steps.Count; i++)
        {
            int first = i;
            while (i + 1 < steps.Count && steps[i + 1].From == steps[i].To) i++;
            parts.Add(said(steps[first].From, steps[i].To));
        }

        return string.Join(". ", parts);
    }
}

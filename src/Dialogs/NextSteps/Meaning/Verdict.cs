using FollowUpBot.Dialogs.NextSteps.Grammar;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>Decides what a text with several slots says (rules 22 to 24).</summary>
internal static class Verdict
{
    /// <param name="chosen">The slot that decided, or -1.</param>
    public static Reading Of(ReadOnlySpan<Slot> slots, in Judge judge, out int chosen)
    {
        Reading? firm = null, vague = null, invalid = null, past = null;
        (chosen, int firmAt, int vagueAt, int invalidAt, int pastAt) = (-1, -1, -1, -1, -1);
        bool choice = false;
        int ahead = -1;
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i].Rejected || IsNothing(slots[i])) continue;
            var reading = judge.Of(slots[i]);
            if (reading.Kind == ReadingKind.Past)
            {
                Take(reading, i, ref past, ref pastAt);
            }
            else if (reading.Kind == ReadingKind.Invalid)
            {
                Take(reading, i, ref invalid, ref invalidAt);
            }
            else
            {
                choice |= ahead == i - 1 && ahead >= 0 && AreCandidates(slots[ahead], slots[i]);
                ahead = i;
                if (reading.Kind == ReadingKind.Vague) TakeVague(reading, i, ref vague, ref vagueAt, slots);
                else if (firm is null) Take(reading, i, ref firm, ref firmAt);
                else choice |= firm.Start != reading.Start;
            }
        }

        if (choice || IsTornFromDay(firmAt, vagueAt, slots)) return Alternatives(firm, vague, slots, judge, out chosen);
        (var decided, chosen) = firm is not null ? (firm, firmAt) : invalid is not null ? (invalid, invalidAt)
            : vague is not null ? (vague, vagueAt) : (past ?? Reading.Nothing, pastAt);
        return decided;
    }

    private static bool IsNothing(in Slot slot) =>
        !slot.Has(Holds.Day | Holds.Clock | Holds.Part | Holds.Period | Holds.Elapsed | Holds.Fuzzy)
        || (slot.Holds == Holds.Part && slot.Part == Part.Lunch && slot.Bound == Bound.None);

    private static void Take(Reading reading, int i, ref Reading? kept, ref int at)
    {
        if (kept is not null) return;
        (kept, at) = (reading, i);
    }

    /// <summary>The day that is known is worth more than a week.</summary>
    private static void TakeVague(Reading reading, int i, ref Reading? kept, ref int at, ReadOnlySpan<Slot> slots)
    {
        if (kept is not null && (slots[at].Has(Holds.Day) || !slots[i].Has(Holds.Day))) return;
        (kept, at) = (reading, i);
    }

    /// <summary>"or", a list, or two days side by side (rule 23).</summary>
    private static bool AreCandidates(in Slot a, in Slot b)
    {
        if (b.Join == Join.Or) return true;
        bool alike = (a.Has(Holds.Day) && b.Has(Holds.Day)) || (a.Has(Holds.Clock) && b.Has(Holds.Clock));
        if (b.Join == Join.And) return alike;
        bool unbound = a.Bound == Bound.None && b.Bound == Bound.None;
        return alike && unbound && b.Words == 0 && b.Distance <= Scan.Comma;
    }

    /// <summary>A clock time alone, and a day somewhere else in the text: whose is it?</summary>
    private static bool IsTornFromDay(int firm, int vague, ReadOnlySpan<Slot> slots) =>
        firm >= 0 && vague >= 0 && !slots[firm].Has(Holds.Day | Holds.Elapsed) && slots[vague].Has(Holds.Day);

    private static Reading Alternatives(Reading? firm, Reading? vague, ReadOnlySpan<Slot> slots, in Judge judge, out int chosen)
    {
        chosen = 0;
        LocalDateTime? from = null, to = null;
        foreach (ref readonly var slot in slots)
        {
            if (slot.Rejected || IsNothing(slot) || slot.Over) continue;
            var reading = judge.Of(slot);
            var start = reading.Start?.LocalDateTime ?? reading.Window?.From;
            var end = reading.Start?.LocalDateTime.PlusHours(1) ?? reading.Window?.To;
            from = from is null || start < from ? start ?? from : from;
            to = to is null || end > to ? end ?? to : to;
        }

        uint rules = (firm?.Rules.Bits ?? 0) | (vague?.Rules.Bits ?? 0) | (1u << 23) | (1u << 3);
        return new Reading
        {
            Kind = ReadingKind.Vague,
            Rules = new RulesRead(rules & ~2u),
            Window = from is null || to is null ? null : new Window(from.Value, to.Value, Grain.Alternatives, null),
        };
    }
}

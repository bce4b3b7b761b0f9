using FollowUpBot.Dialogs.NextSteps.Grammar;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>Several times to choose from: "Tuesday or Wednesday at 3" (rule 23).</summary>
internal static class Candidates
{
    /// <summary>"or", a list, or two days side by side.</summary>
    public static bool Are(in Slot a, in Slot b)
    {
        if (b.Join == Join.Or) return true;
        if (b.Join == Join.To) return false;
        bool alike = (a.Has(Holds.Day) && b.Has(Holds.Day)) || (a.Has(Holds.Clock) && b.Has(Holds.Clock));
        if (b.Join == Join.And) return alike;
        bool unbound = a.Bound == Bound.None && b.Bound == Bound.None;
        return alike && unbound && b.Words == 0 && b.Distance <= Scan.Comma;
    }

    /// <summary>Lends a day or a clock time to a candidate that shares it: "Monday at 2 or 3", "Tuesday or Wednesday at 3".</summary>
    public static void Complete(Span<Slot> slots)
    {
        for (int i = slots.Length - 1; i > 0; i--)
        {
            ref var a = ref slots[i - 1];
            ref readonly var b = ref slots[i];
            if (b.Join is not (Join.Or or Join.And)) continue;
            if (a.Has(Holds.Clock) && !a.Has(Holds.Day) && b.Has(Holds.Clock) && b.Has(Holds.Day)) LendDay(ref a, b);
            if (a.Holds == Holds.Day && a.Bound == Bound.None && b.Has(Holds.Day) && b.Has(Holds.Clock) && !a.Over) LendClock(ref a, b);
        }

        for (int i = 1; i < slots.Length; i++)
        {
            ref readonly var a = ref slots[i - 1];
            ref var b = ref slots[i];
            if (b.Join is not (Join.Or or Join.And) || !a.Has(Holds.Day) || a.Over) continue;
            if (a.Has(Holds.Clock) && b.Has(Holds.Clock) && !b.Has(Holds.Day)) LendDay(ref b, a);
        }
    }

    /// <summary>"Thursday's 2pm moved to 4": only the hour moves.</summary>
    public static void LendMoved(ref Slot moved, in Slot from)
    {
        bool hourOnly = moved.Join == Join.To && moved.Has(Holds.Clock) && !moved.Has(Holds.Day) && moved.Distance <= Scan.Comma;
        if (hourOnly && from.Rejected && !from.Over && from.Has(Holds.Day)) LendDay(ref moved, from);
    }

    public static void LendDay(ref Slot to, in Slot from)
    {
        to.Day = from.Day;
        to.Holds |= Holds.Day;
        if (to.Has(Holds.Part) || !from.Has(Holds.Part)) return;
        to.Part = from.Part;
        to.Holds |= Holds.Part;
    }

    private static void LendClock(ref Slot to, in Slot from)
    {
        (to.Start, to.End, to.Part, to.Zone, to.Minutes) = (from.Start, from.End, from.Part, from.Zone, from.Minutes);
        to.Holds |= from.Holds & (Holds.Clock | Holds.ClockEnd | Holds.Part | Holds.Zone | Holds.Length);
    }

    /// <summary>The reading that asks: the stretch that holds all candidates, and those of them that have a clock time.</summary>
    public static Reading Alternatives(ReadOnlySpan<Slot> slots, in Judge judge)
    {
        LocalDateTime? from = null, to = null;
        uint rules = (1u << 23) | (1u << 3);
        var starts = new List<ZonedDateTime>();
        bool lackDay = true;
        foreach (ref readonly var slot in slots)
        {
            if (slot.Rejected || slot.Over || Verdict.IsNothing(slot)) continue;
            var reading = judge.Of(slot);
            rules |= reading.Rules.Bits;
            lackDay &= reading.LacksDay;
            if (reading.Kind is ReadingKind.Firm or ReadingKind.Range && reading.Start is { } at && !starts.Contains(at)) starts.Add(at);
            var start = reading.Start?.LocalDateTime ?? reading.Window?.From;
            var end = reading.Start?.LocalDateTime.PlusHours(1) ?? reading.Window?.To;
            from = from is null || start < from ? start ?? from : from;
            to = to is null || end > to ? end ?? to : to;
        }

        return new Reading
        {
            Kind = ReadingKind.Vague,
            Rules = new RulesRead(rules & ~((1u << 1) | (1u << 2) | (1u << 5) | (1u << 6))),
            Candidates = starts,
            LacksDay = lackDay,
            Window = from is null || to is null ? null : new Window(from.Value, to.Value, Grain.Alternatives, null),
        };
    }
}

using FollowUpBot.Dialogs.NextSteps.Grammar;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>
/// Puts together what belongs to one appointment, nearest first: what stands side by side, then across words, commas, lines and sentences.
/// </summary>
internal static class Merging
{
    private const Holds Whole = Holds.Day | Holds.Clock;

    /// <summary>Merges in place and gives the new count.</summary>
    public static int Merge(Span<Slot> slots, int count, LocalDate today)
    {
        for (int reach = 0; reach <= Scan.Sentence && count > 1; reach++)
        {
            int kept = 0;
            for (int i = 1; i < count; i++)
            {
                if (!TryMerge(ref slots[kept], slots[i], reach, today)) slots[++kept] = slots[i];
            }

            count = kept + 1;
        }

        return count;
    }

    private static bool TryMerge(ref Slot a, in Slot b, int reach, LocalDate today)
    {
        if (b.Distance > reach || b.Join is Join.Or || a.Rejected != b.Rejected) return false;
        if ((a.Over || b.Over) && b.Distance >= Scan.Comma) return false;
        if (a.Bound is Bound.After or Bound.Before && b.Distance >= Scan.Comma && b.Words >= 2) return false;
        if (b.Distance >= Scan.Line && !CompletesAcrossLines(a, b)) return false;
        var merged = a;
        if (Encloses(ref merged, b)) return Take(ref a, merged);
        bool complements = !a.Has(Holds.Clock) || b.Has(Holds.Day);
        if (b.Join == Join.To && !JoinTo(ref merged, b) && !(complements && !(a.Has(Holds.Day) && b.Has(Holds.Day)) && Unite(ref merged, b, today))) return false;
        if (b.Join != Join.To && !Unite(ref merged, b, today)) return false;
        merged.Bound = a.Bound is Bound.After or Bound.Before ? a.Bound : b.Bound != Bound.None ? b.Bound : a.Bound;
        merged.Over |= b.Over;
        merged.Rules |= b.Rules;
        merged.First = Math.Min(a.First, b.First);
        merged.Last = Math.Max(a.Last, b.Last);
        a = merged;
        return true;
    }

    /// <summary>"after 9:30 but before 11 on Thursday": two bounds make a range.</summary>
    private static bool Encloses(ref Slot a, in Slot b)
    {
        bool both = a.Bound == Bound.After && b.Bound == Bound.Before && (a.Holds | b.Holds) == (Whole & (a.Holds | b.Holds))
            && a.Has(Holds.Clock) && b.Has(Holds.Clock) && !(a.Has(Holds.Day) && b.Has(Holds.Day)) && a.Over == b.Over;
        if (!both) return false;
        if (b.Has(Holds.Day)) a.Day = b.Day;
        a.End = b.Start;
        a.Holds |= b.Holds | Holds.ClockEnd;
        a.Rules |= b.Rules | (1 << 13);
        a.Bound = Bound.None;
        a.Last = b.Last;
        return true;
    }

    private static bool Take(ref Slot a, in Slot merged)
    {
        a = merged;
        return true;
    }

    /// <summary>"Tuesday\n3pm": the second half of an appointment on its own line.</summary>
    private static bool CompletesAcrossLines(in Slot a, in Slot b)
    {
        int words = b.Distance == Scan.Line ? 2 : 0;
        bool completes = a.Has(Holds.Day) && !b.Has(Holds.Day) && !a.Has(Holds.Clock) && b.Has(Holds.Clock);
        return b.Words <= words && (completes || (a.Has(Holds.Clock) && !a.Has(Holds.Day) && b.Has(Holds.Day) && !b.Has(Holds.Clock)));
    }

    /// <summary>"6am Dec 5 to 7am".</summary>
    private static bool JoinTo(ref Slot a, in Slot b)
    {
        bool end = a.Has(Holds.Clock) && !a.Has(Holds.ClockEnd) && b.Has(Holds.Clock) && !b.Has(Holds.ClockEnd | Holds.Day);
        if (end)
        {
            a.End = b.Start;
            a.Holds |= Holds.ClockEnd;
            a.Rules |= 1 << 13;
            return true;
        }

        if (a.Has(Holds.Days) || b.Has(Holds.Days) || a.Holds != Holds.Day || (b.Holds & ~Holds.Clock) != Holds.Day || a.Over) return false;
        if (a.Day.Year == 0 && a.Day.Month != 0) a.Day.Year = b.Day.Year;
        a.LastDay = b.Day;
        a.Holds |= Holds.Days | b.Holds;
        return true;
    }

    private static bool Unite(ref Slot a, in Slot b, LocalDate today)
    {
        if (!JoinDays(ref a, b, today) || !JoinClocks(ref a, b) || !JoinPeriods(ref a, b, today) || !JoinRest(ref a, b)) return false;
        a.Holds |= b.Holds;
        return true;
    }

    private static bool JoinDays(ref Slot a, in Slot b, LocalDate today)
    {
        if (!b.Has(Holds.Day)) return true;
        if (!a.Has(Holds.Day))
        {
            (a.Day, a.LastDay) = (b.Day, b.LastDay);
            return true;
        }

        if (a.Bound != b.Bound || a.Has(Holds.Days) || b.Has(Holds.Days)) return false;
        if (a.Day.Exact && b.Day.PlainWeekday && (int)a.Day.Date.DayOfWeek == b.Day.Weekday) return true;
        if (DayRules.Find(a.Day, today, out var one, out _) != DayIs.Ahead || DayRules.Find(b.Day, today, out var two, out _) != DayIs.Ahead) return false;
        if (one != two) return false;
        if (a.Day.OnlyWeekday) a.Day = b.Day;
        return true;
    }

    private static bool JoinClocks(ref Slot a, in Slot b)
    {
        if (!b.Has(Holds.Clock)) return true;
        if (!a.Has(Holds.Clock))
        {
            (a.Start, a.End) = (b.Start, b.End);
            return !a.Has(Holds.Elapsed);
        }

        return !a.Has(Holds.ClockEnd) && !b.Has(Holds.ClockEnd) && a.Start.Minutes(a.Part) == b.Start.Minutes(b.Part | a.Part);
    }

    /// <summary>"Tuesday ... next week", "the 14th ... next month": the period places the day.</summary>
    private static bool JoinPeriods(ref Slot a, in Slot b, LocalDate today)
    {
        if (a.Has(Holds.Fuzzy) || b.Has(Holds.Fuzzy)) return !(a.Has(Holds.Day | Holds.Period) || b.Has(Holds.Day | Holds.Period)) && b.Distance < Scan.Comma;
        if (!a.Has(Holds.Period) && !b.Has(Holds.Period)) return true;
        if (a.Has(Holds.Period) && b.Has(Holds.Period)) return false;
        var period = a.Has(Holds.Period) ? a : b;
        if (period.Period == Unit.Year && b.Words > 0) return false;
        (a.Period, a.Edge, a.From, a.To) = (period.Period, period.Edge, period.From, period.To);
        if (!a.Has(Holds.Day) && !b.Has(Holds.Day)) return b.Distance < Scan.Comma && !a.Has(Holds.Elapsed) && !b.Has(Holds.Elapsed);
        return b.Distance <= Scan.Comma && Place(ref a.Day, period, today);
    }

    private static bool Place(ref DayWords day, in Slot period, LocalDate today)
    {
        if (period.Period == Unit.Week && day.PlainWeekday)
        {
            (day.Week, day.Monday) = (WeekOf.Named, period.From);
            return true;
        }

        if (period.Period == Unit.Month && day.Month == 0 && (day.Nth != 0 || (day.DayOfMonth != 0 && day.Weekday == 0)))
        {
            (day.Month, day.Year) = ((byte)period.From.Month, period.From.Year);
            return true;
        }

        if (period.Period == Unit.Year && day.Month != 0 && day.Year == 0)
        {
            day.Year = period.From.Year;
            return true;
        }

        return DayRules.Find(day, today, out var date, out _) == DayIs.Ahead && date >= period.From && date < period.To;
    }

    private static bool JoinRest(ref Slot a, in Slot b)
    {
        if (b.Has(Holds.Part))
        {
            if (a.Has(Holds.Part) && a.Part != b.Part) return false;
            a.Part = b.Part;
        }

        if (b.Has(Holds.Zone))
        {
            if (a.Has(Holds.Zone) && a.Zone != b.Zone) return false;
            a.Zone = b.Zone;
        }

        if (b.Has(Holds.Length | Holds.Elapsed))
        {
            if (a.Has(Holds.Length | Holds.Elapsed)) return false;
            a.Minutes = b.Minutes;
        }

        bool elapsed = a.Has(Holds.Elapsed) || b.Has(Holds.Elapsed);
        return !(elapsed && (a.Has(Holds.Clock) || b.Has(Holds.Clock))) && (a.Holds & b.Holds & Whole) != Whole;
    }
}

using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>What stands right before a number.</summary>
internal enum Neighbour : byte
{
    None,
    Day,
    Part,

    /// <summary>A clock time and "or", "and" or "to".</summary>
    Clock,

    /// <summary>A clock time and nothing in between.</summary>
    ClockBeside,
}

/// <summary>Tries the grammars in turn at one position.</summary>
internal static class TimeGrammar
{
    /// <summary>False for the many words that begin nothing; it keeps long texts cheap.</summary>
    public static bool CanStart(in Phrase p, int i) => p[i] switch
    {
        Term.Other or Term.PastVerb => p.Is(i + 1, Term.Time) || (p.Is(i + 2, Term.Time) && p.Is(i + 1, Term.Other)) || p.Is(i + 3, Term.Time),
        Term.Link or Term.Counted or Term.Label or Term.Plan or Term.Move or Term.Not or Term.Unsuited or Term.If or Term.And or Term.Or => false,
        Term.At => p[i + 1] is Term.Part or Term.The,
        _ => true,
    };

    public static int Read(in Phrase p, int i, ReadOnlySpan<char> text, Neighbour before, ref Slot slot)
    {
        if (p[i] is Term.Money && p.Is(i + 1, Term.Number)) return i;
        int next = ZoneGrammar.Read(p, i, text, before == Neighbour.ClockBeside, out slot.Zone);
        if (next > i) return Hold(ref slot, Holds.Zone, 20, next);
        next = ThisTime(p, i, ref slot);
        if (next == i) next = DaysGrammar.Read(p, i, ref slot);
        if (next == i) next = RangeGrammar.Read(p, i, before, ref slot);
        if (next == i) next = ElapsedGrammar.Read(p, i, ref slot);
        if (next == i) next = Day(p, i, ref slot);
        if (next == i) next = before == Neighbour.ClockBeside ? YearBehind(p, i, ref slot) : i;
        if (next == i) next = Period(p, i, ref slot);
        if (next == i) next = PartOfDay(p, i, ref slot);
        return next > i ? next : Length(p, i, ref slot);
    }

    private static int Hold(ref Slot slot, Holds what, int rule, int next)
    {
        slot.Holds |= what;
        slot.Rules |= 1u << rule;
        return next;
    }

    /// <summary>"this time tomorrow": the clock as it stands now (rule 1).</summary>
    private static int ThisTime(in Phrase p, int i, ref Slot slot)
    {
        if (!p.Is(i, Term.This) || !p.Is(i + 1, Term.Time)) return i;
        int next = DayGrammar.Read(p, i + 2, out slot.Day);
        if (next == i + 2)
        {
            next = PeriodGrammar.Pointed(p, i + 2, out var unit, out _, out _);
            if (next == i + 2 || unit != Unit.Week || !p.Is(i + 2, Term.Next)) return i;
            slot.Day = DayWords.On(p.Today.PlusWeeks(1));
        }

        slot.Start = ClockTime.Of(p.Now.Hour, p.Now.Minute, HalfOfDay.Written);
        return Hold(ref slot, Holds.Day | Holds.Clock, 1, next);
    }

    private static int Day(in Phrase p, int i, ref Slot slot)
    {
        int at = p[i] is Term.Early or Term.Late or Term.Later or Term.Earlier or Term.Start or Term.End ? i + 1 : i;
        if (p.Is(at, Term.Tonight)) return Today(p, Part.Night, at + 1, ref slot);
        if (p.Is(at, Term.This) && p.Is(at + 1, Term.Part))
        {
            slot.Over = p.Is(i, Term.Earlier);
            return Today(p, (Part)p.Value(at + 1), at + 2, ref slot);
        }

        if (p.Is(at, Term.Last) && p.Is(at + 1, Term.Part))
        {
            slot.Over = true;
            return Hold(ref slot, Holds.Day, 5, at + 2);
        }

        int next = p[i] is Term.Start or Term.End ? at : DayGrammar.Read(p, at, out slot.Day);
        if (next == at) return i;
        slot.Over = p.Is(i, Term.Earlier) || (slot.Day.Exact && slot.Day.Date < p.Today);
        if (at > i && !slot.Over && p[i] is Term.Early or Term.Late)
        {
            slot.Part = p.Is(i, Term.Early) ? Part.Morning : Part.Afternoon;
            slot.Holds |= Holds.Part;
        }

        if (slot.Day.Numeric) slot.Rules |= 1u << 18;
        if (slot.Day.Weekday != 0 && slot.Day.DayOfMonth != 0) slot.Rules |= 1u << 19;
        return Hold(ref slot, Holds.Day, slot.Day.Weekday != 0 ? 15 : 17, next);
    }

    private static int Today(in Phrase p, Part part, int next, ref Slot slot)
    {
        slot.Day = DayWords.On(p.Today);
        slot.Part = part;
        return Hold(ref slot, Holds.Day | Holds.Part, 8, next);
    }

    /// <summary>"Oct 26 15:50:06 2016".</summary>
    private static int YearBehind(in Phrase p, int i, ref Slot slot)
    {
        if (!DateGrammar.IsYear(p, i)) return i;
        (slot.Period, slot.From, slot.To) = (Unit.Year, new(p.Value(i), 1, 1), new(p.Value(i) + 1, 1, 1));
        return Hold(ref slot, Holds.Period, 17, i + 1);
    }

    private static int Period(in Phrase p, int i, ref Slot slot)
    {
        if (p.Is(i, Term.Holiday)) return Hold(ref slot, Holds.Fuzzy, 3, i + 1);
        int at = p.Is(i, Term.Earlier) && p[i + 1] is Term.This or Term.In ? p.Skip(i + 1, Term.In) : i;
        int next = PeriodGrammar.Read(p, at, ref slot);
        if (next == at)
        {
            slot.Edge = Edge.None;
            return i;
        }

        slot.Over = slot.To <= p.Today || at > i || p[i] is Term.Last or Term.Past || (slot.Period == Unit.Month && p.Is(i - 1, Term.Last) && p.Is(i, Term.Month));
        return Hold(ref slot, Holds.Period, 3, next);
    }

    /// <summary>"in the morning", "afternoon", "first thing", "EOD", "end of day".</summary>
    private static int PartOfDay(in Phrase p, int i, ref Slot slot)
    {
        if (p[i - 1] is Term.Greeting) return i;
        int at = p[i] is Term.Early or Term.Late or Term.Mid ? p.Skip(i + 1, Term.Dash) : i;
        at = p[at] is Term.In or Term.At && p[at + 1] is Term.The or Term.Part ? p.Skip(at + 1, Term.The) : at;
        if (p.Is(at, Term.Part)) return Hold(ref slot, (Part)p.Value(at), at + 1);
        if (p.Is(i, Term.OrdinalWord, 1) && p.Is(i + 1, Term.Thing)) return Hold(ref slot, Part.FirstThing, i + 2);
        if (p.Is(i, Term.Meridiem) && p[i - 1] is Term.Weekday or Term.NamedDay)
        {
            return Hold(ref slot, p.Value(i) == 0 ? Part.Morning : Part.Afternoon, i + 1);
        }

        if (p.Is(i, Term.Rest))
        {
            int rest = p.Skip(p.Skip(i + 1, Term.Of), Term.The);
            rest = p.Skip(rest, Term.This, Term.My);
            return p.Is(rest, Term.Unit, (int)Unit.Day) ? Today(p, Part.EndOfDay, rest + 1, ref slot) : i;
        }

        if (p.Is(i, Term.EndOf, (int)Unit.Day)) return Hold(ref slot, Part.EndOfDay, i + 1);
        if (p[i] is not (Term.End or Term.Start) || !p.Is(i + 1, Term.Of)) return i;
        int day = p.Skip(i + 2, Term.The);
        if (p.Is(day, Term.Unit, (int)Unit.Day)) return Hold(ref slot, p.Is(i, Term.End) ? Part.EndOfDay : Part.FirstThing, day + 1);
        return p.Is(i, Term.End) && p.Is(day, Term.Working) ? Hold(ref slot, Part.EndOfDay, p.Skip(day + 1, Term.Unit)) : i;
    }

    private static int Hold(ref Slot slot, Part part, int next)
    {
        slot.Part = part;
        return Hold(ref slot, Holds.Part, 3, next);
    }

    /// <summary>"for 30 minutes", "30-minute": how long it lasts (rule 24).</summary>
    private static int Length(in Phrase p, int i, ref Slot slot)
    {
        int next = LengthGrammar.Read(p, i, out var length);
        if (next == i) return i;
        bool alone = p.Ends(i - 1) && p.Ends(next) && p.Count - (next - i) <= 1;
        if (alone && !length.OfClock)
        {
            slot.From = p.Today;
            slot.To = p.Today.PlusMonths(length.Months).PlusDays(length.Days + length.WorkingDays + 3);
            return Hold(ref slot, Holds.Fuzzy, 3, next);
        }

        if (!length.OfClock || length.Fuzzy) return next > i && p.Is(i, Term.Number) ? Hold(ref slot, Holds.Nothing, 24, next) : i;
        slot.Minutes = length.Minutes;
        return Hold(ref slot, Holds.Length, 24, next);
    }
}

using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>
/// Times counted from now or from a day: "in 45 minutes", "two weeks from Monday", "a week on Tuesday", "3 days ago", "within two weeks"
/// (rules 12 and 16).
/// </summary>
internal static class ElapsedGrammar
{
    public static int Read(in Phrase p, int i, ref Slot slot)
    {
        if (p.Is(i, Term.Ago)) return Over(i + 1, ref slot);
        bool weekFrom = p.Is(i + 1, Term.On) || (p.Is(i + 1, Term.From) && p[i - 1] is not (Term.The or Term.Next or Term.This));
        if (p.Is(i, Term.Unit, (int)Unit.Week) && weekFrom && p[i + 2] is Term.Weekday or Term.NamedDay)
        {
            return Behind(p, i + 1, new Length { Days = 7 }, ref slot);
        }

        if (p.Is(i - 1, Term.Payback)) return i;
        int at = Lead(p, i, out var lead);
        int end = LengthGrammar.Read(p, at, out var length);
        if (end == at && p.Is(at, Term.Number) && p[at + 1] is Term.Past or Term.Last && p.Is(at + 2, Term.Unit)) return Over(at + 3, ref slot);
        if (end == at) return lead is Term.Next or Term.Last or Term.Past or Term.Coming or Term.Following ? CountBehind(p, i, lead, ref slot) : i;
        end = p.Is(end, Term.Time) ? end + 1 : end;
        int behind = Behind(p, end, length, ref slot);
        if (behind > end) return behind;
        switch (lead)
        {
            case Term.In or Term.Plus:
                return Ahead(p, end, length, ref slot);
            case Term.After when length.OfClock || p.Ends(end):
                return Ahead(p, end, length, ref slot);
            case Term.Within or Term.Next or Term.Over or Term.Coming or Term.Following:
                return Stretch(p, end, length, ref slot);
            case Term.Last or Term.Past:
                slot.Over = true;
                slot.Holds = Holds.Day;
                return end;
            default:
                return i;
        }
    }

    /// <summary>"in", "in about", "within the next", "now +", "over the next", "the last".</summary>
    private static int Lead(in Phrase p, int i, out Term lead)
    {
        lead = p[i];
        int at = i;
        if (lead == Term.Now && p.Is(i + 1, Term.Plus)) (lead, at) = (Term.Plus, i + 1);
        if (lead is Term.In or Term.Within or Term.Over or Term.Plus or Term.After or Term.For) at++;
        if (lead is Term.For) lead = Term.Other;
        int pointer = p.Skip(at, Term.The);
        if (p[pointer] is Term.Next or Term.Last or Term.Past or Term.Coming or Term.Following)
        {
            lead = p[pointer] is Term.Last or Term.Past ? p[pointer] : lead == Term.In ? Term.Within : lead is Term.Within or Term.Over ? lead : p[pointer];
            at = pointer + 1;
        }

        at = p.Skip(at, Term.Around);
        return p.Skip(at, Term.More);
    }

    /// <summary>"in the 5 past minutes": the number stands before the pointer, or nothing but a plural does ("the next weeks").</summary>
    private static int CountBehind(in Phrase p, int i, Term lead, ref Slot slot)
    {
        int at = Lead(p, i, out _);
        if (lead is Term.Next && p.Is(at, Term.Unit, (int)Unit.Hour)) return Stretch(p, at + 1, new Length { Minutes = 60 }, ref slot);
        if (lead is not (Term.Coming or Term.Following) || !p.Is(at, Term.Unit, (int)Unit.Day)) return i;
        return Stretch(p, at + 1, new Length { Days = 7, Fuzzy = true }, ref slot);
    }

    /// <summary>What may stand behind a length: "from now", "after Tuesday", "on Tuesday", "today", "ago".</summary>
    private static int Behind(in Phrase p, int i, in Length length, ref Slot slot)
    {
        if (p[i] is Term.Ago or Term.Past or Term.Earlier && !IsClock(p, i + 1)) return Over(i + 1, ref slot);
        if (p[i] is Term.Later or Term.Out) return Ahead(p, i + 1, length, ref slot);
        if (p.Is(i, Term.From) && p.Is(i + 1, Term.Now)) return Ahead(p, i + 2, length, ref slot);
        if (length.Minutes > 0) return i;
        bool before = p.Is(i, Term.Before);
        int at = before || p[i] is Term.From or Term.After or Term.On ? i + 1 : p.Is(i, Term.NamedDay) || (p.Is(i, Term.Weekday) && length.Unit is Unit.Week or Unit.Fortnight) ? i : -1;
        if (at < 0) return i;
        int next = DayGrammar.Read(p, at, out var words);
        if (next == at || (p.Is(i, Term.On) && length.Days % 7 != 0)) return i;
        if (words.Week == WeekOf.Last || DayRules.Find(words, p.Today, out var day, out _) > DayIs.Over) return i;
        return Day(Shift(day, length, before ? -1 : 1), next, length.Fuzzy, ref slot);
    }

    private static bool IsClock(in Phrase p, int i) => ClockGrammar.Read(p, i, out _, out _) > i;

    private static int Over(int next, ref Slot slot)
    {
        slot.Over = true;
        slot.Holds = Holds.Day;
        return next;
    }

    private static int Ahead(in Phrase p, int next, in Length length, ref Slot slot)
    {
        if (length.Minutes == 0) return Day(Shift(p.Today, length, 1), next, length.Fuzzy, ref slot);
        slot.Holds = length.Fuzzy ? Holds.Fuzzy : Holds.Elapsed;
        slot.Minutes = length.Minutes + (length.Days * 24 * 60);
        slot.From = p.Today;
        slot.To = p.Today.PlusDays(1);
        slot.Rules |= 1 << 12;
        return next;
    }

    private static int Day(LocalDate day, int next, bool fuzzy, ref Slot slot)
    {
        slot.Holds = fuzzy ? Holds.Fuzzy : Holds.Day;
        slot.Day = DayWords.On(day);
        slot.From = day.PlusDays(-2);
        slot.To = day.PlusDays(3);
        slot.Rules |= 1 << 16;
        return next;
    }

    /// <summary>"within two weeks", "over the next few days".</summary>
    private static int Stretch(in Phrase p, int next, in Length length, ref Slot slot)
    {
        slot.Holds = Holds.Fuzzy;
        slot.From = p.Today;
        slot.To = Shift(p.Today, length, 1).PlusDays(1);
        slot.Rules |= 1 << 3;
        return next;
    }

    private static LocalDate Shift(LocalDate day, in Length length, int sign)
    {
        var shifted = day.PlusMonths(sign * length.Months).PlusDays(sign * length.Days);
        return sign > 0 ? Calendar.PlusWorkingDays(shifted, length.WorkingDays) : shifted.PlusDays(-length.WorkingDays);
    }
}

using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A clock time, or a start and an end: "9-5", "between 2 and 4", "from 4pm until 6" (rules 11 and 13).</summary>
internal static class RangeGrammar
{
    public static int Read(in Phrase p, int i, Neighbour before, ref Slot slot)
    {
        bool lead = p[i] is Term.From or Term.Between;
        int at = lead ? i + 1 : i;
        at = p.Is(at, Term.At) && lead ? at + 1 : at;
        bool iso = before == Neighbour.Day && DateGrammar.IsIsoMark(p, at - 1);
        if (p[at - 1] is Term.Money || (IsTail(p, at) && !iso)) return i;
        int first = ClockGrammar.Read(p, at, out slot.Start, out bool sure);
        if (first == at) return i;
        bool endSure = false;
        int end = iso ? first : To(p, first, p.Is(i, Term.Between), out slot.End, out endSure);
        bool range = end > first;
        bool said = sure || (range && endSure) || IsPointed(p, at, range ? end : first, before, range)
            || (range && lead && FalseFriends.EndsTime(p, end));
        if (!said || (p.Is(i, Term.From) && !range)) return range && !said ? Alone(p, i, lead, at, first, sure, before, ref slot) : lead ? i : Single(said, first, i, ref slot);
        slot.Holds = range ? Holds.Clock | Holds.ClockEnd : Holds.Clock;
        slot.Rules |= range ? 1u << 13 : RuleOf(slot.Start);
        return range ? end : first;
    }

    private static int Single(bool said, int first, int i, ref Slot slot)
    {
        if (!said) return i;
        slot.Holds = Holds.Clock;
        slot.Rules |= RuleOf(slot.Start);
        return first;
    }

    private static int Alone(in Phrase p, int i, bool lead, int at, int first, bool sure, Neighbour before, ref Slot slot) =>
        lead ? i : Single(sure || IsPointed(p, at, first, before, range: false), first, i, ref slot);

    private static uint RuleOf(in ClockTime clock) => clock.Half switch
    {
        HalfOfDay.Unsaid => 1u << 9,
        HalfOfDay.Written => 1u << 10,
        _ => 1u << 8,
    };

    /// <summary>The number hangs on the one before it: "3,000", "v2", "$40".</summary>
    private static bool IsTail(in Phrase p, int i) =>
        p.Glued(i) && p.Is(i, Term.Number)
        && (p[i - 1] is Term.Other or Term.Money or Term.Number or Term.LetterQ || (p[i - 1] is Term.Comma or Term.Dot or Term.Slash && p.Is(i - 2, Term.Number)));

    /// <summary>"moved the call from 3 to 4pm" says where it went, and no range.</summary>
    private static bool IsMoved(in Phrase p, int end)
    {
        const int Farthest = 10;
        bool from = false;
        for (int i = end - 1; i > end - Farthest && i >= 0 && !p.Ends(i); i--)
        {
            from |= p.Is(i, Term.From);
            if (from && p.Is(i, Term.Move)) return true;
        }

        return false;
    }

    /// <summary>"- 4pm", "to 4", "until 4", "and 4" after "between".</summary>
    private static int To(in Phrase p, int i, bool between, out ClockTime end, out bool sure)
    {
        (end, sure) = (default, false);
        int zone = p.Is(i, Term.Zone) ? i + 1 : i;
        if (zone > i && ZoneGrammar.IsOffset(p, zone)) return i;
        if (IsMoved(p, i)) return i;
        bool joined = p[zone] is Term.Dash or Term.To or Term.Until || (between && p.Is(zone, Term.And));
        int at = p.Skip(zone + 1, Term.At);
        if (!joined) return i;
        int next = ClockGrammar.Read(p, at, out end, out sure);
        if (next == at || (!sure && !FalseFriends.EndsTime(p, next) && p[next] is not Term.Other)) return i;
        return !sure && (p[next] is Term.Counted or Term.Unit or Term.Month || p.IsTail(next, Term.Dash)) ? i : next;
    }

    /// <summary>A bare number is a clock time beside "at" or a day (rule 11).</summary>
    private static bool IsPointed(in Phrase p, int i, int next, Neighbour before, bool range)
    {
        var word = p[i - 1];
        for (int back = i - 1; p[back] is Term.Around or Term.The && back > i - 4; back--) word = p[back - 1];
        bool goesOn = FalseFriends.EndsTime(p, next);
        if (word is Term.From && p.Is(next, Term.For)) return true;
        if (p[i - 1] is Term.Label || p[i - 2] is Term.Label && p[i - 1] is Term.Colon or Term.Dot) return false;
        if (word is Term.At) return goesOn || (before == Neighbour.Day && p[next] is not (Term.Counted or Term.Unit or Term.Percent)) || IsVerb(p, next);
        if (before is Neighbour.Day && !range && p.IsNumber(i, 2) && p.Value(i) > 12 && next == i + 1) return false;
        if (before is Neighbour.Day or Neighbour.Part) return goesOn || p.Is(next, Term.Other) && (range || !LooksCounted(p, i, next));
        if (before is Neighbour.Clock) return goesOn;
        if (word is Term.After or Term.Before or Term.Until or Term.By or Term.Between or Term.Than && goesOn) return true;
        return IsBeforeDay(p, next) && (!p.Is(i, Term.NumberWord, 1) || range);
    }

    /// <summary>"at 3 works": an unknown word that is no plural does not make it a count.</summary>
    private static bool IsVerb(in Phrase p, int i) => p.Is(i, Term.Other) && !LooksCounted(p, i - 1, i);

    /// <summary>"Monday 3 demos": a number and a long unknown word behind it count something.</summary>
    private static bool LooksCounted(in Phrase p, int number, int i) => p.Is(number, Term.Number) && p.Token(i).Plural;

    /// <summary>"3 on Tuesday", "9 tomorrow", "2 or 3 today", "3 in the afternoon".</summary>
    private static bool IsBeforeDay(in Phrase p, int i)
    {
        if (p.Is(i, Term.Or) && ClockGrammar.Read(p, i + 1, out _, out bool sure) > i + 1 && sure) return true;
        for (int k = 0; k < 3 && p[i] is Term.Or or Term.And && p[i + 1] is Term.Number or Term.NumberWord; k++) i += 2;
        i = p[i] is Term.Zone or Term.ZoneAdjective ? p.Skip(i + 1, Term.Time) : i;
        int at = p.Skip(i, Term.Comma);
        if (p[at] is Term.NamedDay or Term.Tonight) return p[at] is Term.Tonight || p.Value(at) >= 0;
        if (p.Is(at, Term.This) && p.Is(at + 1, Term.Part)) return true;
        if (p[i] is Term.In or Term.At) return p.Is(p.Skip(i + 1, Term.The), Term.Part);
        if (p.Is(i, Term.On)) return DayGrammar.Read(p, i + 1, out _) > i + 1;
        return p[i] is Term.Weekday or Term.Next && DayGrammar.Read(p, i, out var day) > i && day.OnlyWeekday;
    }
}

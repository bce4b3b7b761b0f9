using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>One clock time: "3pm", "15:00", "half past two", "noon" (rules 8 to 10).</summary>
internal static class ClockGrammar
{
    /// <param name="sure">It can be nothing but a clock time; otherwise its neighbours must make it one (rule 11).</param>
    public static int Read(in Phrase p, int i, out ClockTime clock, out bool sure)
    {
        sure = true;
        int next = InSpeech(p, i, out clock);
        if (next > i) return next;
        next = Named(p, i, out clock);
        return next > i ? next : Figures(p, i, out clock, out sure);
    }

    /// <summary>"noon", "12 noon", "midnight".</summary>
    private static int Named(in Phrase p, int i, out ClockTime clock)
    {
        clock = default;
        if (p.Is(i, Term.Number, 12) && p[i + 1] is Term.Noon or Term.Midnight) i++;
        if (p.Is(i, Term.Noon)) clock = ClockTime.Of(12, 0, HalfOfDay.Written);
        else if (p.Is(i, Term.Midnight)) clock = ClockTime.Of(0, 0, HalfOfDay.Written);
        else return i;
        return i + 1;
    }

    /// <summary>"quarter to 4", "half past two", "20 past 3", "half three".</summary>
    private static int InSpeech(in Phrase p, int i, out ClockTime clock)
    {
        clock = default;
        int at = p.Is(i, Term.LetterA) ? i + 1 : i;
        int next = MinutesInSpeech(p, at, out int minutes, out bool digits);
        if (next == at) return i;
        if (p.Is(at, Term.Half) && p[next] is Term.Number or Term.NumberWord) return HalfThree(p, i, next, out clock);
        next = p.Is(next, Term.Unit, (int)Unit.Minute) ? next + 1 : next;
        bool to = p[next] is Term.To or Term.Until;
        if (!to && p[next] is not (Term.Past or Term.After)) return i;
        int hour = Hour(p, next + 1, out var named);
        if (hour == next + 1 || named.Minute != 0 || named.Impossible || IsRange(p, at, next, digits, minutes, named)) return i;
        clock = to ? Before(named, minutes) : ClockTime.Of(named.Hour, minutes, named.Half);
        return hour;
    }

    /// <summary>Digits on both sides of "to" are a range ("9 to 5", "15 to 17"), unless the first can be no hour that starts one.</summary>
    private static bool IsRange(in Phrase p, int at, int joiner, bool digits, int minutes, ClockTime named)
    {
        bool from = p[at - 1] is Term.From or Term.Between;
        if (p[joiner] is Term.After) return !(p.Is(at, Term.Unit) || minutes % 5 == 0) || named.Hour > 12;
        return p[joiner] is not Term.Past && (from || (digits && (minutes <= 12 || named.Hour > 12)));
    }

    private static int MinutesInSpeech(in Phrase p, int i, out int minutes, out bool digits)
    {
        digits = p.Is(i, Term.Number);
        minutes = p.Is(i, Term.Unit, (int)Unit.Quarter) ? 15 : p.Is(i, Term.Half) ? 30 : 0;
        if (minutes > 0) return i + 1;
        int next = NumberGrammar.Cardinal(p, i, out minutes);
        return minutes is > 0 and < 60 && (!digits || p.IsNumber(i, 2)) ? next : i;
    }

    private static int HalfThree(in Phrase p, int start, int i, out ClockTime clock)
    {
        int next = Hour(p, i, out clock);
        if (next == i || clock.Minute != 0 || clock.Hour is < 1 or > 12 || p[next] is Term.Unit or Term.Counted or Term.Percent) return start;
        clock.Minute = 30;
        return next;
    }

    private static ClockTime Before(ClockTime hour, int minutes)
    {
        int earlier = hour.Hour == 1 && hour.Bare ? 12 : hour.Hour - 1;
        if (hour.Bare) return ClockTime.Of(earlier, 60 - minutes, HalfOfDay.Unsaid);
        int total = (hour.Minutes(Part.None) + (24 * 60) - minutes) % (24 * 60);
        return new ClockTime { Hour = (byte)(total / 60), Minute = (byte)(total % 60), Half = HalfOfDay.Written };
    }

    private static int Hour(in Phrase p, int i, out ClockTime clock)
    {
        int next = Named(p, i, out clock);
        return next > i ? next : Figures(p, i, out clock, out _);
    }

    /// <summary>"3", "3pm", "3:30", "14.30", "1500", "eleven thirty am".</summary>
    private static int Figures(in Phrase p, int i, out ClockTime clock, out bool sure)
    {
        int next = p.Is(i, Term.Number)
            ? Digits(p, i, out int hour, out int minute, out sure, out bool written)
            : InWords(p, i, out hour, out minute, out sure, out written);
        clock = default;
        if (next == i) return i;
        int suffix = HalfGrammar.Read(p, next, out var half);
        sure |= suffix > next;
        int clockWord = suffix;
        clockWord = p.Skip(p.Skip(clockWord, Term.OClock), Term.OClock);
        sure |= clockWord > suffix;
        if (half == HalfOfDay.Unsaid && clockWord > suffix) suffix = HalfGrammar.Read(p, clockWord, out half);
        clockWord = Math.Max(clockWord, suffix);
        if (p.Is(clockWord, Term.Unit, (int)Unit.Hour) && (minute > 0 || sure || written || p.Token(i).Digits == 4 || IsHourOfDay(p, i, clockWord)))
        {
            clockWord++;
            sure = true;
        }

        clock = ClockTime.Of(hour, minute, written && half == HalfOfDay.Unsaid ? HalfOfDay.Written : half);
        bool date = p.Is(clockWord, Term.Month) && p[i - 1] is not (Term.At or Term.Past or Term.To);
        return sure || (!clock.Impossible && !date && !IsPartOfMore(p, clockWord)) ? clockWord : i;
    }

    /// <summary>"16h" behind a day or "at": as much as "16:00".</summary>
    private static bool IsHourOfDay(in Phrase p, int i, int hour) =>
        p.Glued(hour) && p.Token(hour).End - p.Token(hour).Start == 1 && p.IsNumber(i, 2) && p.Value(i) is > 12 and < 24
            && p[i - 1] is Term.At or Term.Weekday or Term.NamedDay or Term.Comma or Term.Month or Term.Number;

    /// <summary>A number that goes on, or counts something: "3,000", "10%", "4B", "5 seats", "2/3".</summary>
    private static bool IsPartOfMore(in Phrase p, int i) =>
        p[i] is Term.Percent or Term.Counted or Term.OrdinalSuffix or Term.More || (p.Is(i, Term.Unit) && !(p[i + 1] is Term.After or Term.Before))
        || (p.Glued(i) && p[i] is Term.Other or Term.Number or Term.LetterA or Term.LetterM or Term.Money or Term.LetterW or Term.LetterC)
        || p.IsTail(i, Term.Dot) || p.IsTail(i, Term.Comma) || p.IsTail(i, Term.Slash) || p.IsTail(i, Term.Colon)
        || (p.Glued(i) && p.Is(i, Term.Plus));

    private static int Digits(in Phrase p, int i, out int hour, out int minute, out bool sure, out bool written)
    {
        var number = p.Token(i);
        hour = number.Value;
        minute = 0;
        sure = false;
        written = number.Digits == 2 && hour < 10;
        if (number.Digits <= 2 && (p.IsTail(i + 1, Term.Colon) || p.IsTail(i + 1, Term.Dot)) && p.Token(i + 2).Digits == 2)
        {
            minute = p.Value(i + 2);
            sure = p.Is(i + 1, Term.Colon);
            return sure ? Seconds(p, i + 3) : minute < 60 && hour < 25 || HalfGrammar.Read(p, i + 3, out _) > i + 3 ? i + 3 : i;
        }

        if (p.Is(i + 1, Term.Unit, (int)Unit.Hour) && p.Glued(i + 1) && p.Glued(i + 2) && p.Is(i + 2, Term.Number) && p.Token(i + 2).Digits == 2)
        {
            minute = p.Value(i + 2);
            sure = written = true;
            return i + 3;
        }

        bool pointed = p.Is(i - 1, Term.At) || HalfGrammar.Read(p, i + 2, out _) > i + 2;
        if (pointed && number.Digits <= 2 && hour < 24 && p.IsNumber(i + 1, 2) && p.Token(i + 1).Digits == 2 && p.Value(i + 1) % 5 == 0
            && FalseFriends.EndsTime(p, i + 2) && p[i + 2] is not (Term.Month or Term.Colon or Term.Slash))
        {
            minute = p.Value(i + 1);
            return minute < 60 ? i + 2 : i;
        }

        if (number.Digits is 3 or 4)
        {
            (hour, minute) = (number.Value / 100, number.Value % 100);
            written = number.Digits == 4;
            return hour < 24 && minute < 60 && minute % 5 == 0 ? i + 1 : i;
        }

        return number.Digits <= 2 && !(p.IsTail(i + 1, Term.Colon)) ? i + 1 : i;
    }

    /// <summary>Seconds and their fraction are dropped.</summary>
    private static int Seconds(in Phrase p, int i)
    {
        if (!p.IsTail(i, Term.Colon)) return i;
        return p.IsTail(i + 2, Term.Dot) ? i + 4 : i + 2;
    }

    private static int InWords(in Phrase p, int i, out int hour, out int minute, out bool sure, out bool written)
    {
        minute = 0;
        sure = written = false;
        hour = p.Is(i, Term.NumberWord) ? p.Value(i) : 0;
        bool oneByOne = p.Is(i - 1, Term.By) && p.Is(i - 2, Term.NumberWord, hour);
        if (hour is < 1 or > 12 || oneByOne) return i;
        int tens = p.Skip(i + 1, Term.Dash);
        int next = p.Is(tens, Term.NumberWord, 0)
            ? NumberGrammar.Cardinal(p, tens + 1, out minute)
            : NumberGrammar.Cardinal(p, p.Is(tens, Term.NumberWord) ? tens : i, out minute);
        if (!p.Is(tens, Term.NumberWord) || p.Is(next, Term.Unit) || (minute < 10 && !p.Is(tens, Term.NumberWord, 0)) || minute > 59)
        {
            minute = 0;
            return i + 1;
        }

        sure = true;
        return next;
    }
}

using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>Words that look like a time and are none: "they may not", "April will call", "we sat down" (rule 4).</summary>
internal static class FalseFriends
{
    private const int March = 3, May = 5, Saturday = 6;

    /// <summary>What follows lets a number before it be a time: the end, a mark, a small word, another time.</summary>
    public static bool EndsTime(in Phrase p, int i) => p[i] switch
    {
        Term.Half or Term.Unit when p[i + 1] is Term.Past or Term.To => true,
        Term.Other or Term.Counted or Term.Percent or Term.Unit or Term.OrdinalSuffix or Term.Thing or Term.Weekend => false,
        Term.OrdinalWord or Term.Half or Term.Few or Term.More or Term.Recurring => false,
        Term.Dot or Term.Slash or Term.Comma or Term.Dash => !(p.Glued(i) && p.Glued(i + 1) && p.Is(i + 1, Term.Number)),
        _ => true,
    };

    /// <summary>"sat" and "sun" in lower case are days only among times.</summary>
    public static bool IsNoWeekday(in Phrase p, int i)
    {
        var token = p.Token(i);
        if (token.Capital && !(token.Value >= Saturday && p.Ends(i - 1) && p[i + 1] == Term.Other)) return p.Is(i - 1, Term.The) && IsShort(token);
        if (token.Value < Saturday || !IsShort(token) || p[i - 1] is Term.On or Term.Next or Term.This or Term.By or Term.Until) return false;
        return !(EndsTime(p, i + 1) && p[i + 1] is not (Term.In or Term.Link or Term.On)) || p.Is(i - 1, Term.The);
    }

    private static bool IsShort(in Token token) => token.End - token.Start == 3;

    /// <summary>A month's name alone may be a verb or a person.</summary>
    public static bool IsNoMonth(in Phrase p, int i)
    {
        var token = p.Token(i);
        bool pointed = p[i - 1] is Term.In or Term.By or Term.Until or Term.Before or Term.After or Term.Since or Term.Of or Term.Early or Term.Mid
            or Term.Late or Term.Next or Term.Last or Term.From or Term.Over or Term.For or Term.End or Term.Coming or Term.Within
            || (p.Is(i - 1, Term.This) && (token.Capital || (token.Value != May && p.Ends(i + 1)))) || (p.Is(i - 1, Term.Dash) && p[i - 2] is Term.Mid or Term.Early or Term.Late);
        if (pointed) return token.Value == May && p.Is(i - 1, Term.Next) && !token.Capital && p.Is(i + 1, Term.Other);
        if (DateGrammar.IsYear(p, i + 1)) return false;
        bool ambiguous = token.Value is March or May;
        if (ambiguous && !token.Capital && p.Count > 1) return true;
        return !(p.Ends(i + 1) || p[i + 1] is Term.Or or Term.Dash or Term.Slash or Term.At or Term.To or Term.And) || (ambiguous && !p.Ends(i - 1));
    }
}

using System.Text.RegularExpressions;

namespace FollowUpBot.Dialogs.Interviews;

public enum AsideKind
{
    /// <summary>"thanks", "great", a thumb.</summary>
    Thanks,

    /// <summary>"hm", "one moment".</summary>
    Courtesy,

    /// <summary>"what do you mean?"</summary>
    Puzzled,

    /// <summary>"why do you ask?"</summary>
    Doubting,

    /// <summary>"the meeting was cancelled"</summary>
    NotHeld,

    /// <summary>"sorry, that was Fabrikam"</summary>
    OtherDeal,
}

/// <summary>A whole message to the bot that answers none of its questions. Only these very words count; whatever says more is an answer.</summary>
/// <param name="Deal">The other deal, as it was said.</param>
public sealed partial record Aside(AsideKind Kind, string? Deal = null)
{
    /// <returns>Null for an answer.</returns>
    public static Aside? In(string text)
    {
        if (!text.Any(char.IsLetterOrDigit))
            return PlainWords.IsUnknown(text) ? null : new Aside(text.Contains("👍", StringComparison.Ordinal) ? AsideKind.Thanks : AsideKind.Courtesy);
        var plain = PlainWords.Trimmed(text.Replace('’', '\'').TrimEnd('?', '!', ' '));
        if (Correction().Match(plain) is { Success: true } correction)
            return new Aside(AsideKind.OtherDeal, correction.Groups["deal"].Value);
        return Thanks().IsMatch(plain) ? new Aside(AsideKind.Thanks)
            : Courtesy().IsMatch(plain) ? new Aside(AsideKind.Courtesy)
            : Puzzled().IsMatch(plain) ? new Aside(AsideKind.Puzzled)
            : Doubting().IsMatch(plain) ? new Aside(AsideKind.Doubting)
            : NotHeld().IsMatch(plain) ? new Aside(AsideKind.NotHeld)
            : null;
    }

    [GeneratedRegex(
        @"^(?:(?:oh|ah|ok|okay|well|great|good|nice|perfect|yes|hm+),? )*(?:(?:many )?thanks?(?: you)?(?: a lot| so much| very much)?|thx|ty|cheers|great|cool|nice|perfect)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^(?:(?:oh|ah|ok|okay|well|great|good|yes|hm+),? )*(?:h+m+|m{2,}|uh|um|ok|okay|good|got it|all ?right|sure|yes|yep|yeah|wow|oops|sorry|wait|one moment|one sec(?:ond)?|let me think|good question)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Courtesy();

    [GeneratedRegex(
        @"^(?:(?:sorry|hm+|and|but|so),? )*(?:what(?: exactly)? do you mean(?: by (?:that|this))?|how do you mean|what does (?:that|this) mean|what|huh|pardon|come again|how so|i (?:don't|do not) (?:understand|get it|follow)|can you explain(?: that)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Puzzled();

    [GeneratedRegex(
        @"^(?:(?:sorry|hm+|and|but|so),? )*(?:why (?:do|are|would) you (?:ask|asking|want to know|need to know|need (?:that|this))(?: me)?(?: that| this)?|why is that important|what is (?:that|this) for|what do you need (?:that|this) for)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doubting();

    [GeneratedRegex(
        """
        ^(?:(?:sorry|oh|well|sadly),?\ )*(?:
          (?:(?:the|our|this|that|my|today's)\ )?(?:meeting|call|demo|visit|appointment|it)\ (?:was|got|has\ been|is)\ (?:cancell?ed|called\ off|postponed)
          |(?:(?:it|she|he|they)\ (?:was|were)\ )?(?:a\ )?no[\ -]?show|cancell?ed|(?:they|she|he)\ (?:cancell?ed|called\ it\ off)
          |(?:they|she|he)\ (?:(?:didn't|did\ not)\ (?:show(?:\ up)?|come|turn\ up)|never\ (?:showed(?:\ up)?|came|turned\ up))|(?:nobody|no\ one)\ (?:came|showed(?:\ up)?|turned\ up)
          |(?:it|the\ meeting|the\ call|the\ demo)\ (?:(?:didn't|did\ not)\ (?:happen|take\ place)|never\ (?:happened|took\ place))
          |we\ (?:(?:didn't|did\ not)\ (?:meet|talk|speak)|never\ (?:met|talked|spoke))|there\ was\ no\ (?:meeting|call|demo)
        )$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex NotHeld();

    [GeneratedRegex(
        @"^(?:(?:oh|no|wait),? )?(?:sorry|oops|wrong deal|my mistake)[,.:; –—-]+(?:that|this|it) (?:was|is) (?:about |for |from )?(?-i:(?<deal>\p{Lu}\S*(?: \S+)?))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Correction();
}

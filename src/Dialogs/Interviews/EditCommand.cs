using System.Text.RegularExpressions;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>What a person says to change an answer that they gave.</summary>
public abstract partial record EditCommand
{
    private static readonly HashSet<string> BackWords = new(StringComparer.OrdinalIgnoreCase) { "back", "go back", "previous", "previous question", "one back" };

    private static readonly string[] ChangeWords = ["please change", "can you change", "change", "move", "reschedule", "update", "make"];

    private static readonly string[] DateWords =
    [
        "the date", "the time", "the day", "the appointment", "the next step", "next step", "the step", "the meeting", "the call", "the demo", "date", "time", "it", "that",
    ];

    private static readonly string[] ReasonWords = ["the reason", "reason", "why", "the why"];

    private static readonly string[] UrgencyWords = ["the urgency", "urgency"];

    private EditCommand()
    {
    }

    /// <summary>To the question before this one.</summary>
    public sealed record Back : EditCommand;

    /// <param name="DealName">Null for the deal that was talked about last.</param>
    public sealed record Open(string? DealName) : EditCommand;

    /// <param name="DealName">As in <see cref="Open"/>.</param>
    /// <param name="Text">The new answer.</param>
    /// <param name="IsPlain">Said in passing, so it counts only where one appointment can be meant.</param>
    public sealed record Change(Question What, string? DealName, string Text, bool IsPlain = false) : EditCommand;

    /// <summary>The appointment does not take place.</summary>
    /// <param name="DealName">As in <see cref="Open"/>.</param>
    public sealed record CallOff(string? DealName) : EditCommand;

    /// <returns>Null when the text changes nothing.</returns>
    public static EditCommand? Parse(string text)
    {
        var plain = text.Trim().TrimEnd('.', '!', '?').Trim();
        if (BackWords.Contains(plain))
            return new Back();
        if (plain.Equals("edit", StringComparison.OrdinalIgnoreCase))
            return new Open(null);
        if (After(plain, "edit ") is { Length: > 0 and <= 200 } name)
            return new Open(name);
        if (Moved().Match(plain) is { Success: true } moved)
            return new Change(Question.NextStep, null, moved.Groups["when"].Value, IsPlain: true);
        if (Off().Match(plain) is { Success: true } off)
            return new CallOff(off.Groups["deal"] is { Success: true } deal ? deal.Value : null);
        return ChangeWords.Select(word => After(plain, word + " ")).FirstOrDefault(rest => rest is not null) is { } said ? ParseChange(said) : null;
    }

    /// <summary>"actually make it Monday at 2", "the demo is on Monday at 2 instead", "the call moved to Friday at 9".</summary>
    [GeneratedRegex(
        """
        ^(?:(?:actually|sorry|oh|no|wait|please|can\ you|could\ you|let's|lets),?\ )*
        (?:make\ (?:it|that)\ (?!to\ )(?:on\ |for\ )?(?<when>.+?)(?:\ instead)?
          |(?:(?:the|our|my)\ (?:demo|call|meeting|visit|appointment|next\ step)|it)(?:\ is|'s|\ will\ be)\ (?:on\ |at\ )?(?<when>.+?)\ instead
          |(?:(?:the|our|my)\ (?:demo|call|meeting|visit|appointment|next\ step)|it)(?:\ is|'s|\ was|\ has|\ has\ been|\ got)?\ (?:moved|rescheduled|pushed)\ to\ (?<when>.+))$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Moved();

    /// <summary>"call off Contoso", "the demo with Contoso is off", "it was cancelled", "cancel the demo".</summary>
    [GeneratedRegex(
        """
        ^(?:(?:actually|sorry|oh|no|please|can\ you|could\ you|sadly|well),?\ )*
        (?:(?:call\ off|cancel)\ (?:(?:the|our|my)\ (?:demo|call|meeting|visit|appointment|next\ step)|it|that)(?:\ (?:with|for|of|at)\ (?<deal>.{1,200}))?
          |call\ (?:(?:the|our|my)\ (?:demo|call|meeting|visit|appointment)|it|that)(?:\ (?:with|for|of|at)\ (?<deal>.{1,200}))?\ off
          |(?:(?:the|our|my)\ (?:demo|call|meeting|visit|appointment|next\ step)|it|that)(?:\ (?:with|for|of|at)\ (?<deal>.{1,200}))?(?:\ is|'s|’s|\ was|\ got|\ has\ been)\ (?:off|called\ off|cancell?ed)
          |(?:call\ off|cancel)\ (?<deal>.{1,200}))$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Off();

    /// <summary>"the date to Wednesday at 10", "Contoso to Wednesday at 10", "the date of Contoso to Friday 2pm", "the reason to …".</summary>
    private static Change? ParseChange(string said)
    {
        var place = said.IndexOf(" to ", StringComparison.OrdinalIgnoreCase);
        if (place <= 0 || said[(place + 4)..].Trim() is not { Length: > 0 } answer)
            return null;
        var subject = said[..place].Trim();
        foreach (var (words, question) in new[] { (DateWords, Question.NextStep), (ReasonWords, Question.Reason), (UrgencyWords, Question.Urgency) })
        {
            foreach (var word in words.Where(word => subject.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                var rest = subject[word.Length..];
                if (rest.Length == 0)
                    return new Change(question, null, answer);
                var deal = After(rest, " of ") ?? After(rest, " for ") ?? After(rest, " with ");
                if (deal is not null)
                    return new Change(question, deal, answer);
            }
        }

        return new Change(Question.NextStep, subject, answer);
    }

    private static string? After(string text, string opener) => text.StartsWith(opener, StringComparison.OrdinalIgnoreCase) ? text[opener.Length..].Trim() : null;
}

using System.Text.RegularExpressions;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>
/// A whole conversation as it is read aloud, played with the real host. It begins on Tuesday, 1 December 2026, at 10:00 in Berlin: Rosa has just
/// been asked about her meeting with Dana Reed (CFO) of Contoso. A line is what Rosa says, the next thing that comes from the bot, or what
/// happens; a line that begins with none of these goes on with the one before. Everything that comes must be written down, word for word, and
/// nothing else may come. No sign stands for "anything": the test moves the clock and the CRM gives the ids, so nothing varies ("…" is the sign
/// that some buttons have). What stands in many lines has a name in <see cref="Passages"/>: <c>{questions}</c> is a card's empty form.
/// <code>
/// -- told why                                 an opening of <see cref="Openings"/>, played and checked as if it stood here
/// Rosa: high
/// Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
/// Card: Fabrikam pilot Video meeting with Lars Holm (workshop manager), Tue 1 Dec, 09:30 CET {questions about Lars}
/// Now:  Contoso renewal Noted: not a sales meeting. I won't ask about it again. [Undo]      the first card as it stands by now
/// -- press "Save" reason=…; urgency=High      on the newest card, on the first card, on the card or the last form as it came (open in another window);
///                                             the next line is what it becomes
/// -- 7 days later, -- 20 minutes later, -- at 3 Dec 09:00
/// -- restart                                  a deploy in between
/// -- meeting Fabrikam pilot                   ended now; its card comes half an hour later
/// -- deal Contoso renewal: Fri 4 Dec 15:00    what is stored: the step, "no step", and optionally | reason
/// </code>
/// With <c>CONVERSATIONS=folder</c> each is written there as it was heard.
/// </summary>
internal static partial class Conversation
{
    /// <summary>What stands in many lines, word for word.</summary>
    private static readonly Dictionary<string, string> Passages = new()
    {
        ["{questions}"] = Questions("Demo with Dana, Tuesday at 3"),
        ["{questions about Lars}"] = Questions("Demo with Lars, Tuesday at 3"),
        ["{questions about nobody}"] = Questions("Demo, Tuesday at 3"),
        ["{still open}"] =
            """
            Still open for Contoso renewal: why do they want it? To hear less of it, say "snooze until Thursday" or "mute" and the deal's name.
            [Answer: Contoso renewal]
            """,
        ["{step still open}"] =
            """
            Still open for Contoso renewal: what happens next? A day and a time will do. To hear less of it, say "snooze until Thursday" or
            "mute" and the deal's name. [Answer: Contoso renewal]
            """,
        ["{urgency still open}"] =
            """
            Still open for Contoso renewal: how urgent is it to them? To hear less of it, say "snooze until Thursday" or "mute" and the deal's name.
            [Answer: Contoso renewal]
            """,
        ["{far too much}"] = string.Join(' ', Enumerable.Repeat("they want it", 110)),
    };

    /// <summary>How many conversations begin.</summary>
    private static readonly Dictionary<string, string> Openings = new()
    {
        ["told why"] =
            """
            Rosa: Job sheets get lost every week, so drivers go twice
            Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
            """,
        ["told how urgent"] =
            """
            Rosa: high
            Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
            """,
        ["told the next step"] =
            """
            Rosa: Demo with Dana, Friday at 3
            Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
                  [New Teams meeting ↗] [Draft a follow-up]
            """,
        ["asked how it went"] =
            """
            -- at 4 Dec 16:05
            Card: How did Friday's demo with Dana go? Contoso renewal. One tap is enough, or tell me in your own words.
                  [Yes, it happened] [No answer yet] [They said no] [It moved] [No-show] [Cancelled]
            """,
        ["asked about Fabrikam, too"] =
            """
            -- meeting Fabrikam pilot
            -- 31 minutes later
            Card: Fabrikam pilot Video meeting with Lars Holm (workshop manager), Tue 1 Dec, 09:30 CET {questions about Lars}
            """,
        ["met again before the demo"] =
            """
            -- told why
            -- told how urgent
            -- told the next step
            -- at 2 Dec 11:00
            -- meeting Contoso renewal
            -- 31 minutes later
            Card: Contoso renewal Video meeting with Lars Holm (workshop manager), Wed 2 Dec, 10:30 CET {questions about Lars}
            """,
    };

    public static async Task PlayAsync(string script, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        var stage = new Stage(office);
        foreach (var line in LinesOf(script))
            await stage.PlayAsync(line);
        stage.Close();
        if (Environment.GetEnvironmentVariable("CONVERSATIONS") is { Length: > 0 } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), stage.Told.ToString());
        Assert.True(stage.Wrong.Count == 0, $"{string.Join('\n', stage.Wrong)}\n\n{stage.Told}");
    }

    /// <summary>A text in one line, without what only draws.</summary>
    public static string OneLine(string text) => Blank().Replace(text.Replace("─", "", StringComparison.Ordinal), " ").Trim();

    private static string Questions(string example) =>
        $"""
        Why do they want it, in their own words? ____ (They want out of spreadsheets before the April audit)
        How urgent is it to them? ____ (Choose one) ▾ What drives it? ____ (Their audit on 15 April)
        Next step, with day and time: ____ ({example}) [Save] [Later… ▾] [Not a sales meeting]
        """;

    private static IEnumerable<string> LinesOf(string script)
    {
        foreach (var line in Beginning().Split(script).Select(OneLine).Where(line => line.Length > 0))
        {
            if (line.StartsWith("-- told ", StringComparison.Ordinal) || line.StartsWith("-- asked ", StringComparison.Ordinal) || line.StartsWith("-- met ", StringComparison.Ordinal))
            {
                foreach (var opened in LinesOf(Openings[line["-- ".Length..]]))
                    yield return opened;
            }
            else
            {
                yield return Passages.Aggregate(line, (text, passage) => text.Replace(passage.Key, OneLine(passage.Value), StringComparison.Ordinal));
            }
        }
    }

    [GeneratedRegex(@"^(?=(?:Rosa|Bot|Card|Now):|--)", RegexOptions.Multiline, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}

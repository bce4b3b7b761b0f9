namespace FollowUpBot.Dialogs;

/// <summary>What can be made ready for the next talk with a buyer.</summary>
public enum Preparation
{
    /// <summary>A mail to copy.</summary>
    Draft,

    /// <summary>What to know and what to ask for.</summary>
    Card,
}

/// <summary>What a typed message in a personal chat asks for.</summary>
public abstract record PersonalCommand
{
    private static readonly HashSet<string> HelpWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "help", "?", "hi", "hello", "hey", "start", "good morning", "what can you do",
    };

    private static readonly HashSet<string> DealsWords = new(StringComparer.OrdinalIgnoreCase) { "my deals", "deals", "list", "show my deals" };

    private static readonly HashSet<string> CancelWords = new(StringComparer.OrdinalIgnoreCase) { "cancel", "never mind", "nevermind", "skip" };

    private static readonly string[] LaterWords = ["snooze", "remind me"];

    private static readonly string[] UntilWords = ["until", "till", "again", "me"];

    private const string CheckWord = "check";

    private const string ForgetWords = "forget me";

    private const string EraseWords = "erase deal ";

    private const string SureWord = "now";

    private static readonly string[] ExportWords = ["export me", "export my data"];

    private static readonly string[] LogWords = ["log a meeting with ", "log meeting with ", "log a call with ", "log call with "];

    private static readonly (string Word, Preparation What)[] PrepareWords =
    [
        ("draft a follow-up for", Preparation.Draft),
        ("draft for", Preparation.Draft),
        ("draft", Preparation.Draft),
        ("prep for", Preparation.Card),
        ("prep", Preparation.Card),
    ];

    private const int LongestName = 200;

    private PersonalCommand()
    {
    }

    public sealed record Help : PersonalCommand;

    public sealed record MyDeals : PersonalCommand;

    public sealed record Cancel : PersonalCommand;

    public sealed record Undo : PersonalCommand;

    /// <summary>Takes the better words that were offered for the step saved last.</summary>
    public sealed record Reword : PersonalCommand;

    /// <param name="When">The words that say until when; null when none were said.</param>
    public sealed record Later(string? When) : PersonalCommand;

    /// <param name="DaysAgo">0 for today.</param>
    public sealed record LogMeeting(string DealName, int DaysAgo) : PersonalCommand;

    /// <summary>A copy of what is stored of the sender, which may come in several parts.</summary>
    /// <param name="Part">From 1 on.</param>
    public sealed record ExportMe(int Part) : PersonalCommand;

    /// <param name="IsSure">Said with "now" at its end, as the bot asks for before it deletes anything.</param>
    public sealed record ForgetMe(bool IsSure) : PersonalCommand;

    /// <param name="IsSure">As in <see cref="ForgetMe"/>.</param>
    public sealed record EraseDeal(string Name, bool IsSure) : PersonalCommand;

    /// <param name="Text">As it was typed: when no deal fits, it may be an answer.</param>
    public sealed record Why(WhyQuestion Question, string Text) : PersonalCommand;

    /// <param name="Mail">What is to be checked; empty when nothing was pasted.</param>
    /// <param name="Text">As it was typed: when a next step is waited for, it may be that.</param>
    public sealed record Check(string Mail, string Text) : PersonalCommand;

    /// <param name="Text">As it was typed: when no deal fits, it may be an answer.</param>
    public sealed record MendDeal(MendRequest Request, string Text) : PersonalCommand;

    /// <param name="DealName">Null when only the word was said.</param>
    /// <param name="Text">As it was typed: when a next step is waited for, it may be that.</param>
    public sealed record Prepare(Preparation What, string? DealName, string Text) : PersonalCommand;

    public sealed record Preview(PreviewWeek Week) : PersonalCommand;

    /// <summary>Whose public holidays count for the sender.</summary>
    /// <param name="Country">A country or region as the holiday file has it, or <c>none</c>; null when none was said.</param>
    public sealed record Holidays(string? Country) : PersonalCommand;

    /// <summary>No command: an answer.</summary>
    public sealed record Answer(string Text) : PersonalCommand;

    public static PersonalCommand Parse(string text)
    {
        var plain = text.Trim().TrimEnd('.', '!', '?').Trim();
        if (plain.Length == 0 || HelpWords.Contains(plain))
            return new Help();
        if (DealsWords.Contains(plain))
            return new MyDeals();
        if (CancelWords.Contains(plain))
            return new Cancel();
        if (plain.Equals("undo", StringComparison.OrdinalIgnoreCase))
            return new Undo();
        if (PreviewWeek.Parse(plain) is { } week)
            return new Preview(week);
        if (plain.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var holidays, .. { Length: <= 1 } of] && holidays.Equals("holidays", StringComparison.OrdinalIgnoreCase))
            return new Holidays(of is [var country] ? country.ToUpperInvariant() : null);
        if (plain.Equals("reword", StringComparison.OrdinalIgnoreCase))
            return new Reword();
        if (WhyQuestion.Parse(plain) is { } question)
            return new Why(question, text.Trim());
        if (MendRequest.Parse(plain) is { } request)
            return new MendDeal(request, text.Trim());
        return ParseCheck(text.Trim()) ?? ParsePrepare(plain, text.Trim()) ?? ParseLater(plain) ?? ParseLog(plain) ?? ParsePrivacy(plain) ?? new Answer(text.Trim());
    }

    private static Check? ParseCheck(string text)
    {
        var rest = text.StartsWith(CheckWord, StringComparison.OrdinalIgnoreCase) ? text[CheckWord.Length..] : null;
        return rest is { Length: 0 } || rest is [' ' or ':' or '\n' or '\r' or '\t', ..] ? new Check(rest.TrimStart(':', ' ', '\r', '\n', '\t'), text) : null;
    }

    private static Prepare? ParsePrepare(string plain, string text)
    {
        var (word, what) = PrepareWords.FirstOrDefault(entry => StartsWithWord(plain, entry.Word));
        if (word is null)
            return null;
        var name = plain[word.Length..].Trim();
        return name.Length <= LongestName ? new Prepare(what, name.Length == 0 ? null : name, text) : null;
    }

    private static PersonalCommand? ParsePrivacy(string plain)
    {
        if (ExportWords.FirstOrDefault(word => StartsWithWord(plain, word)) is { } export)
            return plain.Length == export.Length ? new ExportMe(1) : int.TryParse(plain[export.Length..].Trim(), out var part) ? new ExportMe(part) : null;
        if (StartsWithWord(plain, ForgetWords))
            return plain[ForgetWords.Length..].Trim().ToLowerInvariant() is var rest && rest.Length == 0 ? new ForgetMe(false) : rest == SureWord ? new ForgetMe(true) : null;
        if (!plain.StartsWith(EraseWords, StringComparison.OrdinalIgnoreCase))
            return null;
        var isSure = EndsWithWord(plain, SureWord);
        var name = (isSure ? plain[..^SureWord.Length] : plain)[EraseWords.Length..].Trim();
        return name.Length is > 0 and <= 200 ? new EraseDeal(name, isSure) : new Help();
    }

    private static Later? ParseLater(string plain)
    {
        if (plain.Equals("later", StringComparison.OrdinalIgnoreCase))
            return new Later(null);
        var word = LaterWords.FirstOrDefault(word => StartsWithWord(plain, word));
        if (word is null)
            return null;
        var rest = plain[word.Length..].Trim();
        var when = UntilWords.FirstOrDefault(until => StartsWithWord(rest, until)) is { } said ? rest[said.Length..].Trim() : rest;
        return new Later(when.Length == 0 ? null : when);
    }

    private static PersonalCommand? ParseLog(string plain)
    {
        var word = LogWords.FirstOrDefault(word => plain.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        if (word is null)
            return null;
        var rest = plain[word.Length..].Trim();
        var (name, daysAgo) = rest switch
        {
            _ when EndsWithWord(rest, "today") => (rest[..^"today".Length], 0),
            _ when EndsWithWord(rest, "yesterday") => (rest[..^"yesterday".Length], 1),
            _ => (rest, 0),
        };
        return name.Trim() is { Length: > 0 and <= 200 } deal ? new LogMeeting(deal, daysAgo) : new Help();
    }

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[word.Length] == ' ');

    private static bool EndsWithWord(string text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[^(word.Length + 1)] == ' ');
}

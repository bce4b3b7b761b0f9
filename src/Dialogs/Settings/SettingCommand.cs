using NodaTime;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>What a person says about when they may be spoken to.</summary>
public abstract record SettingCommand
{
    private static readonly HashSet<string> ShowWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "settings", "my settings", "show settings", "show my settings", "preferences", "my preferences",
    };

    private static readonly HashSet<string> ResumeWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "resume", "unpause", "i'm back", "im back", "i am back", "back at work",
    };

    private static readonly HashSet<string> StopWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "stop", "stop it", "stop all", "stop all messages", "stop messages", "stop everything", "stop reminders", "unsubscribe", "leave me alone",
    };

    private static readonly HashSet<string> StartWords = new(StringComparer.OrdinalIgnoreCase) { "start", "start again", "start messages" };

    private static readonly HashSet<string> QuietWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "no reminder", "no reminders", "no message", "no messages", "no card", "no cards", "nothing today", "so quiet", "are you quiet",
        "are you so quiet", "didn't you ask", "didnt you ask", "no question", "no questions", "did you not ask",
    };

    private static readonly string[] PauseWords = ["pause reminders", "pause messages", "pause me", "pause everything", "pause", "mute all", "mute everything", "be quiet"];

    private static readonly string[] AwayWords =
    [
        "out of office", "out of the office", "off work", "off sick", "on holiday", "on holidays", "on vacation", "on leave", "on parental leave", "on sick leave",
        "off", "away", "ooo", "travelling", "traveling",
    ];

    private static readonly string[] MeWords = ["i'm ", "im ", "i am ", "i will be ", "i'll be "];

    private static readonly string[] ThisDeal = ["this deal", "this one", "this", "it", "that deal", "the deal"];

    private SettingCommand()
    {
    }

    public sealed record Show : SettingCommand;

    /// <param name="Until">The words that say until when; null when none were said.</param>
    public sealed record Pause(string? Until) : SettingCommand;

    public sealed record Resume : SettingCommand;

    public sealed record Stop : SettingCommand;

    public sealed record Start : SettingCommand;

    /// <summary>Working hours, working days or both; what is null stays.</summary>
    public sealed record Hours(WorkHours Said) : SettingCommand;

    /// <param name="ZoneId">An IANA zone id; null when the words name none.</param>
    public sealed record Zone(string Words, string? ZoneId) : SettingCommand;

    /// <param name="Code">Two capital letters; null when the words name no country.</param>
    public sealed record Country(string Words, string? Code) : SettingCommand;

    /// <param name="DealName">Null for the deal that is being talked about.</param>
    /// <param name="Until">The words that say until when; null for until it is unmuted.</param>
    public sealed record Mute(string? DealName, string? Until) : SettingCommand;

    /// <inheritdoc cref="Mute"/>
    public sealed record Unmute(string? DealName) : SettingCommand;

    /// <summary>"why no reminder".</summary>
    public sealed record WhyQuiet : SettingCommand;

    /// <returns>Null when the text is about something else.</returns>
    public static SettingCommand? Parse(string text)
    {
        var plain = text.Trim().TrimEnd('.', '!', '?').Trim().Replace('’', '\'');
        return ShowWords.Contains(plain) ? new Show()
            : ResumeWords.Contains(plain) ? new Resume()
            : StopWords.Contains(plain) ? new Stop()
            : StartWords.Contains(plain) ? new Start()
            : plain.StartsWith("why ", StringComparison.OrdinalIgnoreCase) ? QuietWords.Contains(plain[4..].Trim()) ? new WhyQuiet() : null
            : ParsePause(plain) ?? ParseMute(plain) ?? ParsePlace(plain) ?? (WorkHours.Parse(plain) is { } hours ? new Hours(hours) : null);
    }

    private static Pause? ParsePause(string plain)
    {
        if (PauseWords.FirstOrDefault(word => StartsWithWord(plain, word)) is { } pause)
            return UntilIn(plain[pause.Length..]) is { } rest ? new Pause(rest.Length == 0 ? null : rest) : null;
        var me = MeWords.FirstOrDefault(word => plain.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ?? "";
        var said = plain[me.Length..];
        if (me.Length > 0 && StartsWithWord(said, "back") && said.Length > "back".Length)
            return new Pause(said["back".Length..].Trim());
        if (AwayWords.FirstOrDefault(word => StartsWithWord(said, word)) is not { } away || UntilIn(said[away.Length..]) is not { } until)
            return null;
        return until.Length > 0 ? new Pause(until) : me.Length > 0 || away == "ooo" ? new Pause(null) : null;
    }

    private static SettingCommand? ParseMute(string plain)
    {
        if (StartsWithWord(plain, "unmute"))
            return new Unmute(NameIn(plain["unmute".Length..]));
        if (!StartsWithWord(plain, "mute"))
            return null;
        var rest = $" {plain["mute".Length..].Trim()}";
        var place = rest.LastIndexOf(" until ", StringComparison.OrdinalIgnoreCase) is var until && until >= 0
            ? until
            : rest.LastIndexOf(" for ", StringComparison.OrdinalIgnoreCase);
        return place < 0 ? new Mute(NameIn(rest), null) : new Mute(NameIn(rest[..place]), UntilIn(rest[place..]));
    }

    private static SettingCommand? ParsePlace(string plain)
    {
        if (After(plain, "my time zone is", "my timezone is", "my zone is", "time zone", "timezone") is { } zone)
            return new Zone(zone, PlaceNames.ZoneId(zone));
        return After(plain, "my country is", "country", "holidays of", "holidays in", "my holidays are those of") is { } country
            ? new Country(country, PlaceNames.Country(country))
            : null;
    }

    private static string? After(string plain, params ReadOnlySpan<string> openers)
    {
        foreach (var opener in openers)
        {
            if (plain.Length > opener.Length && StartsWithWord(plain, opener))
                return plain[opener.Length..].Trim();
        }

        return null;
    }

    private static string? NameIn(string text) =>
        text.Trim() is { Length: > 0 and <= 200 } name && !ThisDeal.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;

    /// <returns>Empty when nothing follows; null when what follows names no end.</returns>
    private static string? UntilIn(string text)
    {
        var rest = text.Trim();
        if (rest.Length == 0)
            return "";
        foreach (var word in (string[])["until", "till", "til"])
        {
            if (StartsWithWord(rest, word))
                return rest[word.Length..].Trim();
        }

        return StartsWithWord(rest, "for") || StartsWithWord(rest, "today") || StartsWithWord(rest, "tomorrow") ? rest : null;
    }

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[word.Length] is ' ' or ',' or ':');
}

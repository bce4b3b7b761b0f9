using FollowUpBot.Deals;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Reads how urgent it is from a sentence. A sentence without a word for it is kept as the driver, and the level stays unknown.</summary>
public static class UrgencyWords
{
    private static readonly (string Word, UrgencyLevel Level)[] Words =
    [
        ("not urgent", UrgencyLevel.Low),
        ("not very urgent", UrgencyLevel.Low),
        ("no rush", UrgencyLevel.Low),
        ("no hurry", UrgencyLevel.Low),
        ("nice to have", UrgencyLevel.Low),
        ("low", UrgencyLevel.Low),
        ("medium", UrgencyLevel.Medium),
        ("moderate", UrgencyLevel.Medium),
        ("somewhat", UrgencyLevel.Medium),
        ("fairly", UrgencyLevel.Medium),
        ("very", UrgencyLevel.High),
        ("urgent", UrgencyLevel.High),
        ("high", UrgencyLevel.High),
        ("critical", UrgencyLevel.High),
        ("asap", UrgencyLevel.High),
    ];

    private static readonly char[] Separators = [' ', ',', ';', ':', '.', '-', '–', '—'];

    public static Urgency Read(string text)
    {
        var trimmed = text.Trim();
        if (PlainWords.IsUnknown(trimmed))
            return new Urgency(UrgencyLevel.Unknown, null);
        var found = Words.FirstOrDefault(entry => Says(trimmed, entry.Word));
        var driver = found.Word is { } word && trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ? trimmed[word.Length..].TrimStart(Separators)
            : trimmed;
        return new Urgency(found.Level, driver.Length == 0 ? null : driver);
    }

    private static bool Says(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetter(text[at - 1]))
            && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]));
    }
}

using System.Globalization;

namespace FollowUpBot.Dialogs.Sentences;

/// <summary>Puts values into the numbered places of a sentence from a .resx file.</summary>
public static class SentenceFilling
{
    public static string With(this string sentence, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, sentence, values);
}

using System.Collections.Frozen;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>Tells a name at the start of a sentence ("Dana agreed") from the small words that are written large there, too ("We agreed").</summary>
internal static class Names
{
    private static readonly FrozenSet<string> SmallWords = FrozenSet.ToFrozenSet(
    [
        "i", "we", "it", "its", "they", "he", "she", "you", "my", "our", "your", "his", "her", "their", "me", "us", "the", "a", "an", "this", "that", "thats", "these", "those",
        "no", "not", "yes", "yep", "yeah", "nope", "ok", "okay", "so", "but", "and", "or", "then", "just", "only", "all", "still", "never", "nothing", "nobody", "everyone", "both",
        "well", "sorry", "who", "what", "which", "when", "where", "why", "how", "if", "after", "before", "in", "on", "at", "to", "by", "for", "from", "with", "without", "of",
        "went", "got", "had", "has", "have", "was", "were", "is", "are", "did", "do", "will", "would", "can", "could", "must", "should", "may", "might",
        "met", "talked", "spoke", "call", "meeting", "demo", "visit", "called", "said", "told", "asked", "wants", "good", "great", "nice", "long", "bad", "thanks",
        "now", "today", "yesterday", "tomorrow", "again", "already", "finally", "unfortunately", "sadly", "apparently", "maybe", "perhaps", "almost", "nearly", "there", "here",
    ]);

    public static bool IsName(in Word word) => word.Capital && !SmallWords.Contains(word.Text);
}

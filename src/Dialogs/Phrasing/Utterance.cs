namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>A text cut into words, once, for every reading of it.</summary>
internal sealed class Utterance
{
    private readonly Word[] _words;
    private readonly bool[] _asks;

    private Utterance(string source, Word[] words, bool[] asks) => (Source, _words, _asks) = (source, words, asks);

    public string Source { get; }

    public int Count => _words.Length;

    public Word this[int i] => _words[i];

    public static Utterance Of(string text)
    {
        var words = new WordCutter(text).Cut();
        var asks = new bool[words.Count];
        bool asked = false;
        for (int i = words.Count - 1; i >= 0; i--)
        {
            if (i == words.Count - 1 || words[i + 1].Before == Break.Sentence) asked = EndsInQuestion(text, words[i].End);
            asks[i] = asked;
        }

        return new Utterance(text, [.. words], asks);
    }

    /// <summary>The same text with other words read in it: what was misspelt.</summary>
    public Utterance As(Func<string, string> meant) => new(Source, Array.ConvertAll(_words, w => w with { Text = meant(w.Text) }), _asks);

    /// <summary>True when the sentence of word <paramref name="i"/> ends in a question mark.</summary>
    public bool Asks(int i) => _asks[i];

    /// <summary>True when word <paramref name="i"/> is the first after a mark.</summary>
    public bool StartsClause(int i) => i == 0 || _words[i].Before != Break.None;

    public bool StartsSentence(int i) => i == 0 || _words[i].Before == Break.Sentence;

    /// <summary>True when nothing or a mark follows the word before <paramref name="end"/>.</summary>
    public bool EndsClause(int end) => end >= _words.Length || _words[end].Before != Break.None;

    /// <summary>The text from one word up to another, as it was written.</summary>
    public string Said(int from, int to) => from >= to ? "" : Source[_words[from].Start.._words[to - 1].End];

    private static bool EndsInQuestion(string text, int at)
    {
        for (; at < text.Length && !char.IsLetterOrDigit(text[at]); at++)
        {
            if (text[at] == '?') return true;
            if (text[at] is '.' or '!' or '\n' or ';') return false;
        }

        return false;
    }
}

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>A row of places that makes a phrase; matching looks at a bounded number of words.</summary>
internal sealed record Wording(string Label, Element[] Places)
{
    /// <summary>What it can begin with, as in <see cref="WordSet.Beginnings"/>.</summary>
    public IEnumerable<string> Beginnings =>
        Array.Find(Places, p => p.Place is Place.Words or Place.Gap or Place.Number or Place.Capital or Place.Name) switch
        {
            { Place: Place.Words, Words: { } words } => words.Beginnings,
            { Place: Place.Number } => ["#"],
            { Place: Place.Capital or Place.Name } => ["^A"],
            _ => ["*"],
        };

    /// <summary>The word after the last one when the phrase begins at <paramref name="at"/>, or -1.</summary>
    public int End(Utterance text, int at) => End(text, at, 0, at);

    private int End(Utterance text, int i, int place, int first)
    {
        if (place == Places.Length) return i;
        var element = Places[place];
        switch (element.Place)
        {
            case Place.Words:
                int length = i > first && i < text.Count && text[i].Before == Break.Sentence ? 0 : element.Words?.Length(text, i) ?? 0;
                return length == 0 ? -1 : End(text, i + length, place + 1, first);
            case Place.Gap:
                return Gap(text, i, place, first, element.Most);
            case Place.Number or Place.Capital or Place.Name:
                return i < text.Count && Fits(text[i], element.Place) ? End(text, i + 1, place + 1, first) : -1;
            default:
                return Holds(text, i, element) ? End(text, i, place + 1, first) : -1;
        }
    }

    private int Gap(Utterance text, int i, int place, int first, int most)
    {
        for (int k = 0; k <= most && i + k <= text.Count; k++)
        {
            if (k > 0 && text[i + k - 1].Before == Break.Sentence && i + k - 1 > first) return -1;
            int end = End(text, i + k, place + 1, first);
            if (end >= 0) return end;
        }

        return -1;
    }

    private static bool Fits(in Word word, Place place) =>
        place == Place.Number ? word.IsNumber : place == Place.Capital ? word.Capital : Names.IsName(word);

    private static bool Holds(Utterance text, int i, Element element) => element.Place switch
    {
        Place.NotNext => i >= text.Count || text[i].Before == Break.Sentence || element.Words?.Length(text, i) == 0,
        Place.NotBefore => i == 0 || i >= text.Count || text[i].Before == Break.Sentence || element.Words?.Holds(text[i - 1]) == false,
        Place.Tail => i > 0 && element.Words?.Has(text[i - 1].Tail) == true,
        Place.ClauseStart => text.StartsClause(i),
        Place.ClauseEnd => text.EndsClause(i),
        Place.TextStart => i == 0,
        Place.TextEnd => i >= text.Count,
        Place.Asked => i > 0 && text.Asks(i - 1),
        _ => false,
    };
}

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Hears which deal a message is about, where it says so: "Fabrikam: demo Friday at 3", "for Contoso, they need it by April", or a bare name.</summary>
public static class Addressee
{
    private static readonly string[] Openers = ["for ", "about ", "on ", "re ", "the ", "it's ", "it is ", "i mean "];

    private static readonly char[] Marks = [':', ',', '-', '–', '—', '.', ';'];

    /// <summary>The place of the deal that the text begins with, and what it says of it.</summary>
    /// <returns>Null when it begins with none of them, or when more than one would fit.</returns>
    public static (int Place, string About)? At(string text, IReadOnlyList<string> names)
    {
        var plain = WithoutOpeners(text.Trim());
        var fitting = Enumerable.Range(0, names.Count)
            .Select(place => (Place: place, Name: Ways(names[place]).FirstOrDefault(way => Begins(plain, way))))
            .Where(each => each.Name is not null)
            .ToList();
        var longest = fitting.Max(each => each.Name?.Length) ?? 0;
        return fitting.Where(each => each.Name?.Length == longest).ToList() is [var (at, name)] ? (at, plain[(name ?? "").Length..].TrimStart().TrimStart(Marks).Trim()) : null;
    }

    /// <summary>The one deal that the whole text names, by any of its words.</summary>
    public static int? Named(string text, IReadOnlyList<string> names)
    {
        var words = WithoutOpeners(text.Trim().TrimEnd(Marks)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2 && word != "one").ToList();
        if (words.Count == 0)
            return null;
        var fitting = Enumerable.Range(0, names.Count).Where(place => words.All(word => WordsOf(names[place]).Contains(word, StringComparer.OrdinalIgnoreCase))).ToList();
        return fitting is [var only] ? only : null;
    }

    /// <summary>The whole name, and its first word.</summary>
    private static IEnumerable<string> Ways(string name) => [name, WordsOf(name)[0]];

    private static string[] WordsOf(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : [name];

    /// <summary>A mark must follow: "Contoso renewal is urgent" may be said of any deal that is compared with it.</summary>
    private static bool Begins(string text, string name)
    {
        if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = text[name.Length..];
        return rest.Length == 0 || (rest[0] == ' ' ? rest.TrimStart() is ['-' or '–' or '—', ..] : Marks.Contains(rest[0]));
    }

    private static string WithoutOpeners(string text)
    {
        foreach (var opener in Openers.Where(opener => text.StartsWith(opener, StringComparison.OrdinalIgnoreCase)))
            return WithoutOpeners(text[opener.Length..].TrimStart());
        return text;
    }
}

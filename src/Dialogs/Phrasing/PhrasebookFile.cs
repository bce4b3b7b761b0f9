using System.Reflection;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>
/// Reads the .phrases files that lie beside the code that uses them. A line is one of:
/// <code>
/// # comment
/// @name word | two words | stem*       a class of words; more lines of the same name add to it
/// [label]                              the wordings that follow have this label
/// have you (seen|read) @paper .. yet   a wording
/// </code>
/// In a wording: <c>(a|b c|@class)</c> one of these, <c>x?</c> may be missing, <c>..</c> up to 3 words, <c>...</c> up to 7, <c>!x</c> not
/// followed by, <c>&lt;!x</c> not preceded by, <c>'(ll|d)</c> the word before ends in "'ll" or "'d", <c>^</c> and <c>$</c> start and end of a clause (also as the last of a choice: <c>(at|$)</c>), <c>^^</c> and <c>$$</c> of the text, <c>??</c> the
/// sentence is a question, <c>#</c> a number, <c>^A</c> a word with a capital, <c>^N</c> one that is a name (all also in a choice). Words are written as <see cref="Utterance"/> gives them:
/// small letters, no contractions ("they" for "they've"), "dont" for "don't".
/// </summary>
internal sealed class PhrasebookFile
{
    private readonly Dictionary<string, List<string>> _classes = [];
    private readonly List<(string Label, string Line)> _lines = [];

    /// <summary>Reads embedded files by name; classes of the first can be used in the others.</summary>
    public static Phrasebook Load(params string[] names)
    {
        var file = new PhrasebookFile();
        foreach (string name in names) file.Read(name);
        var sets = file._classes.ToDictionary(c => c.Key, c => new WordSet([.. file.Expand(c.Value)]));
        return new Phrasebook([.. file._lines.SelectMany(l => file.Compile(l.Label, l.Line))], sets);
    }

    private void Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no embedded file {name}.");
        using var reader = new StreamReader(stream);
        string label = "";
        while (reader.ReadLine()?.Trim() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') label = line[1..^1];
            else if (line[0] == '@' && label.Length == 0) AddClass(line);
            else _lines.Add((label, line));
        }
    }

    private void AddClass(string line)
    {
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        string name = line[1..space];
        if (!_classes.TryGetValue(name, out var words)) _classes[name] = words = [];
        words.AddRange(line[space..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private IEnumerable<string> Expand(IEnumerable<string> alternatives) =>
        alternatives.SelectMany(a => a[0] == '@' ? Expand(_classes[a[1..]]) : [a]);

    /// <summary>One wording, or several when places may be missing.</summary>
    private IEnumerable<Wording> Compile(string label, string line)
    {
        List<List<Element>> rows = [[]];
        foreach (string part in Parts(line))
        {
            var choices = Choices(part).ToList();
            rows = [.. rows.SelectMany(row => choices.Select(choice => (List<Element>)[.. row, .. choice]))];
        }

        return rows.Where(r => r.Count > 0).Select(r => new Wording(label, [.. r]));
    }

    /// <summary>What one part may be: itself, nothing when it may be missing, the end of the clause when "$" is one of its words.</summary>
    private IEnumerable<Element[]> Choices(string part)
    {
        bool optional = part.Length > 1 && part[^1] == '?' && part != "??";
        string place = optional ? part[..^1] : part;
        bool ends = place.EndsWith("|$)", StringComparison.Ordinal);
        yield return [ElementOf(ends ? place[..^3] + ")" : place)];
        if (ends) yield return [ElementOf("$")];
        if (optional) yield return [];
    }

    private static IEnumerable<string> Parts(string line)
    {
        int start = 0, depth = 0;
        for (int i = 0; i < line.Length; i++)
        {
            depth += line[i] == '(' ? 1 : line[i] == ')' ? -1 : 0;
            if (line[i] != ' ' || depth > 0) continue;
            if (i > start) yield return line[start..i];
            start = i + 1;
        }

        if (start < line.Length) yield return line[start..];
    }

    private Element ElementOf(string part) => part switch
    {
        ".." => new Element(Place.Gap, null, 3),
        "..." => new Element(Place.Gap, null, 7),
        "^" => new Element(Place.ClauseStart, null, 0),
        "^^" => new Element(Place.TextStart, null, 0),
        "^A" => new Element(Place.Capital, null, 0),
        "^N" => new Element(Place.Name, null, 0),
        "$" => new Element(Place.ClauseEnd, null, 0),
        "$$" => new Element(Place.TextEnd, null, 0),
        "??" => new Element(Place.Asked, null, 0),
        "#" => new Element(Place.Number, null, 0),
        ['<', '!', .. var before] => new Element(Place.NotBefore, Set(before), 0),
        ['\'', .. var tail] => new Element(Place.Tail, Set(tail), 0),
        ['!', .. var next] => new Element(Place.NotNext, Set(next), 0),
        _ => new Element(Place.Words, Set(part), 0),
    };

    private WordSet Set(string part) => new([.. Expand(part.Trim('(', ')').Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);
}

using System.Text.RegularExpressions;

namespace FollowUpBot.Bot.Demo;

/// <summary>Text for a terminal: lines of a width, without markup.</summary>
internal static partial class PlainText
{
    /// <summary>The small Markdown of cards (teams rule 56) as words: <c>**bold**</c>, <c>_italic_</c>, <c>[words](address)</c>, <c>\*</c>.</summary>
    public static string OfMarkdown(string markdown)
    {
        var words = Markup().Replace(markdown, match =>
            match.Groups["escaped"] is { Success: true } escaped ? escaped.Value : match.Groups["words"].Value);
        return words.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    /// <summary>Wraps at spaces; a word longer than a line is cut. Line breaks stay.</summary>
    public static List<string> Wrap(string text, int width) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => WrapWhole(Words(line, width), width)).DefaultIfEmpty("")];

    /// <summary>Puts pieces in lines, never breaking one.</summary>
    public static List<string> WrapWhole(IEnumerable<string> pieces, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && line.Length + 1 + piece.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? piece : $"{line} {piece}";
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The text beside its title, further lines under the first.</summary>
    public static IEnumerable<string> Hang(string title, string text, int width)
    {
        var lines = Wrap(text, Math.Max(width - title.Length, 10));
        return lines.Select((line, index) => ((index == 0 ? title : new string(' ', title.Length)) + line).TrimEnd());
    }

    private static IEnumerable<string> Words(string line, int width) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(width).Select(part => new string(part)));

    [GeneratedRegex(@"\\(?<escaped>[\\`*_{}\[\]()#+\-.!~>|<&])|\*\*(?<words>[^*\n]+)\*\*|(?<![\w*])[*_](?<words>[^*_\n]+)[*_](?![\w*])|\[(?<words>[^\]\n]+)\]\([^)\s]+\)")]
    private static partial Regex Markup();
}

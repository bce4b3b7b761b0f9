using System.Globalization;

namespace FollowUpBot.Bot.Demo;

/// <summary>One column of a card.</summary>
/// <param name="Width">As the card says: "auto", "stretch", a weight, pixels or null.</param>
/// <param name="Lines">Its content at a width.</param>
internal sealed record TextColumn(string? Width, Func<int, List<string>> Lines);

/// <summary>Puts columns beside each other.</summary>
internal static class TextColumns
{
    private const int Gap = 2;
    private const int Narrowest = 6;

    public static List<string> SideBySide(IReadOnlyList<TextColumn> columns, int width)
    {
        if (columns.Count < 2)
            return [.. columns.SelectMany(column => column.Lines(width))];
        var widths = Widths(columns, width - Gap * (columns.Count - 1));
        var blocks = columns.Zip(widths, (column, own) => column.Lines(own)).ToList();
        return [.. Enumerable.Range(0, blocks.Max(block => block.Count)).Select(row => Row(blocks, widths, row))];
    }

    private static string Row(List<List<string>> blocks, int[] widths, int row) =>
        string.Join(new string(' ', Gap), blocks.Zip(widths, (block, width) => (block.ElementAtOrDefault(row) ?? "").PadRight(width))).TrimEnd();

    /// <summary>"auto" takes what it needs, but never all; the others share the rest by weight.</summary>
    private static int[] Widths(IReadOnlyList<TextColumn> columns, int room)
    {
        var most = 2 * room / (columns.Count + 1);
        var fixedWidths = columns.Select(column => Weight(column) is null ? Math.Min(Natural(column, room), most) : 0).ToArray();
        var rest = Math.Max(room - fixedWidths.Sum(), 0);
        var weights = columns.Sum(column => Weight(column) ?? 0);
        return [.. columns.Zip(fixedWidths, (column, own) => Weight(column) is { } weight ? Math.Max((int)(rest * weight / weights), Narrowest) : own)];
    }

    private static double? Weight(TextColumn column) => column.Width switch
    {
        "auto" => null,
        { } pixels when pixels.EndsWith("px", StringComparison.Ordinal) => null, // as narrow as the card can make it, and text has no pixels
        var number when double.TryParse(number, CultureInfo.InvariantCulture, out var weight) && weight > 0 => weight,
        _ => 1,
    };

    private static int Natural(TextColumn column, int room) => column.Lines(room).Select(line => line.Length).DefaultIfEmpty().Max();
}

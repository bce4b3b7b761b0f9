namespace FollowUpBot.Bench;

/// <summary>Tables of a page that figures are written into, each between its marks.</summary>
internal static class Tables
{
    public static void Write(string page, string name, string table)
    {
        var (open, close) = ($"<!-- {name} table -->", $"<!-- /{name} table -->");
        var text = File.ReadAllText(page);
        var (before, after) = (text[..text.IndexOf(open, StringComparison.Ordinal)], text[text.IndexOf(close, StringComparison.Ordinal)..]);
        File.WriteAllText(page, $"{before}{open}\n{table}\n{after}");
    }
}

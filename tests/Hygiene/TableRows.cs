using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>The rows of a page's Markdown tables.</summary>
public static partial class TableRows
{
    /// <summary>Rows whose first cell is code, as that code and the other cells.</summary>
    public static IEnumerable<(string Code, IReadOnlyList<string> Cells)> Of(string page) =>
        from line in Repository.Read(page).Split('\n')
        let row = CodeRow().Match(line)
        where row.Success
        select (row.Groups["code"].Value, (IReadOnlyList<string>)[.. row.Groups["rest"].Value.Split('|').Select(cell => cell.Trim())]);

    [GeneratedRegex(@"^\| `(?<code>[^`]+)` \|(?<rest>.*)\|$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeRow();
}

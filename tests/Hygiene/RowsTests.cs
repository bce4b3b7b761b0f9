namespace FollowUpBot.Tests.Hygiene;

/// <summary>Every row of the fault matrix, of the security rules and of the platform's rules is shown by a test, or a page says why not.</summary>
public sealed class RowsTests
{
    [Theory]
    [InlineData("FM", 49, "docs/guarantees.md")]
    [InlineData("SEC", 45, "docs/channel.md")]
    [InlineData("R", 70, "docs/channel.md")]
    public void Every_row_has_a_test_or_a_reason_and_none_has_both(string letters, int last, string page)
    {
        var shown = CoveragePage.Traits().Select(trait => trait.Row).Where(row => IsOf(letters, row)).Distinct();
        var reasons = TableRows.Of(page).Select(row => row.Code).Where(row => IsOf(letters, row));

        Assert.Equal(Enumerable.Range(1, last).Select(number => $"{letters}{number}"), shown.Concat(reasons).OrderBy(row => int.Parse(row[letters.Length..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static bool IsOf(string letters, string row) =>
        row.StartsWith(letters, StringComparison.Ordinal) && row.Length > letters.Length && row[letters.Length..].All(char.IsAsciiDigit);
}

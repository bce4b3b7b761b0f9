using System.Globalization;

namespace FollowUpBot.Bench;

/// <summary>
/// <c>store [--mail | --digest] [--million] [--write docs/performance.md]</c>: how fast the durable paths are on a SQLite file of this machine, and how little that
/// changes with size. Prints a Markdown table; with <c>--write</c> it also goes between the marks of that page,
/// with <c>--mail</c> it is about sending alone, and with <c>--digest</c> about the weekly card.
/// </summary>
internal static class StoreFigures
{
    public static async Task RunAsync(string[] args, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("followupbot-bench-");
        try
        {
            var rows = new List<Figure>();
            var (isMailAlone, isDigestAlone) = (args.Contains("--mail"), args.Contains("--digest"));
            int[] sizes = args.Contains("--million") ? [1_000, 50_000, 1_000_000] : [1_000, 50_000];
            if (!isMailAlone && !isDigestAlone)
                rows.AddRange(await WebhookFigures.MeasureAsync(folder.FullName));
            if (!isDigestAlone)
                rows.AddRange(await MailFigures.MeasureAsync(folder.FullName));
            if (!isMailAlone)
                rows.AddRange(await DigestFigures.MeasureAsync(folder.FullName));
            if (!isMailAlone && !isDigestAlone)
                rows.AddRange(await SizeFigures.MeasureAsync(folder.FullName, sizes));
            var table = string.Join('\n', rows.Select(row => $"| {row.What} | {row.Measured} | {row.Goal} |").Prepend("|---|---|---|").Prepend("| | measured | at most |"));
            await output.WriteLineAsync(table);
            if (Array.IndexOf(args, "--write") is >= 0 and var at && at + 1 < args.Length)
                Tables.Write(args[at + 1], "store", table);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>One row of the table.</summary>
internal sealed record Figure(string What, string Measured, string Goal)
{
    public static string Ms(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} ms");

    public static double At(IEnumerable<double> values, double quantile)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min((int)(sorted.Count * quantile), sorted.Count - 1)];
    }
}

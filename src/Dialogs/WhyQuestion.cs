using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Dialogs;

/// <summary>"why Contoso", "why Contoso on 3 November", "what would clear Contoso", "what would clear it".</summary>
/// <param name="DealName">Null for all that are stalled.</param>
/// <param name="On">The words that name a past day; null for now.</param>
public sealed record WhyQuestion(string? DealName, string? On)
{
    private static readonly string[] Openers = ["why is ", "why was ", "why ", "what would clear ", "what clears "];

    private static readonly string[] Closers = [" stalled", " at risk", " flagged", " on the card"];

    private static readonly string[] Everything = ["it", "them", "that", "these"];

    private static readonly LocalDatePattern[] Dated =
    [
        .. ((string[])["uuuu-MM-dd", "d MMMM uuuu", "d MMM uuuu", "MMMM d uuuu", "MMM d uuuu"]).Select(pattern => LocalDatePattern.Create(pattern, CultureInfo.InvariantCulture)),
    ];

    private static readonly AnnualDatePattern[] Yearless =
    [
        .. ((string[])["d MMMM", "d MMM", "MMMM d", "MMM d"]).Select(pattern => AnnualDatePattern.Create(pattern, CultureInfo.InvariantCulture)),
    ];

    /// <returns>Null when it is no such question.</returns>
    public static WhyQuestion? Parse(string text)
    {
        var plain = text.Trim().TrimEnd('.', '!', '?').Trim();
        if (Openers.FirstOrDefault(opener => plain.StartsWith(opener, StringComparison.OrdinalIgnoreCase)) is not { } opener)
            return null;
        var rest = plain[opener.Length..].Trim();
        var place = rest.LastIndexOf(" on ", StringComparison.OrdinalIgnoreCase);
        var on = place > 0 && !rest[place..].Equals(" on the card", StringComparison.OrdinalIgnoreCase) ? rest[(place + 4)..].Trim() : null;
        var name = on is null ? rest : rest[..place].Trim();
        foreach (var closer in Closers.Where(closer => name.EndsWith(closer, StringComparison.OrdinalIgnoreCase)))
            name = name[..^closer.Length].Trim();
        return name.Length is 0 or > 200 ? null : new WhyQuestion(Everything.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : name, on);
    }

    /// <summary>The latest such day that is not after today: "3 November", "Nov 3", "3 November 2026", "2026-11-03", "yesterday", "Monday".</summary>
    public static LocalDate? DayOf(string words, LocalDate today)
    {
        var text = words.Trim().TrimEnd(',').Replace(",", "", StringComparison.Ordinal);
        if (text.Equals("today", StringComparison.OrdinalIgnoreCase))
            return today;
        if (text.Equals("yesterday", StringComparison.OrdinalIgnoreCase))
            return today.PlusDays(-1);
        var weekday = text.StartsWith("last ", StringComparison.OrdinalIgnoreCase) ? text["last ".Length..] : text;
        if (Enum.TryParse<IsoDayOfWeek>(weekday, ignoreCase: true, out var day) && day != IsoDayOfWeek.None && !char.IsDigit(weekday[0]))
            return today.With(DateAdjusters.Previous(day));
        foreach (var pattern in Dated)
        {
            if (pattern.Parse(text) is { Success: true, Value: var date })
                return date <= today ? date : null;
        }

        foreach (var pattern in Yearless)
        {
            if (pattern.Parse(text) is { Success: true, Value: var date })
                return date.InYear(today.Year) <= today ? date.InYear(today.Year) : date.InYear(today.Year - 1);
        }

        return null;
    }
}

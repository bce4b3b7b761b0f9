using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>What was said about working hours and days: "my hours are 8 to 5", "I work Monday to Thursday", "quiet hours 18:00 to 8:00".</summary>
/// <param name="From">Null when no hours were said; <paramref name="To"/> likewise.</param>
/// <param name="Days">Null when no days were said.</param>
public sealed partial record WorkHours(LocalTime? From, LocalTime? To, IReadOnlyList<IsoDayOfWeek>? Days)
{
    private static readonly string[] Openers =
    [
        "my working hours are", "my work hours are", "my office hours are", "my hours are", "working hours are", "working hours", "work hours", "office hours", "hours",
        "my working days are", "my workdays are", "my days are", "working days", "i only work", "i work", "i'm working", "my day is",
    ];

    private static readonly string[] QuietOpeners = ["my quiet hours are", "quiet hours are", "quiet hours", "quiet from", "don't message me from", "no messages from"];

    private static readonly string[] NotOpeners = ["i don't work on", "i don't work", "i do not work on", "i do not work", "i'm off on", "i am off on"];

    private static readonly string[] Joints = ["to", "-", "–", "until", "till", "through", "thru"];

    /// <summary>Days that were named as free, "I don't work Fridays".</summary>
    public IReadOnlyList<IsoDayOfWeek> FreeDays { get; init; } = [];

    /// <returns>Null when it is no such sentence.</returns>
    public static WorkHours? Parse(string plain)
    {
        if (After(plain, NotOpeners) is { } free)
            return DaysIn(free) is { Count: > 0 } days ? new WorkHours(null, null, null) { FreeDays = days } : null;
        if (After(plain, QuietOpeners) is { } quiet)
            return HoursIn(quiet, isEvening: true, out var left) is var (begins, ends) && left.Length == 0 ? Turned(begins, ends) : null;
        if (After(plain, Openers) is not { } said)
            return null;
        var hours = HoursIn(said, isEvening: false, out var rest);
        var named = rest.Length == 0 ? null : DaysIn(rest);
        if ((rest.Length > 0 && named is null) || (hours is null && named is null) || hours is var (from, to) && to <= from)
            return null;
        return new WorkHours(hours?.From, hours?.To, named);
    }

    /// <summary>Quiet from 18:00 to 8:00 is working from 8:00 to 18:00.</summary>
    private static WorkHours? Turned(LocalTime quietFrom, LocalTime quietTo) => quietTo < quietFrom ? new WorkHours(quietTo, quietFrom, null) : null;

    private static string? After(string plain, string[] openers)
    {
        var opener = openers.FirstOrDefault(word => plain.StartsWith(word, StringComparison.OrdinalIgnoreCase) && plain.Length > word.Length && plain[word.Length] is ' ' or ':');
        return opener is null ? null : plain[opener.Length..].Trim(' ', ':');
    }

    private static (LocalTime From, LocalTime To)? HoursIn(string text, bool isEvening, out string rest)
    {
        rest = text;
        if (Span().Match(text) is not { Success: true } match
            || TimeOf(match, "h1", "m1", "p1") is not { } from || TimeOf(match, "h2", "m2", "p2") is not { } to)
        {
            return null;
        }

        rest = $"{text[..match.Index]} {text[(match.Index + match.Length)..]}".Trim(' ', ',');
        if (isEvening && match.Groups["p1"].Length == 0 && from.Hour < 12)
            from = from.PlusHours(12);
        if (!isEvening && to <= from && match.Groups["p2"].Length == 0 && to.Hour < 12)
            to = to.PlusHours(12);
        return (from, to);
    }

    private static LocalTime? TimeOf(Match match, string hours, string minutes, string half)
    {
        var hour = int.Parse(match.Groups[hours].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[minutes].Success ? int.Parse(match.Groups[minutes].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var isPm = match.Groups[half].Value.StartsWith('p') || match.Groups[half].Value.StartsWith('P');
        var isAm = match.Groups[half].Value.StartsWith('a') || match.Groups[half].Value.StartsWith('A');
        hour = isPm && hour < 12 ? hour + 12 : isAm && hour == 12 ? 0 : hour;
        return hour is < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    /// <summary>"Monday to Thursday", "Mon, Tue and Thu", "weekdays", "every day but Friday"; null when another word stands in it.</summary>
    private static IReadOnlyList<IsoDayOfWeek>? DaysIn(string text)
    {
        var days = new List<IsoDayOfWeek>();
        var isRange = false;
        foreach (var word in text.Replace("-", " - ", StringComparison.Ordinal).Replace("–", " – ", StringComparison.Ordinal)
            .Split([' ', ',', ';', '/', '&', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DayOf(word) is { } day)
            {
                for (var next = days.Count == 0 || !isRange ? day : Next(days[^1]); ; next = Next(next))
                {
                    days.Add(next);
                    if (next == day)
                        break;
                }

                isRange = false;
            }
            else if (word.Equals("weekdays", StringComparison.OrdinalIgnoreCase))
            {
                days.AddRange([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday]);
            }
            else if (Joints.Contains(word, StringComparer.OrdinalIgnoreCase) && days.Count > 0)
            {
                isRange = true;
            }
            else if (!Fillers.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return days.Count == 0 || isRange ? null : [.. days.Distinct().Order()];
    }

    private static readonly string[] Fillers = ["and", "on", "from", "only", "just", "also"];

    private static IsoDayOfWeek Next(IsoDayOfWeek day) => day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1;

    private static IsoDayOfWeek? DayOf(string word)
    {
        var plain = word.Trim('.').ToLowerInvariant();
        foreach (var day in Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None))
        {
            var name = day.ToString().ToLowerInvariant();
            if (plain == name || plain == name + "s" || (plain.Length >= 3 && plain.Length <= 5 && name.StartsWith(plain, StringComparison.Ordinal)))
                return day;
        }

        return null;
    }

    [GeneratedRegex(@"(?:from\s+)?\b(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?\s*(?<p1>[ap]\.?m\.?)?\s*(?:to|-|–|until|till)\s*(?<h2>\d{1,2})(?:[:.](?<m2>\d{2}))?\s*(?<p2>[ap]\.?m\.?)?(?:$|\b)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}

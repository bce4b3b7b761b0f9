using System.Globalization;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>A phrase made from a grammar of its own, and what it means.</summary>
internal sealed record MadePhrase(string Text, ReadingClock Now, LocalDate Day, int From, int? To, string? ZoneId);

/// <summary>The rep's wall clock when the phrase is said.</summary>
internal sealed record ReadingClock(LocalDateTime At, string ZoneId, string Locale);

/// <summary>
/// Makes phrases with known answers. It shares no code and no table with the reader: days, clock times, zones, orders, fillers, slips
/// and dress are drawn independently, so that no phrase was ever seen by whoever wrote the grammar.
/// </summary>
internal sealed class PhraseMaker(int seed)
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[][] Short =
        [["Mon", "mon."], ["Tue", "Tues", "tue."], ["Wed", "Weds"], ["Thu", "Thurs", "Thur"], ["Fri"], ["Sat"], ["Sun"]];
    private static readonly string[][] Slips =
        [["Mondya", "munday"], ["Tuseday", "teusday", "tuesdy"], ["Wendesday", "wednsday"], ["Thrusday", "thursdya"], ["Firday", "fridy"], ["Saterday"], ["Sundya"]];
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Words =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] HomeZones =
        ["America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney", "UTC", "America/Chicago"];
    private static readonly (string Said, string Id)[] SaidZones =
    [
        ("ET", "America/New_York"), ("PT", "America/Los_Angeles"), ("Central time", "America/Chicago"), ("CET", "Europe/Paris"),
        ("London time", "Europe/London"), ("UTC", "UTC"), ("GMT", "UTC"), ("Singapore time", "Asia/Singapore"), ("AEST", "Australia/Sydney"),
        ("New York time", "America/New_York"), ("UK time", "Europe/London"), ("Mumbai time", "Asia/Kolkata"), ("Tokyo time", "Asia/Tokyo"),
    ];
    private static readonly string[] Openers =
    [
        "", "", "", "demo ", "call ", "let's do ", "how about ", "yes, ", "Next step: ", "agreed on ", "booked for ", "they want ", "can we say ",
        "pencil in ", "kick-off ", "Maria proposed ", "contract review ", "ok so ", "great chat! ", "will present ", "we're on for ",
        "spoke to Jim yesterday; ", "waiting on legal; ", "sent the deck. Now ", "📅 ", "- ", "> ", "(", "\"",
    ];
    private static readonly string[] Closers =
    [
        "", "", "", " works", " with their CFO", " please", "?", ".", "!", " - intro call", " if that suits", " 👍", " via Zoom", ", thanks",
        " to walk through pricing", "; invite follows", " for the demo", ")", "\"", " — see calendar", "\n\nBest,\nAnn",
    ];

    private readonly Random _random = new(seed);

    public MadePhrase Make()
    {
        string locale = Pick(["en-US", "en-GB", "en-AU", "en-IE", "en-IN"]);
        var now = new LocalDateTime(2024 + _random.Next(6), 1 + _random.Next(12), 1 + _random.Next(28), _random.Next(24), _random.Next(60));
        var clock = new ReadingClock(now, Pick(HomeZones), locale);
        var (dayText, day) = Day(now.Date, locale);
        var (clockText, from, to, bare) = Clock();
        var (zoneText, zoneId) = _random.Next(4) == 0 ? Pick(SaidZones) : ("", null!);
        string time = zoneText.Length == 0 ? clockText : $"{clockText} {zoneText}";
        string text = Dress(Pick(Openers) + Order(dayText, time, bare, zoneText.Length > 0) + Pick(Closers));
        return new MadePhrase(text, clock, day, from, to, zoneId);
    }

    private string Order(string day, string time, bool bare, bool zoned) => _random.Next(bare ? 3 : 8) switch
    {
        0 => $"{day} at {time}",
        1 => $"{day} @ {time}",
        2 => zoned ? $"{day} at {time}" : $"at {time} on {day}".Replace("on tom", "tom", StringComparison.OrdinalIgnoreCase).Replace("on in ", "in ", StringComparison.Ordinal),
        3 => $"{time} {day}",
        4 => $"{day}, {time}",
        5 => $"{day} {time}",
        6 => $"{day}\n{time}",
        _ => $"{day} - {time}",
    };

    private (string Text, LocalDate Day) Day(LocalDate today, string locale)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        int weekday = _random.Next(7);
        var coming = today.Next((IsoDayOfWeek)(weekday + 1));
        var date = today.PlusDays(1 + _random.Next(300));
        switch (_random.Next(15))
        {
            case 0: return (Weekday(weekday), coming);
            case 1: return ("next " + Weekday(weekday), monday.PlusDays(7 + weekday));
            case 2: return (Weekday(weekday) + Pick([" next week", " of next week", ", next week"]), monday.PlusDays(7 + weekday));
            case 3: return (Pick(["coming ", "this coming "]) + Weekday(weekday), coming);
            case 4: return (Pick(["tomorrow", "tmrw", "tomorow", "tommorrow", "Tomorrow", "tmw"]), today.PlusDays(1));
            case 5: return (Pick(["the day after tomorrow", "day after tomorrow"]), today.PlusDays(2));
            case 6: return Named(date, withYear: false);
            case 7: return Named(date, withYear: true);
            case 8: return (Numeric(date, locale), date);
            case 9: return (date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), date);
            case 10: return Dated(date);
            case 11: return (Pick(["a week on ", "a week from "]) + Weekday(weekday), coming.PlusDays(7));
            case 12: return NumberOfDays(today);
            case 13: return (Weekday(weekday) + " week", coming.PlusDays(7));
            default: return TheNth(today);
        }
    }

    private string Weekday(int i) => _random.Next(10) switch
    {
        < 4 => Weekdays[i],
        < 7 => Pick(Short[i]),
        7 => Pick(Slips[i]),
        8 => Weekdays[i].ToLowerInvariant(),
        _ => Weekdays[i].ToUpperInvariant(),
    };

    private string Month(LocalDate date) => _random.Next(2) == 0 ? Months[date.Month - 1] : Months[date.Month - 1][..3];

    private (string Text, LocalDate Day) Named(LocalDate date, bool withYear)
    {
        string day = _random.Next(2) == 0 ? date.Day.ToString(CultureInfo.InvariantCulture) : date.Day + Suffix(date.Day);
        string year = withYear ? Pick([", ", " "]) + date.Year : "";
        string text = _random.Next(3) switch { 0 => $"{Month(date)} {day}{year}", 1 => $"{day} {Month(date)}{year}", _ => $"the {date.Day}{Suffix(date.Day)} of {Month(date)}{year}" };
        return (text, date);
    }

    private (string Text, LocalDate Day) Dated(LocalDate date)
    {
        var (text, _) = Named(date, _random.Next(2) == 0);
        return (Weekday((int)date.DayOfWeek - 1) + Pick([", ", " "]) + text, date);
    }

    private string Numeric(LocalDate date, string locale)
    {
        var (first, second) = locale == "en-US" ? (date.Month, date.Day) : (date.Day, date.Month);
        string year = _random.Next(2) == 0 ? $"/{date.Year}" : $"/{date.Year % 100}";
        return $"{first}/{second}{year}";
    }

    private (string Text, LocalDate Day) NumberOfDays(LocalDate today)
    {
        int count = 2 + _random.Next(9);
        bool weeks = _random.Next(2) == 0;
        string number = _random.Next(2) == 0 ? Words[count - 1] : count.ToString(CultureInfo.InvariantCulture);
        string unit = weeks ? "weeks" : "days";
        return (Pick([$"in {number} {unit}", $"{number} {unit} from now", $"{number} {unit} from today"]), today.PlusDays(weeks ? count * 7 : count));
    }

    private (string Text, LocalDate Day) TheNth(LocalDate today)
    {
        var day = today.PlusDays(1 + _random.Next(27));
        return ($"the {day.Day}{Suffix(day.Day)}", day);
    }

    private (string Text, int From, int? To, bool Bare) Clock()
    {
        int hour = 7 + _random.Next(12), minute = 15 * _random.Next(4);
        int shown = hour > 12 ? hour - 12 : hour;
        string half = hour < 12 ? "am" : "pm", minutes = minute.ToString("00", CultureInfo.InvariantCulture);
        int at = (hour * 60) + minute;
        int end = at + (30 * (1 + _random.Next(3)));
        switch (_random.Next(13))
        {
            case 0: return (shown.ToString(CultureInfo.InvariantCulture), hour * 60, null, true);
            case 1: return ($"{shown}{Pick(["", " "])}{half}", hour * 60, null, false);
            case 2: return ($"{shown}:{minutes}{Pick(["", " "])}{Pick([half, half.ToUpperInvariant()])}", at, null, false);
            case 3: return ($"{hour:00}:{minutes}", at, null, false);
            case 4: return ($"{shown}:{minutes}", at, null, false);
            case 5: return ($"half past {Pick([shown.ToString(CultureInfo.InvariantCulture), Words[shown - 1]])}", (hour * 60) + 30, null, false);
            case 6: return ($"quarter past {shown}", (hour * 60) + 15, null, false);
            case 7: return ($"{shown} o'clock", hour * 60, null, false);
            case 8: return ($"{shown}.{minutes}{half}", at, null, false);
            case 9: return (Pick(["noon", "midday"]), 12 * 60, null, false);
            case 10: return ($"{hour:00}{minutes}", at, null, true);
            case 11: return ($"{hour:00}:{minutes}{Pick(["-", " - ", "–", " to "])}{end / 60:00}:{end % 60:00}", at, end, false);
            default: return ($"{shown}{half[0]}{Pick(["", "m", ".m."])}", hour * 60, null, false);
        }
    }

    private string Dress(string text) => _random.Next(9) switch
    {
        0 => text.Replace(' ', '\u00A0'),
        1 => text.Replace(' ', '\u202F'),
        2 => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)),
        3 => text.Replace(" ", "  ", StringComparison.Ordinal),
        4 => "  " + text + " ",
        5 => text.Replace('-', '\u2011'),
        6 => $"*{text}*",
        _ => text,
    };

    private static string Suffix(int day) => (day % 10, day) switch { (_, > 10 and < 14) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" };

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}

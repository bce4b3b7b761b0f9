using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Appointments;

/// <summary>One appointment as a calendar keeps it.</summary>
/// <param name="Id">The same for every version of the appointment; it tells nothing of the deal.</param>
/// <param name="Sequence">Grows with every change, so that calendars take the newer one (RFC 5545, 3.8.7.4).</param>
/// <param name="Subject">No reason and nothing else that the buyer said stands in it.</param>
public sealed record CalendarEntry(string Id, int Sequence, string Subject, ZonedDateTime Start, ZonedDateTime End);

/// <summary>Writes an appointment as an iCalendar file (RFC 5545): its zone with its real clock changes, lines of at most 75 bytes.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8; method=PUBLISH";

    private const int LongestLine = 75;

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly OffsetPattern Shift = OffsetPattern.CreateWithInvariantCulture("+HHmm");
    private static readonly OffsetPattern OddShift = OffsetPattern.CreateWithInvariantCulture("+HHmmss");

    /// <summary>A clock change this far away does not touch the appointment, but shows a calendar that it knows the zone.</summary>
    private static readonly Duration Around = Duration.FromDays(370);

    /// <param name="now">When the file is made.</param>
    public static string Write(CalendarEntry entry, Instant now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var file = new StringBuilder();
        var zone = entry.Start.Zone;
        string[] head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//FollowUpBot//Appointments//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
        string[] body =
        [
            "BEGIN:VEVENT",
            $"UID:{entry.Id}@followupbot",
            $"DTSTAMP:{Utc.Format(now)}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"),
            $"DTSTART;TZID={zone.Id}:{Local.Format(entry.Start.LocalDateTime)}",
            $"DTEND;TZID={zone.Id}:{Local.Format(entry.End.LocalDateTime)}",
            $"SUMMARY:{Escaped(entry.Subject)}",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        foreach (var line in head.Concat(Zone(zone, entry.Start.ToInstant())).Concat(body))
            Fold(file, line);
        return file.ToString();
    }

    /// <summary>Each stretch between two clock changes is written out: no rule to misread, and what the zone's law says of those years.</summary>
    private static IEnumerable<string> Zone(DateTimeZone zone, Instant at)
    {
        yield return "BEGIN:VTIMEZONE";
        yield return $"TZID:{zone.Id}";
        foreach (var stretch in zone.GetZoneIntervals(at - Around, at + Around))
        {
            var part = stretch.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
            var before = stretch.HasStart ? zone.GetUtcOffset(stretch.Start - Duration.Epsilon) : stretch.WallOffset;
            var from = stretch.HasStart ? stretch.Start.WithOffset(before).LocalDateTime : new LocalDateTime(1970, 1, 1, 0, 0);
            yield return $"BEGIN:{part}";
            yield return $"DTSTART:{Local.Format(from)}";
            yield return $"TZOFFSETFROM:{Written(before)}";
            yield return $"TZOFFSETTO:{Written(stretch.WallOffset)}";
            yield return $"TZNAME:{Escaped(stretch.Name)}";
            yield return $"END:{part}";
        }

        yield return "END:VTIMEZONE";
    }

    private static string Written(Offset offset) => (offset.Seconds % 60 == 0 ? Shift : OddShift).Format(offset);

    /// <summary>RFC 5545, 3.3.11: backslash, semicolon, comma and line ends are marked; other control characters may not stand at all.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                escaped.Append("\\n");
            else if (rune.Value is '\\' or ';' or ',')
                escaped.Append('\\').Append(rune);
            else if (!Rune.IsControl(rune))
                escaped.Append(rune);
        }

        return escaped.ToString();
    }

    /// <summary>RFC 5545, 3.1: counted in bytes of UTF-8; a character is never cut in two.</summary>
    private static void Fold(StringBuilder file, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                length = 1;
            }

            file.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}

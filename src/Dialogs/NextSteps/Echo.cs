using System.Globalization;
using FollowUpBot.Dialogs.NextSteps.Sentences;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>Says back what was understood, so that a wrong date is seen before it is booked.</summary>
public static class Echo
{
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("H:mm", null);
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    /// <summary>"Tue 1 Dec 2026, 15:00 CET, 9:00 for them in New York"; the range's end behind a dash.</summary>
    /// <param name="buyerZone">The buyer's zone, when known; said only when its clock shows something else.</param>
    public static string Of(ZonedDateTime start, ZonedDateTime? end = null, DateTimeZone? buyerZone = null)
    {
        string until = end is { } last ? "–" + Clock.Format(last) : "";
        string said = $"{Day.Format(start.Date)}, {Clock.Format(start)}{until} {Abbreviation(start)}";
        if (buyerZone is null) return said;
        var theirs = start.ToInstant().InZone(buyerZone);
        if (theirs.Offset == start.Offset) return said;
        string day = theirs.Date == start.Date ? "" : $"{Day.Format(theirs.Date)}, ";
        return With(EchoText.ForThem, said, day + Clock.Format(theirs), Place(buyerZone));
    }

    /// <summary>One sentence for any reading; empty when nothing was read.</summary>
    public static string Of(Reading reading, DateTimeZone? buyerZone = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Kind switch
        {
            ReadingKind.Firm or ReadingKind.Range when reading.Start is { } start => Of(start, reading.End, buyerZone ?? reading.SaidIn),
            ReadingKind.Vague => reading.Window is { } window ? OfWindow(window) : "",
            ReadingKind.Past => EchoText.Over,
            ReadingKind.Invalid => Why(reading.Impossible),
            ReadingKind.Recurring => EchoText.Repeats,
            _ => "",
        };
    }

    private static string OfWindow(Window window)
    {
        if (window.Day is { } day) return Day.Format(day);
        var last = window.To.TimeOfDay == LocalTime.Midnight ? window.To.Date.PlusDays(-1) : window.To.Date;
        return last <= window.From.Date
            ? Day.Format(window.From.Date)
            : With(EchoText.Days, Day.Format(window.From.Date), Day.Format(last));
    }

    private static string Why(Impossible? why) => why switch
    {
        Impossible.NoSuchDay => EchoText.NoSuchDay,
        Impossible.NoSuchTime => EchoText.NoSuchTime,
        Impossible.WeekdayContradictsDate => EchoText.WeekdayAndDate,
        Impossible.SkippedByDaylightSaving => EchoText.ClocksGoForward,
        _ => "",
    };

    /// <summary>"CET" where the zone has letters, otherwise its offset: "UTC+05:30".</summary>
    private static string Abbreviation(ZonedDateTime time)
    {
        string name = time.GetZoneInterval().Name;
        if (time.Offset == Offset.Zero && name is not ("GMT" or "WET")) return "UTC";
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "UTC" + time.Offset.ToString("m", null);
    }

    private static string With(string sentence, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, sentence, values);

    private static string Place(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}

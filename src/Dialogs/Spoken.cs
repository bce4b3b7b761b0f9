using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Dialogs;

/// <summary>Dates, times and sums as the bot says them: always with weekday, date, time and zone, so that nobody has to guess.</summary>
public static class Spoken
{
    private static readonly LocalDateTimePattern DayAndTime = LocalDateTimePattern.Create("ddd d MMM uuuu, HH:mm", CultureInfo.InvariantCulture);
    private static readonly LocalDateTimePattern ShortDayAndTime = LocalDateTimePattern.Create("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern DayOnly = LocalDatePattern.Create("ddd d MMM", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern DayAndYear = LocalDatePattern.Create("ddd d MMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>"Tue 24 Nov 2026, 10:00 CET".</summary>
    public static string Moment(ZonedDateTime moment) =>
        $"{DayAndTime.Format(moment.LocalDateTime)} {moment.GetZoneInterval().Name}";

    /// <summary>"Tue 24 Nov 2026, 10:00".</summary>
    public static string DatedSlot(LocalDateTime slot) => DayAndTime.Format(slot);

    /// <summary>"Tue 24 Nov, 10:00".</summary>
    public static string Slot(LocalDateTime slot) => ShortDayAndTime.Format(slot);

    /// <summary>"Tue 24 Nov, 10:00 CET".</summary>
    public static string ShortMoment(ZonedDateTime moment) => $"{Slot(moment.LocalDateTime)} {moment.GetZoneInterval().Name}";

    /// <summary>"Tue 24 Nov".</summary>
    public static string Day(LocalDate day) => DayOnly.Format(day);

    /// <summary>"Tue 24 Nov 2026".</summary>
    public static string DatedDay(LocalDate day) => DayAndYear.Format(day);

    /// <summary>"USD 42,000"; null when the CRM gave no amount.</summary>
    public static string? Amount(DealFacts facts) =>
        facts.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{facts.Currency} {amount:N0}").Trim() : null;

    /// <summary>"7", "1,372".</summary>
    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"6th", "21st", "111th".</summary>
    public static string Ordinal(int number) => ((number / 10 % 10, number % 10) switch
    {
        (1, _) => SpokenText.NumberTh,
        (_, 1) => SpokenText.NumberSt,
        (_, 2) => SpokenText.NumberNd,
        (_, 3) => SpokenText.NumberRd,
        _ => SpokenText.NumberTh,
    }).With(number);

    /// <summary>"Dana", "the CFO", "their managing director".</summary>
    public static string People(string who) => who switch
    {
        [var first, ..] when char.IsLower(first) && !who.StartsWith("their ", StringComparison.Ordinal) && !who.StartsWith("the ", StringComparison.Ordinal) => SpokenText.TheirTitle.With(who),
        { Length: >= 2 and <= 4 } when who.All(char.IsAsciiLetterUpper) => SpokenText.TheTitle.With(who),
        _ => who,
    };

    public static string Level(UrgencyLevel level) => level switch
    {
        UrgencyLevel.High => SpokenText.High,
        UrgencyLevel.Medium => SpokenText.Medium,
        UrgencyLevel.Low => SpokenText.Low,
        _ => SpokenText.NotKnown,
    };
}

using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>Short ways to read a text in a test.</summary>
internal static class Say
{
    /// <summary>Wednesday 4 March 2026, 10:15 in New York: the usual now.</summary>
    public const string Now = "2026-03-04T10:15";

    public static ReadingContext At(string now, string zone, string locale = "en-US")
    {
        var at = DateTimeZoneProviders.Tzdb[zone];
        return new(Local(now).InZoneLeniently(at).ToInstant(), at, locale);
    }

    public static Reading Read(string text, string now = Now, string zone = "America/New_York", string locale = "en-US") =>
        NextStepReader.Read(text, At(now, zone, locale));

    /// <summary>"firm 2026-03-10T15:00", "range 2026-03-10T15:00 16:00", "vague Day", or the kind alone.</summary>
    public static string Short(Reading reading) => reading.Kind switch
    {
        ReadingKind.Firm => $"firm {Wall(reading.Start!.Value)}",
        ReadingKind.Range => $"range {Wall(reading.Start!.Value)} {reading.End!.Value:HH':'mm}",
        ReadingKind.Vague => $"vague {reading.Window?.Grain}",
        ReadingKind.Invalid => $"invalid {reading.Impossible}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    public static string Wall(ZonedDateTime time) => time.ToString("uuuu-MM-dd'T'HH:mm", null);

    private static LocalDateTime Local(string iso) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(iso).Value;
}

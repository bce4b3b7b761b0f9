using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Storage.Json;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Storage;

public sealed partial class NodaTimeConvertersTests
{
    [Fact]
    public void Each_type_is_one_ISO_text_and_is_read_back()
    {
        var times = new Times(
            Instant.FromUtc(2026, 3, 5, 15, 0) + Duration.FromTicks(7),
            new(2026, 3, 5),
            new(15, 0),
            new(2026, 3, 5, 15, 30, 1),
            Duration.FromHours(26.5),
            null,
            new() { [new LocalDate(2026, 3, 9)] = 1 });

        var json = JsonSerializer.Serialize(times, TimesJson.Default.Times);

        Assert.Equal(
            """{"At":"2026-03-05T15:00:00.0000007Z","On":"2026-03-05","From":"15:00:00","Local":"2026-03-05T15:30:01","Within":"26:30:00","Never":null,"Days":{"2026-03-09":1}}""",
            json);
        var read = JsonSerializer.Deserialize(json, TimesJson.Default.Times);
        Assert.Equal(times.Days, read?.Days);
        Assert.Equal(times, read is null ? null : read with { Days = times.Days });
    }

    [Fact]
    public void Instants_sort_as_their_texts_do()
    {
        var instants = new[] { 0L, 1, 9_999_999, 10_000_000, 10_000_001, 17_000_000_000_000_000, -1 }.Select(Instant.FromUnixTimeTicks).ToList();
        var texts = instants.ConvertAll(instant => JsonSerializer.Serialize(instant, TimesJson.Default.Instant));
        Assert.Equal(
            instants.Order().Select(instant => JsonSerializer.Serialize(instant, TimesJson.Default.Instant)), texts.Order(StringComparer.Ordinal));
        Assert.Single(texts.Select(text => text.Length).Distinct());
    }

    [Theory]
    [InlineData("-9998-01-01T00:00:00.0000000Z")]
    [InlineData("0000-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00.0000000Z")]
    [InlineData("2028-02-29T12:34:56.7654321Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void Moments_of_any_year_are_read_as_they_were_written(string text)
    {
        var instant = JsonSerializer.Deserialize($"\"{text}\"", TimesJson.Default.Instant);
        Assert.Equal(InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'").Parse(text).Value, instant);
        Assert.Equal(instant, JsonSerializer.Deserialize($"\"{text.Replace("T", "\\u0054", StringComparison.Ordinal)}\"", TimesJson.Default.Instant));
    }

    [Theory]
    [InlineData("\"2026-03-05T15:00:00\"")]
    [InlineData("\"2026-03-05T15:00:00.0000000+01:00\"")]
    [InlineData("\"2026-03-05T15:00:00.0000000\"")]
    [InlineData("\"2026-03-05T15:00:00.0000000Z \"")]
    [InlineData("\"2026-02-29T15:00:00.0000000Z\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"\"")]
    [InlineData("1772722800")]
    [InlineData("null")]
    public void Other_text_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, TimesJson.Default.Instant));

    internal sealed record Times(
        Instant At, LocalDate On, LocalTime From, LocalDateTime Local, Duration Within, Instant? Never, Dictionary<LocalDate, int> Days);

    [JsonSourceGenerationOptions(Converters =
    [
        typeof(InstantConverter), typeof(LocalDateConverter), typeof(LocalTimeConverter), typeof(LocalDateTimeConverter), typeof(DurationConverter),
    ])]
    [JsonSerializable(typeof(Times))]
    internal sealed partial class TimesJson : JsonSerializerContext;
}

using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Storage.Json;

/// <summary>One value as one JSON string in an ISO 8601 form. Text of another form is a <see cref="JsonException"/>.</summary>
/// <remarks>Name the converters in <c>[JsonSourceGenerationOptions(Converters = [typeof(InstantConverter), …])]</c>.</remarks>
public abstract class IsoTextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.TokenType is JsonTokenType.String ? reader.GetString() : null);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(pattern.Format(value));

    private T Parse(string? text) => text is not null && pattern.Parse(text) is { Success: true } parsed
        ? parsed.Value
        : throw new JsonException($"This is no {typeof(T).Name} in ISO 8601.");
}

/// <summary><c>2026-03-05T15:00:00.0000000Z</c>: UTC and of fixed width, so that texts sort as moments do; kept to 100 ns.</summary>
public sealed class InstantConverter() : IsoTextConverter<Instant>(SortableInstant.Pattern)
{
    /// <summary>A deal holds some sixty of them, so the years that .NET knows are read from the bytes as they stand.</summary>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Utf8Parser.TryParse(reader.ValueSpan, out DateTime at, out var length, 'O') && length == reader.ValueSpan.Length && at.Kind == DateTimeKind.Utc
            ? Instant.FromDateTimeUtc(at)
            : base.Read(ref reader, typeToConvert, options);
}

/// <summary><c>2026-03-05</c></summary>
public sealed class LocalDateConverter() : IsoTextConverter<LocalDate>(LocalDatePattern.Iso);

/// <summary><c>15:00:00</c>, with as many decimals as it needs.</summary>
public sealed class LocalTimeConverter() : IsoTextConverter<LocalTime>(LocalTimePattern.ExtendedIso);

/// <summary><c>2026-03-05T15:00:00</c>, with as many decimals as it needs.</summary>
public sealed class LocalDateTimeConverter() : IsoTextConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso);

/// <summary><c>26:30:00</c> for a day and two and a half hours.</summary>
public sealed class DurationConverter() : IsoTextConverter<Duration>(DurationPattern.JsonRoundtrip);

internal static class SortableInstant
{
    public static readonly InstantPattern Pattern =
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'");
}

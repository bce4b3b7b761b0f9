using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Storage.Json;
using Microsoft.Azure.Cosmos;
using NodaTime;

namespace FollowUpBot.Storage.Cosmos;

/// <summary>A document as it lies in the container. Of its fields the queries read pk, kind, owner, due and sort.</summary>
internal sealed record CosmosItem
{
    public required string Id { get; init; }

    public required string Pk { get; init; }

    /// <summary>The id as it is and the partition: unique, and in the order in which pages go.</summary>
    public required string Sort { get; init; }

    public required string Kind { get; init; }

    public string? Owner { get; init; }

    public Instant? Due { get; init; }

    /// <summary>Seconds from the last write, read by the service itself.</summary>
    public int? Ttl { get; init; }

    /// <summary>Which batch wrote the item last: it settles whether a batch without an answer was applied.</summary>
    public required string Operation { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public required string Body { get; init; }

    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    /// <summary>Seconds since 1970 by the service's clock.</summary>
    [JsonPropertyName("_ts")]
    public long? WrittenAt { get; init; }

    public static CosmosItem Of(Document document, string operation)
    {
        var kept = DocumentRules.Kept(document);
        return new()
        {
            Id = IdOf(kept.Id),
            Pk = kept.Partition,
            Sort = SortOf(kept.Id, kept.Partition),
            Kind = kept.Kind,
            Owner = kept.Owner,
            Due = kept.DueAt,
            Ttl = (int?)kept.TimeToLive?.TotalSeconds,
            Operation = operation,
            Body = kept.Body,
        };
    }

    public static string SortOf(string id, string partition) => $"{id}\n{partition}";

    /// <summary>
    /// The id as the service takes it. The SDK puts ids into a URL as they are, where <c>a%2Fb</c>, dots and outer blanks become something
    /// else; those characters are written as <c>~</c> and their code.
    /// </summary>
    public static string IdOf(string id)
    {
        var safe = new StringBuilder(id.Length);
        for (var i = 0; i < id.Length; i++)
        {
            var isOuter = i == 0 || i == id.Length - 1;
            if (id[i] is '%' or '~' || (i == 0 && id[i] == '.') || (isOuter && char.IsWhiteSpace(id[i])))
                safe.Append(CultureInfo.InvariantCulture, $"~{(int)id[i]:X2}");
            else
                safe.Append(id[i]);
        }

        return safe.ToString();
    }

    public StoredDocument ToStored() => new(
        new()
        {
            Partition = Pk,
            Id = Sort[..^(Pk.Length + 1)],
            Kind = Kind,
            Owner = Owner,
            DueAt = Due,
            TimeToLive = Ttl is { } seconds ? Duration.FromSeconds(seconds) : null,
            Body = Body,
        },
        ETag ?? throw new JsonException("The item came without its ETag."));

    /// <summary>One point read; null when there is no such item.</summary>
    public static async Task<CosmosItem?> ReadAsync(
        Container container, string partition, string id, CancellationToken cancellationToken)
    {
        using var response = await container.ReadItemStreamAsync(
            IdOf(id), new PartitionKey(partition), cancellationToken: cancellationToken);
        if (CosmosFault.From(response) is { } fault)
            throw fault;
        return response.IsSuccessStatusCode
            ? await JsonSerializer.DeserializeAsync(response.Content, CosmosJson.Default.CosmosItem, cancellationToken)
            : null;
    }

    /// <summary>Text that is JSON already, written as it is.</summary>
    internal sealed class RawJsonConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return value.RootElement.GetRawText();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
    }
}

/// <summary>The SDK asks for the arrays when it reads the pages of a query.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(CosmosItem))]
[JsonSerializable(typeof(CosmosItem[]))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class CosmosJson : JsonSerializerContext;

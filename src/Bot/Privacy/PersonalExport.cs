using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Privacy;

/// <summary>"export me": everything that is stored of a person, as one JSON text.</summary>
public sealed class PersonalExport(PersonalRecords records)
{
    /// <returns>A JSON array of <c>{ "kind", "id", "body" }</c>, the person's own documents first.</returns>
    public async Task<string> OfAsync(PersonDocument person, CancellationToken cancellationToken)
    {
        var documents = (await records.IdentityOfAsync(person, cancellationToken)).Concat(await records.OfAsync(person, cancellationToken)).DistinctBy(stored => (stored.Document.Partition, stored.Document.Id));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var stored in documents)
            {
                json.WriteStartObject();
                json.WriteString("kind", stored.Document.Kind);
                json.WriteString("id", stored.Document.Id);
                json.WritePropertyName("body");
                json.WriteRawValue(stored.Document.Body);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

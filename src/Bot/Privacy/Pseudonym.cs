using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Privacy;

/// <summary>A random name that stands from now on where a person was named; nothing leads back from it.</summary>
public sealed class Pseudonym
{
    private readonly HashSet<string> names;
    private readonly RepId rep = RepId.Parse(Guid.NewGuid().ToString("D"));

    public Pseudonym(PersonDocument person) => names = new(
        new[] { person.ObjectId, person.UserId, person.Name, person.Email, person.PrincipalName, person.Chat?.ConversationId }.OfType<string>(),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The document without the person; null when it does not name them.</summary>
    public Document? Over(Document document, PersonDocument person)
    {
        var body = JsonNode.Parse(document.Body) ?? throw new InvalidOperationException($"{document.Kind} {document.Id} is empty.");
        if (!Replace(body))
            return null;
        var owner = document.Owner is { } old && person.Names.Any(name => old == Keys.Owner(person.Tenant, name) || old == Keys.PastOwner(person.Tenant, name))
            ? Keys.PastOwner(person.Tenant, rep)
            : document.Owner;
        var renamed = document with { Body = body.ToJsonString(), Owner = owner };
        return document.Kind == ReminderDocument.Kind ? Silenced(renamed) : renamed;
    }

    /// <summary>Nobody is asked any more, and the chat is forgotten; what was answered about the buyer stays.</summary>
    private static Document Silenced(Document document)
    {
        var reminder = new StoredDocument(document, "").As(BotJson.Default.ReminderDocument).Value with { Chat = null, LastMessageId = null };
        var delivery = reminder.Delivery with { ActivityId = null };
        var silent = reminder.IsOpen
            ? (reminder with { Delivery = delivery }).Stop(ReminderEnd.RepForgotten)
            : reminder with { Delivery = delivery };
        return silent.ToDocument();
    }

    private bool Replace(JsonNode node)
    {
        var found = false;
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (IsName(value))
                    (fields[name], found) = (rep.Value, true);
                else if (value is not null)
                    found |= Replace(value);
            }
        }

        for (var i = 0; node is JsonArray items && i < items.Count; i++)
        {
            if (IsName(items[i]))
                (items[i], found) = (rep.Value, true);
            else if (items[i] is { } item)
                found |= Replace(item);
        }

        return found;
    }

    private bool IsName(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && names.Contains(text);
}

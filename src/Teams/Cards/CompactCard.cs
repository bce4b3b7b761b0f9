using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpBot.Teams.Protocol;
using FollowUpBot.Teams.Sentences;

namespace FollowUpBot.Teams.Cards;

/// <summary>
/// A message that is too large, made small once: long texts are cut, then parts of the card are left out from the end, and a line says
/// so. Fields to fill in, buttons and what was typed stay: without them the card would be of no use (teams rules 39 and 46).
/// </summary>
public static class CompactCard
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int MaxBytes = 12 * 1024;

    private const int LongestText = 160;

    /// <summary>The same message with smaller cards; null when it has none.</summary>
    public static Activity? Of(Activity message) =>
        message.Attachments is { Count: > 0 } attachments && attachments.Any(IsCard)
            ? message with { Attachments = [.. attachments.Select(attachment => IsCard(attachment) ? Smaller(attachment) : attachment)] }
            : null;

    private static bool IsCard(Attachment attachment) =>
        attachment is { ContentType: Card.ContentType, Content: not null };

    private static Attachment Smaller(Attachment attachment)
    {
        var card = JsonNode.Parse(attachment.Content is { } content ? content.Json.Span : "{}"u8)?.AsObject() ?? [];
        CutTexts(card["body"]);
        if (card["body"] is JsonArray body)
            LeaveOutFromTheEnd(card, body);
        return attachment with { Content = WrittenCard.Of(card) };
    }

    private static void LeaveOutFromTheEnd(JsonObject card, JsonArray body)
    {
        var isShorter = false;
        for (var last = body.Count - 1; last > 0 && Size(card) > MaxBytes; last--)
        {
            if (HasInput(body[last]))
                continue;
            body.RemoveAt(last);
            isShorter = true;
        }

        if (isShorter)
            body.Add(new JsonObject { ["type"] = "TextBlock", ["text"] = CompactCardText.LeftOut, ["wrap"] = true, ["isSubtle"] = true });
    }

    private static void CutTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject it:
                if (it["text"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > LongestText)
                    it["text"] = Cut(text);
                foreach (var (_, inner) in it)
                    CutTexts(inner);
                break;
            case JsonArray list:
                foreach (var inner in list)
                    CutTexts(inner);
                break;
        }
    }

    /// <summary>Neither between the halves of a character nor between an escape and what it escapes.</summary>
    private static string Cut(string text)
    {
        var end = LongestText;
        while (end > 0 && (char.IsHighSurrogate(text[end - 1]) || text[end - 1] == '\\'))
            end--;
        return text[..end] + "…";
    }

    private static bool HasInput(JsonNode? node) => node switch
    {
        JsonObject it => (it["type"]?.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal) ?? false) || it.Any(field => HasInput(field.Value)),
        JsonArray list => list.Any(HasInput),
        _ => false,
    };

    private static int Size(JsonObject card) => WrittenCard.Of(card).Json.Length;
}

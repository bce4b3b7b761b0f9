using System.Text.Json;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>A message that was left out, or put off.</summary>
/// <param name="Of">The document that it would have come from.</param>
/// <param name="Until">When it is tried again; null when it is not.</param>
public sealed record PreviewGap(Instant At, Document Of, string Reason, Instant? Until);

/// <summary>Reads from the states of what is sent why something is not.</summary>
public sealed class PreviewLog(IClock clock)
{
    private readonly List<PreviewGap> leftOut = [];
    private readonly HashSet<(string Partition, string Id)> touched = [];

    public IReadOnlyList<PreviewGap> LeftOut
    {
        get
        {
            lock (leftOut)
                return [.. leftOut];
        }
    }

    /// <summary>The documents that were written, so that whom they are for can be looked up.</summary>
    public IReadOnlyCollection<(string Partition, string Id)> Touched => touched;

    public void Take(PreviewChange change)
    {
        if (change.After is not { } after)
            return;
        lock (leftOut)
        {
            touched.Add((after.Partition, after.Id));
            if (after.Kind == EventDocument.Kind)
                TakeEvent(after);
            else if (Delivery(after) is { } delivery)
                TakeDelivery(change.Before, after, delivery);
        }
    }

    private void TakeEvent(Document document)
    {
        var line = new StoredDocument(document, "").As(BotJson.Default.EventDocument).Value;
        if (line.By == "clock")
            leftOut.Add(new PreviewGap(clock.GetCurrentInstant(), document, $"{line.What}, {line.Detail}", Until: null));
    }

    private void TakeDelivery(Document? before, Document after, JsonElement delivery)
    {
        var state = delivery.GetProperty("state").GetString();
        var was = before is null ? null : Delivery(before)?.GetProperty("state").GetString();
        var now = clock.GetCurrentInstant();
        var reason = delivery.TryGetProperty("reason", out var said) ? said.GetString() : null;
        if (state is nameof(DeliveryState.Cancelled) or nameof(DeliveryState.Unreachable) or nameof(DeliveryState.Dead) or nameof(DeliveryState.Uncertain) && state != was)
            leftOut.Add(new PreviewGap(now, after, reason ?? state, Until: null));
        else if (state == nameof(DeliveryState.Scheduled) && was == state && after.DueAt > now && after.DueAt != before?.DueAt)
            leftOut.Add(new PreviewGap(now, after, reason ?? PreviewLineText.OutsideHours, after.DueAt));
    }

    private static JsonElement? Delivery(Document document)
    {
        using var json = JsonDocument.Parse(document.Body);
        return json.RootElement.TryGetProperty("delivery", out var delivery) ? delivery.Clone() : null;
    }
}

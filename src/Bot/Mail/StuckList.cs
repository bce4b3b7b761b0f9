using System.Text.Json;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>One thing that does not go its way, in words for an admin; ids only, no names and nothing that anybody wrote.</summary>
public sealed record StuckItem(string Partition, string Id, string State, int Attempts, Instant Since, string Reason, string WhatToDo, Instant? NextAt);

/// <summary>Reads what is stuck now: a note whose document has gone its way since is passed over.</summary>
public sealed class StuckList(IDocumentStore store)
{
    private const int MostItems = 200;

    private const string Poison = "Failing";

    public async Task<IReadOnlyList<StuckItem>> ReadAsync(CancellationToken cancellationToken)
    {
        var items = new List<StuckItem>();
        string? continuation = null;
        do
        {
            var page = await store.OwnedAsync(Keys.StuckOwner, StuckDocument.Kind, continuation, limit: MostItems, cancellationToken);
            foreach (var noted in page.Documents)
            {
                if (await ReadAsync(noted, cancellationToken) is { } item)
                    items.Add(item);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null && items.Count < MostItems);
        return [.. items.DistinctBy(item => (item.Partition, item.Id)).OrderBy(item => item.Since)];
    }

    private async Task<StuckItem?> ReadAsync(StoredDocument noted, CancellationToken cancellationToken)
    {
        var note = noted.As(BotJson.Default.StuckDocument).Value;
        if (await store.GetAsync(noted.Document.Partition, note.Of, cancellationToken) is not { Document: var document })
            return null;
        var state = StateOf(document.Body);
        var stuckState = (state, note) switch
        {
            ({ } known, _) when Enum.TryParse<DeliveryState>(known, out var delivery) && Stuck.IsStuck(document.Kind, delivery) => known,
            (_, { Attempts: >= Backoff.MostAttempts, NextAt: null }) when document.DueAt is null => Poison,
            (_, { NextAt: { } next }) when document.DueAt == next => Poison,
            _ => null,
        };
        return stuckState is null ? null : new StuckItem(
            document.Partition, document.Id, stuckState, note.Attempts, note.Since, note.Reason, WhatToDo(document.Kind, stuckState), document.DueAt);
    }

    private static string? StateOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("delivery", out var delivery) && delivery.TryGetProperty("state", out var state) ? state.GetString() : null;
    }

    private static string WhatToDo(string kind, string state) => state switch
    {
        not Poison when kind == LostDigestDocument.Kind => "A weekly card did not come, and nobody who manages it could be told. Tell them yourself, with the reason.",
        nameof(DeliveryState.Uncertain) => "Nothing for a reminder: the rep's next daily message names it. For a weekly card, look into the channel; \"digest now\" shows it again.",
        nameof(DeliveryState.Unreachable) => "Add the app to the team again, or say \"digest here\" in another channel; who set the card up was told so, if they have the app.",
        nameof(DeliveryState.Dead) => "Mend what the reason names. The rep still finds it under \"my deals\"; a newer revision of the meeting does not send it again.",
        _ => "Our own code fails at it: look for its kind in the log, and report it. It is tried again at nextAt; without one, after its next change.",
    };
}

using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>One signed delivery of a feed.</summary>
/// <param name="Tenant">From the source whose secret verified, never from the body.</param>
/// <param name="Source">The source's configured name.</param>
/// <param name="Id">The webhook-id: the same over retries of one delivery.</param>
public sealed record FeedDelivery(string Tenant, string Source, string Id);

/// <summary>What the feed answers.</summary>
/// <param name="IsRepeat">The delivery (or this revision of the meeting) was taken before; nothing changed.</param>
/// <param name="ReminderDue">When the rep is reminded; null when nobody will be.</param>
public sealed record IntakeAnswer(bool IsRepeat, Instant? ReminderDue);

/// <summary>Takes what the CRM says into the store: one atomic batch a delivery.</summary>
public sealed class Intake(IDocumentStore store)
{
    public Task<IntakeAnswer> LogAsync(FeedDelivery delivery, DealFacts deal, Meeting meeting, Instant now, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{store} {delivery} {deal} {meeting} {now} {cancellationToken}");

    public Task<IntakeAnswer> PutDealAsync(FeedDelivery delivery, string dealId, DealFacts deal, Instant now, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{store} {delivery} {dealId} {deal} {now} {cancellationToken}");
}

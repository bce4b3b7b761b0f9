using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Demo;

/// <summary>One thing that people were told, and whether the store says the same.</summary>
public sealed record ToldFact(string Claim, bool IsSo);

/// <summary>What people were told while the main job was played.</summary>
/// <param name="Answers">What the rep typed, by field.</param>
/// <param name="Slot">The title of the slot that the rep picked.</param>
/// <param name="Confirmed">The card that told the rep what was saved.</param>
/// <param name="Digest">The card that told the channel of the stalled deal.</param>
/// <param name="Mended">The same card, when the rep had mended it.</param>
public sealed record Told(
    Person Rep, Channel Channel, IReadOnlyDictionary<string, string> Answers, string Slot, ShownMessage Confirmed, ShownMessage Digest, ShownMessage Mended)
{
    public const string DealName = "Contoso renewal";

    private const string DealId = "contoso-renewal";

    private static readonly DateTimeZone ChannelZone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly LocalDate DigestDay = new(2026, 3, 16);

    /// <summary>Reads the facts back.</summary>
    public async Task<IReadOnlyList<ToldFact>> CompareAsync(IDocumentStore store)
    {
        var partition = Keys.DealPartition(Rep.TenantId, DealId);
        var deal = (await store.FindAsync(partition, Keys.Deal, BotJson.Default.Deal, CancellationToken.None))?.Value;
        var reminders = await store.InPartitionAsync(partition, ReminderDocument.Kind, continuation: null, limit: 3, CancellationToken.None);
        var followUps = reminders.Documents.Select(stored => stored.As(BotJson.Default.ReminderDocument).Value).ToList();
        var digest = await store.FindAsync(
            Keys.ChannelPartition(Rep.TenantId, Channel.Id), Keys.Digest(DigestDay), BotJson.Default.DigestDocument, CancellationToken.None);
        var answers = deal?.History.Answers.Select(answer => answer.Said).ToList() ?? [];
        var reminder = followUps.Where(followUp => followUp.Ask is null).ToList() is [var only] ? only : null;
        var question = followUps.Where(followUp => followUp.Ask is not null).ToList() is [var asked] ? asked : null;
        return [.. FollowUpFacts(answers.FirstOrDefault()), .. DeliveryFacts(reminder, digest?.Value), .. MendFacts(question, deal?.NextStepStanding)];
    }

    private IEnumerable<ToldFact> FollowUpFacts(FollowUp? followUp)
    {
        var step = followUp?.NextStep;
        yield return new("why they want it, in the rep's words", followUp?.Reason == Answers["reason"]);
        yield return new("how urgent it is and what drives it", followUp?.Urgency == new Urgency(UrgencyLevel.High, Answers["driver"]));
        yield return new($"the slot that was picked, {Slot}, in the rep's zone", step is not null && Spoken.Slot(step.Local) == Slot && step.ZoneId == Rep.Zone.Id);
        yield return new("the confirmation's weekday, date, time and zone", step is not null && IsOn(Confirmed, Spoken.Moment(step.Zoned)));
        yield return new("who answered", followUp?.CapturedBy.Value == Rep.Email);
    }

    private IEnumerable<ToldFact> DeliveryFacts(ReminderDocument? reminder, DigestDocument? digest)
    {
        yield return new("one reminder, sent once and answered on the card that was sent",
            reminder is { End: ReminderEnd.Answered, Delivery: { State: DeliveryState.Sent, Attempts: 1 } } && reminder.Delivery.ActivityId == Confirmed.Id);
        yield return new("one weekly card, sent once, as the message that stands in the channel",
            digest is { Delivery: { State: DeliveryState.Sent, Attempts: 1 } } && digest.Delivery.ActivityId == Digest.Id);
        yield return new("the deal and its owner on the weekly card", IsOn(Digest, DealName) && IsOn(Digest, Rep.Name));
    }

    private IEnumerable<ToldFact> MendFacts(ReminderDocument? question, NextStep? step)
    {
        yield return new("one question from the manager, sent once and answered", question is { End: ReminderEnd.Answered, Delivery: { State: DeliveryState.Sent, Attempts: 1 } });
        yield return new("the mended step on the same weekly card", step is not null && Mended.Id == Digest.Id && IsOn(Mended, Spoken.ShortMoment(step.At.InZone(ChannelZone))));
    }

    private static bool IsOn(ShownMessage message, string words) => message.CardText.Contains(words, StringComparison.Ordinal);
}

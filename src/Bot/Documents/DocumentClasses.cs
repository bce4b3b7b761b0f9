using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>One class of document and how long it is kept after its last change.</summary>
/// <param name="Kept">Null when it has no end of its own; <paramref name="Reason"/> says what ends it.</param>
public sealed record DocumentClass(string Kind, Duration? Kept, string Reason);

/// <summary>Every class of document that is stored; docs/storage.md shows the same table.</summary>
public static class DocumentClasses
{
    public static readonly IReadOnlyList<DocumentClass> All =
    [
        new(Keys.Deal, Retention.History, "a deal that nothing happened to for two years"),
        new(Keys.MeetingKind, Retention.History, "history"),
        new(ReminderDocument.Kind, Retention.History, "history"),
        new(EventDocument.Kind, Retention.History, "the audit trail"),
        new(InboxDocument.Kind, Retention.Delivery, "longer than any sender repeats"),
        new(CardUpdateDocument.Kind, Retention.Delivery, "longer than any update is tried"),
        new(DealNewsDocument.Kind, Retention.Delivery, "longer than any update is tried"),
        new(DigestUpdateDocument.Kind, Retention.Delivery, "longer than any update is tried"),
        new(HeadsUpPlanDocument.Kind, Retention.Delivery, "made anew with each weekly card"),
        new(HeadsUpDocument.Kind, Retention.Delivery, "longer than its weekly card is the latest"),
        new(TombstoneDocument.Kind, Retention.Delivery, "longer than any sender repeats"),
        new(AppointmentDocument.Kind, Retention.History, "an appointment may be far ahead"),
        new(NoticeDocument.Kind, Retention.Delivery, "longer than a doubt lasts"),
        new(AttentionDocument.Kind, Retention.Delivery, "long enough to say why nothing came"),
        new(RoundDocument.Kind, Retention.Delivery, "as long as a follow-up is open"),
        new(StuckDocument.Kind, Retention.Delivery, "longer than an admin needs to mend it"),
        new(TakenDocument.Kind, Retention.Repetition, "longer than Teams repeats a message"),
        new(DigestDocument.Kind, Retention.History, "history"),
        new(LostDigestDocument.Kind, Retention.Delivery, "longer than it takes to mend a weekly card"),
        new(WeeksDocument.Kind, Retention.History, "the figures of the last weeks"),
        new(PersonDocument.Kind, null, "as long as the person has the app, then 30 days"),
        new(AliasDocument.Kind, null, "as long as the person has the app, then 30 days"),
        new(ChannelDocument.Kind, null, "until \"digest off\" or the app is removed from the team"),
        new(TeamDocument.Kind, null, "until the app is removed from the team"),
        new(LinkKeyDocument.Kind, null, "what the bot signs its links with; without it a new one is made, and open links end"),
    ];
}

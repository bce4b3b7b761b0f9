using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>The checker: what is in the store and what Teams took, held against what senders and reps were told.</summary>
public sealed class Invariants(Surroundings around, Crm crm, Reps reps)
{
    private readonly List<(Document Document, Meeting Value)> meetings = Read(around, "meeting", BotJson.Default.Meeting);
    private readonly List<(Document Document, ReminderDocument Value)> reminders = Read(around, ReminderDocument.Kind, BotJson.Default.ReminderDocument);
    private readonly List<(Document Document, NoticeDocument Value)> notices = Read(around, NoticeDocument.Kind, BotJson.Default.NoticeDocument);

    public IEnumerable<string> Broken() =>
        EveryMeetingOnce().Concat(EveryReminderEnds()).Concat(NothingTwice()).Concat(WhatWasShownIsStored()).Concat(NewestWins())
            .Concat(OneCardAWeek()).Concat(WithinLimits()).Concat(NoTenantMeetsAnother()).Concat(NothingPilesUp());

    private static List<(Document, T)> Read<T>(Surroundings around, string kind, JsonTypeInfo<T> type) =>
        [.. around.Store.All.Where(document => document.Kind == kind).Select(document => (document, new StoredDocument(document, "").As(type).Value))];

    private IEnumerable<string> EveryMeetingOnce()
    {
        foreach (var meeting in crm.Acknowledged.GroupBy(logged => logged.MeetingId))
        {
            var found = meetings.Count(stored => stored.Value.Id == meeting.Key);
            if (found != 1)
                yield return $"I1: {meeting.Key} was acknowledged and is stored {found} times";
            var reminded = reminders.Count(stored => stored.Value.Meeting.Id == meeting.Key);
            if (reminded > 1 || (reminded == 0 && meeting.All(logged => !logged.Cancelled)))
                yield return $"I1: {meeting.Key} has {reminded} reminders";
        }
    }

    private IEnumerable<string> EveryReminderEnds()
    {
        foreach (var (document, reminder) in reminders)
        {
            var delivery = reminder.Delivery;
            var isKnown = delivery.State switch
            {
                DeliveryState.Sent => IsShown(reminder),
                DeliveryState.Told => notices.Any(notice => notice.Value.Delivery.State == DeliveryState.Sent && Names(notice.Value, reminder)) && WasPosted(reminder, isNotice: true),
                DeliveryState.Cancelled => !reminder.IsOpen,
                DeliveryState.Unreachable => around.Teams.Closed.Contains(Cast.ChatOf(reminder)),
                DeliveryState.Dead => reminder.Notices > 2,
                DeliveryState.Scheduled when IsPutOff(reminder) => true,
                _ => !reminder.IsOpen && delivery.State != DeliveryState.Sending,
            };
            if (!isKnown)
                yield return $"I2: {reminder.Meeting.Id} ended as {delivery.State} ({delivery.Reason}), end {reminder.End}, which is not true";
            if (document.DueAt is { } due && reminder.IsOpen && !IsPutOff(reminder))
                yield return $"I2: {reminder.Meeting.Id} is still due at {due}";
        }

        foreach (var (document, notice) in notices.Where(notice => notice.Value.Delivery.State is DeliveryState.Scheduled or DeliveryState.Sending))
            yield return $"I2: {document.Id} of {notice.ObjectId} ended as {notice.Delivery.State}";
    }

    /// <summary>Its rep has chosen a time that has not come yet.</summary>
    private bool IsPutOff(ReminderDocument reminder) => reminder is { RepChoseTime: true, Delivery.DueAt: { } due } && due > around.World.Now;

    private IEnumerable<string> NothingTwice()
    {
        var most = around.Mail.OnAmbiguous == OnAmbiguous.ResendOnce ? 2 : 1;
        foreach (var posts in around.Teams.Posts.Where(post => !post.IsNotice && post.Reminders.Count == 1).GroupBy(post => post.Reminders[0]))
        {
            var id = posts.Key;
            var allowed = most * (1 + reps.Postponed.GetValueOrDefault(id) + crm.HeldAgain.GetValueOrDefault(id.Replace("reminder:", "", StringComparison.Ordinal)));
            if (posts.Count() > allowed)
                yield return $"I3: {id} was posted {posts.Count()} times, {allowed} allowed";
        }

        foreach (var (_, notice) in notices)
        {
            var chat = Cast.All.First(player => player.ObjectId == notice.ObjectId).Chat;
            var days = notices.Count(other => other.Value.ObjectId == notice.ObjectId);
            if (around.Teams.Posts.Count(post => post.IsNotice && post.Conversation == chat) > days)
                yield return $"I3: {chat} got more daily messages than days";
        }
    }

    private IEnumerable<string> WhatWasShownIsStored() => new Saved(
        reps,
        reminders,
        Read(around, EventDocument.Kind, BotJson.Default.EventDocument),
        [.. Read(around, Keys.Deal, BotJson.Default.Deal).Select(deal => deal.Item2)]).Broken();

    private IEnumerable<string> NewestWins()
    {
        foreach (var logged in crm.Acknowledged.GroupBy(logged => logged.MeetingId))
        {
            var newest = logged.MaxBy(state => state.Revision);
            var stored = meetings.FirstOrDefault(meeting => meeting.Value.Id == logged.Key).Value;
            if (stored is not null && (stored.Revision != newest?.Revision || stored.Cancelled != newest.Cancelled))
                yield return $"I6: {logged.Key} is stored as revision {stored.Revision}, acknowledged was {newest?.Revision}";
            if (newest is { Cancelled: true } && reminders.Any(reminder => reminder.Value.Meeting.Id == logged.Key && reminder.Value.IsOpen))
                yield return $"I6: {logged.Key} is cancelled and still asked about";
        }
    }

    private IEnumerable<string> OneCardAWeek()
    {
        var zone = Cast.Rosa.Zone;
        foreach (var week in around.Teams.Posts.Where(post => post.Conversation == Cast.Channel).GroupBy(post => Keys.Digest(post.At.InZone(zone).Date)))
        {
            if (week.Count() > 1)
                yield return $"I7: {week.Key} was posted {week.Count()} times";
        }

        var weeks = Read(around, DigestDocument.Kind, BotJson.Default.DigestDocument);
        foreach (var (document, digest) in weeks.Where(week => week.Item2.Delivery.State is not (DeliveryState.Sent or DeliveryState.Cancelled or DeliveryState.Uncertain)))
            yield return $"I7: {document.Id} ended as {digest.Delivery.State}";
        if (weeks.Count < 2)
            yield return $"I7: two weekly moments have passed, {weeks.Count} cards were made";
    }

    private IEnumerable<string> WithinLimits()
    {
        foreach (var chat in around.Teams.Posts.Where(post => !around.World.Paused.Contains(post.Replica)).GroupBy(post => post.Conversation))
        {
            if (MostWithin(chat, Duration.FromSeconds(1)) > 7 || MostWithin(chat, Duration.FromSeconds(30)) > 60)
                yield return $"I8: {chat.Key} got too much at once";
        }

        if (MostWithin(around.Teams.Posts, Duration.FromSeconds(1)) > 50)
            yield return "I8: too much at once";
    }

    private static int MostWithin(IEnumerable<Post> posts, Duration span)
    {
        var moments = posts.Select(post => post.At).Order().ToList();
        return moments.Count == 0 ? 0 : moments.Max(from => moments.Count(at => at >= from && at - from < span));
    }

    private IEnumerable<string> NoTenantMeetsAnother()
    {
        foreach (var post in around.Teams.Posts)
        {
            foreach (var id in post.Reminders.Where(id => reminders.All(stored => stored.Value.Id != id || Cast.ChatOf(stored.Value) != post.Conversation)))
                yield return $"I9: {id} was posted to {post.Conversation}";
        }
    }

    private IEnumerable<string> NothingPilesUp()
    {
        // The appointments of this story lie two weeks ahead of its end.
        var left = around.Store.All.Where(document => document.DueAt is not null && document.Kind is not ("channel" or "reminder" or "round" or AppointmentDocument.Kind)).ToList();
        if (left.Count > 0)
            yield return $"I10: left over: {string.Join(' ', left.Select(document => document.Id))}";
        if (around.Store.All.Count() > 80 + (crm.Acknowledged.Count * 60))
            yield return $"I10: {around.Store.All.Count()} documents of {crm.Acknowledged.Count} deliveries";
    }

    /// <summary>The rep has it in Teams: its card, the daily message that names it, or the card that they pressed.</summary>
    private bool IsShown(ReminderDocument reminder) =>
        WasPosted(reminder, isNotice: false) || WasPosted(reminder, isNotice: true) || reps.Seen.Contains((Cast.ChatOf(reminder), reminder.Id));

    private bool WasPosted(ReminderDocument reminder, bool isNotice) =>
        around.Teams.Posts.Any(post => post.IsNotice == isNotice && post.Reminders.Contains(reminder.Id) && post.Conversation == Cast.ChatOf(reminder));

    private static bool Names(NoticeDocument notice, ReminderDocument reminder) => notice.Named.Any(pointer => pointer.ReminderId == reminder.Id);
}

using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>Stores what a person says about when they may be spoken to, with its line in the audit trail, and looks again at what waited because of it.</summary>
public sealed class PreferenceLedger(IDocumentStore store, RecentPeople recent, PeopleDirectory directory)
{
    /// <param name="what">The audit line, without a word of what was typed.</param>
    /// <returns>The person as stored now; null when they are not known any more.</returns>
    public async Task<PersonDocument?> ChangeAsync(
        PersonDocument person, string what, Func<Preferences, Preferences> change, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.PersonPartition(person.Tenant, person.ObjectId);
        while (await ReadAsync(person, partition, cancellationToken) is { } stored)
        {
            var old = stored.Value;
            var changed = old with { Preferences = change(old.Preferences), Before = new PreferencesBefore(old.Preferences, now), Asked = null };
            if (await SaveAsync(changed, stored, what, now, cancellationToken))
            {
                await ReleaseAsync(changed, now, cancellationToken);
                return changed;
            }
        }

        return null;
    }

    /// <summary>The last change is taken back.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> UndoAsync(PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.PersonPartition(person.Tenant, person.ObjectId);
        while (await ReadAsync(person, partition, cancellationToken) is { Value.Before: { } before } stored)
        {
            var changed = stored.Value with { Preferences = before.Preferences, Before = null, Asked = null };
            if (await SaveAsync(changed, stored, "settings undone", now, cancellationToken))
            {
                await ReleaseAsync(changed, now, cancellationToken);
                return true;
            }
        }

        return false;
    }

    private async Task<Stored<PersonDocument>?> ReadAsync(PersonDocument person, string partition, CancellationToken cancellationToken) =>
        recent.Take(person.Tenant, person.ObjectId) ?? await store.FindAsync(partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken);

    private async Task<bool> SaveAsync(PersonDocument changed, Stored<PersonDocument> old, string what, Instant now, CancellationToken cancellationToken)
    {
        var document = changed.ToDocument();
        var line = new EventDocument(now, changed.ObjectId, what, Detail: null);
        DocumentWrite[] writes = [document.Over(old), StoredForms.Audit(document.Partition, line, what)];
        var isSaved = await store.BatchAsync(document.Partition, writes, cancellationToken) switch
        {
            BatchResult.Committed => true,
            BatchResult.Refused { Index: 0 } => false,
            _ => await store.BatchAsync(document.Partition, [writes[0]], cancellationToken) is BatchResult.Committed, // the same line stands already
        };
        directory.ForgetCalendars();
        return isSaved;
    }

    /// <summary>What was held back is decided anew; where it still may not go, it waits again.</summary>
    private async Task ReleaseAsync(PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        foreach (var stored in await directory.OpenRemindersOfAsync(person))
        {
            if (stored.Value is not { HeldFor: not null, Delivery.State: DeliveryState.Held or DeliveryState.Scheduled } reminder)
                continue;
            var released = reminder with { Delivery = reminder.Delivery.Postpone(now) };
            await store.BatchAsync(reminder.Partition, [released.ToDocument().Over(stored)], cancellationToken);
        }
    }
}

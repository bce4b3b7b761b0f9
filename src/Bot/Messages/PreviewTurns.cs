using System.Globalization;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Previews;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// "preview week": what would be sent, to whom and when. A manager sees what goes to the own channels and their people; an admin sees all. In
/// a channel, what a person would read in their own chat is left out.
/// </summary>
public sealed class PreviewTurns(PreviewRun run, IDocumentStore store, ChannelDoor door, ChannelRoles roles, Rosters rosters)
{
    private const int MostLines = 40;

    private static readonly Period Furthest = Period.FromWeeks(8);

    public async Task<Activity> ChannelAsync(ChannelTurn turn, PreviewWeek week, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.PreviewWeek, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } channel)
            return Message.Of(Replies.DigestNotSet);
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        return Message.Of(await TellAsync(turn.Tenant, [channel], isAll: false, week, zone, isPublic: true, turn.Now, cancellationToken));
    }

    public async Task<Activity> PersonAsync(PersonDocument person, PreviewWeek week, DateTimeZone zone, Instant now, CancellationToken cancellationToken)
    {
        var role = await roles.OfAsync(channel: null, person.ObjectId, now, cancellationToken);
        var managed = new List<ChannelDocument>();
        await foreach (var channel in store.AllOwnedAsync(Keys.Channels(person.Tenant), ChannelDocument.Kind, BotJson.Default.ChannelDocument))
        {
            if ((await roles.OfAsync(channel, person.ObjectId, now, cancellationToken)).HasFlag(Roles.Manager))
                managed.Add(await rosters.ReadAsync(person.Tenant, channel.Value.ChannelId, cancellationToken) ?? channel.Value);
        }

        if (!Permissions.Allow(Verb.PreviewWeek, Place.Personal, role | (managed.Count > 0 ? Roles.Manager : 0)))
            return Message.Of(PreviewWords.Refused);
        return Message.Of(await TellAsync(person.Tenant, managed, role.HasFlag(Roles.Admin), week, zone, isPublic: false, now, cancellationToken));
    }

    private async Task<string> TellAsync(
        string tenant, IReadOnlyList<ChannelDocument> channels, bool isAll, PreviewWeek week, DateTimeZone zone, bool isPublic, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(zone).Date;
        var monday = week.From(today);
        if (monday.PlusWeeks(1) <= today)
            return PreviewWords.Past;
        if (monday > today + Furthest)
            return PreviewWords.TooFar;
        var (from, until) = (Instant.Max(now, zone.AtStartOfDay(monday).ToInstant()), zone.AtStartOfDay(monday.PlusWeeks(1)).ToInstant());
        var previewed = await run.WeekAsync(tenant, from, until, now, cancellationToken);
        var people = channels.SelectMany(channel => channel.Reps.SelectMany(member => member.Names).Select(name => name.Value).Concat(channel.Managers)).ToHashSet();
        var seen = previewed.Lines.Where(line => isAll || (line.ChannelId is { } id ? channels.Any(channel => channel.ChannelId == id) : people.Contains(line.Person ?? ""))).ToList();
        var lines = seen.Take(MostLines).Select(line => line.ToLine(withText: !isPublic || line.ChannelId is not null)).ToList();
        if (seen.Count > MostLines || previewed.IsCutShort)
            lines.Add(PreviewWords.More(seen.Count - MostLines));
        return PreviewWords.Week(Keys.Week(monday), lines);
    }
}

using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Judges the open deals of a channel's members and compares them with last week's card.</summary>
public sealed class DigestReading(StallReading stalls, DigestWeeks weeks, PeopleDirectory directory, MendedDeals mended)
{
    /// <summary>Everything that is stalled now, whoever has heard of it.</summary>
    public async Task<DigestContents> ReadAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var deals = await JudgeAsync(channel, now, cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        var past = await weeks.ReadAsync(channel, cancellationToken);
        var before = past.Before(Keys.Week(now.InZone(zone).Date));
        var lastWeek = before.Count > 0 ? before[^1] : null;
        var rows = RowsOf(deals, lastWeek);
        return new DigestContents(rows, now, zone)
        {
            HasLastWeek = lastWeek is not null,
            Unreached = await UnreachedAsync(channel),
            Cleared = lastWeek?.Stalled.Keys.Count(id => rows.All(row => row.Stalled.Deal.Id != id)) ?? 0,
            Weeks = [.. before.TakeLast(DigestWeeks.Shown - 1).Select(week => week.Figures), FiguresOf(deals)],
        };
    }

    /// <summary>A card that was posted, as its deals stand now: what is mended stays on it and says so; what stalled since waits for the next card.</summary>
    public async Task<DigestContents> AgainAsync(
        ChannelDocument channel, WeekEntry posted, IReadOnlyList<WeekEntry> before, Instant now, CancellationToken cancellationToken)
    {
        var deals = (await JudgeAsync(channel, now, cancellationToken)).Where(it => posted.Stalled.ContainsKey(it.Deal.Judgement.Deal.Id)).ToList();
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        var lastWeek = before.Count > 0 ? before[^1] : null;
        return new DigestContents(RowsOf(deals, lastWeek), posted.PostedAt ?? now, zone)
        {
            HasLastWeek = lastWeek is not null,
            Unreached = await UnreachedAsync(channel),
            Cleared = lastWeek?.Stalled.Keys.Count(id => !posted.Stalled.ContainsKey(id)) ?? 0,
            Weeks = [.. before.TakeLast(DigestWeeks.Shown - 1).Select(week => week.Figures), posted.Figures],
            Mended = await mended.ReadAsync(channel, posted, [.. deals.Select(it => it.Deal.Judgement)], now, cancellationToken),
            MendedBefore = posted.MendedBefore,
            Waiting = posted.Waiting,
        };
    }

    private async Task<IReadOnlyList<(JudgedDeal Deal, RosterMember Owner)>> JudgeAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var judged = new List<(JudgedDeal Deal, RosterMember Owner)>();
        foreach (var member in channel.Reps)
            judged.AddRange((await stalls.JudgeAsync(channel.Tenant, member.Names, channel.Settings, now, now, cancellationToken)).Select(deal => (deal, member)));
        return [.. judged.DistinctBy(it => it.Deal.Judgement.Deal.Id)];
    }

    private static IReadOnlyList<DigestRow> RowsOf(IReadOnlyList<(JudgedDeal Deal, RosterMember Owner)> deals, WeekEntry? lastWeek) =>
    [
        .. deals
            .Where(it => it.Deal.Judgement.IsStalled)
            .Select(it => RowOf(it.Deal.Judgement, it.Owner, lastWeek))
            .OrderByDescending(row => row.Weight)
            .ThenByDescending(row => row.Stalled.Worst.Severity)
            .ThenBy(row => row.Stalled.Worst.Since)
            .ThenBy(row => row.Stalled.Deal.Id, StringComparer.Ordinal),
    ];

    private static WeekFigures FiguresOf(IReadOnlyList<(JudgedDeal Deal, RosterMember Owner)> deals) => new(
        deals.Count,
        deals.Count(it => it.Deal.Judgement.Exempt.HasFlag(Exemptions.FirmStepAhead)),
        deals.Count(it => it.Deal.Judgement.Verdicts.Concat(it.Deal.Judgement.HeldBack).Any(verdict => verdict.Rule == StallRule.NoReason)));

    private async Task<IReadOnlyList<string>> UnreachedAsync(ChannelDocument channel)
    {
        var unreached = new List<string>();
        foreach (var member in channel.Reps)
        {
            var waiting = await directory.OpenRemindersOfAsync(channel.Tenant, member.Names);
            if (waiting.Any(reminder => reminder.Value.Delivery.State == DeliveryState.Unreachable))
                unreached.Add(member.ShownName);
        }

        return unreached;
    }

    private static DigestRow RowOf(Judgement judgement, RosterMember owner, WeekEntry? last)
    {
        var stalled = new StalledDeal(judgement.Deal, [.. judgement.Verdicts.Where(verdict => verdict.Severity > Severity.Note)]);
        return new DigestRow(stalled, owner.ShownName, ChangeSince(last, stalled));
    }

    private static DigestChange ChangeSince(WeekEntry? last, StalledDeal stalled)
    {
        if (last is null)
            return DigestChange.Unknown;
        if (!last.Stalled.TryGetValue(stalled.Deal.Id, out var then))
            return DigestChange.New;
        return then < stalled.Worst.Severity ? DigestChange.Worse : DigestChange.Unchanged;
    }
}

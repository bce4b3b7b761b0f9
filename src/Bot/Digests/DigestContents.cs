using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals.Stalls;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>One stalled deal and whose it is.</summary>
public sealed record DigestRow(StalledDeal Stalled, string OwnerName);

/// <summary>What a digest card shows, the worst first.</summary>
/// <param name="Zone">The channel's zone.</param>
public sealed record DigestContents(IReadOnlyList<DigestRow> Deals, Instant At, DateTimeZone Zone);

/// <summary>Judges the open deals of a channel's members.</summary>
public sealed class DigestReading(PeopleDirectory directory, IOptions<DigestOptions> options)
{
    public async Task<DigestContents> ReadAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var rows = new List<DigestRow>();
        foreach (var member in channel.Roster)
            rows.AddRange(await ReadMemberAsync(channel.Tenant, member, now, cancellationToken));
        var worstFirst = rows
            .DistinctBy(row => row.Stalled.Deal.Id)
            .OrderByDescending(row => row.Stalled.Worst.Severity)
            .ThenByDescending(row => row.Stalled.Deal.Facts.Amount ?? 0)
            .ThenBy(row => row.Stalled.Worst.Since)
            .ThenBy(row => row.Stalled.Deal.Id, StringComparer.Ordinal)
            .ToList();
        return new DigestContents(worstFirst, now, DateTimeZoneProviders.Tzdb[channel.ZoneId]);
    }

    private async Task<IEnumerable<DigestRow>> ReadMemberAsync(string tenant, RosterMember member, Instant now, CancellationToken cancellationToken)
    {
        var deals = await directory.OpenDealsOfAsync(tenant, member.Names);
        if (deals.Count == 0)
            return [];
        var person = await directory.FindAsync(tenant, member.Names[0], cancellationToken);
        var calendar = directory.CalendarOf(person);
        return deals
            .Select(deal => StallJudge.Judge(deal, options.Value.Rules(), calendar, now))
            .OfType<StalledDeal>()
            .Select(stalled => new DigestRow(stalled, member.Name ?? member.Email ?? "Unknown"));
    }
}

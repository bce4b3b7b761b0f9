using System.Collections.Concurrent;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>What the rules say of a deal, and the calendar by which they say it.</summary>
public sealed record JudgedDeal(Judgement Judgement, WorkingCalendar Calendar);

/// <summary>Reads open deals with their histories and has them judged: one query for each name a person has.</summary>
public sealed class StallReading(IDocumentStore store, PeopleDirectory directory, IOptions<DigestOptions> options)
{
    /// <summary>Medians move slowly, so won deals are read again only so often, and only so many.</summary>
    private static readonly Duration NormsAge = Duration.FromMinutes(15);

    private const int MostWon = 400;

    private readonly ConcurrentDictionary<string, (Instant ReadAt, StageNorms Norms)> norms = new();

    /// <param name="names">The names under which a CRM may know one person; the first decides whose calendar counts.</param>
    /// <param name="at">The moment that is judged; it may be past.</param>
    public Task<IReadOnlyList<JudgedDeal>> JudgeAsync(
        string tenant, IReadOnlyList<RepId> names, Instant at, Instant now, CancellationToken cancellationToken) =>
        JudgeAsync(tenant, names, ChannelSettings.None, at, now, cancellationToken);

    /// <param name="settings">Of the channel for which it is judged: its pipelines, its rules.</param>
    /// <inheritdoc cref="JudgeAsync(string, IReadOnlyList{RepId}, Instant, Instant, CancellationToken)"/>
    public async Task<IReadOnlyList<JudgedDeal>> JudgeAsync(
        string tenant, IReadOnlyList<RepId> names, ChannelSettings settings, Instant at, Instant now, CancellationToken cancellationToken)
    {
        var deals = (await directory.OpenDealsOfAsync(tenant, names)).Where(settings.Follows).ToList();
        if (deals.Count == 0)
            return [];
        var calendar = directory.CalendarOf(await directory.FindAsync(tenant, names[0], cancellationToken));
        var rules = settings.RulesOver(options.Value) with { Norms = await NormsAsync(tenant, now) };
        return [.. deals.Select(deal => new JudgedDeal(StallJudge.Explain(deal, rules, calendar, at), calendar))];
    }

    /// <summary>One deal that was read already, by its owner's calendar.</summary>
    public async Task<Judgement> JudgeAsync(string tenant, Deal deal, ChannelSettings settings, Instant now, CancellationToken cancellationToken)
    {
        var calendar = await directory.RecentCalendarAsync(tenant, deal.Facts.Owner, now, cancellationToken);
        return StallJudge.Explain(deal, settings.RulesOver(options.Value) with { Norms = await NormsAsync(tenant, now) }, calendar, now);
    }

    private async Task<StageNorms> NormsAsync(string tenant, Instant now)
    {
        if (norms.TryGetValue(tenant, out var known) && now - known.ReadAt < NormsAge && now >= known.ReadAt)
            return known.Norms;
        var won = new List<Deal>();
        await foreach (var deal in store.AllOwnedAsync(Keys.Won(tenant), Keys.Deal, BotJson.Default.Deal))
        {
            won.Add(deal.Value);
            if (won.Count == MostWon)
                break;
        }

        var read = StageNorms.Of(won);
        norms[tenant] = (now, read);
        return read;
    }
}

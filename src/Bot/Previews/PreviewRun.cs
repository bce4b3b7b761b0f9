using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>
/// Lives through a week beforehand: the very handlers that run live, told the time from one due moment to the next, over a store that keeps
/// nothing and a connector that sends nothing. What people will do meanwhile, nobody knows: they do nothing.
/// </summary>
public sealed class PreviewRun(IServiceProvider live, IDocumentStore store, IConnector connector)
{
    /// <summary>Far more than a busy team has in two months; a guard against going round in circles.</summary>
    private const int MostRounds = 20_000;

    /// <param name="from">Messages before this are not told of; what is due earlier is lived through.</param>
    /// <param name="until">Exclusive.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<PreviewedWeek> WeekAsync(string tenant, Instant from, Instant until, Instant now, CancellationToken cancellationToken)
    {
        var clock = new PreviewClock(now);
        var overlay = new PreviewStore(store, Keys.TenantPrefix(tenant), until);
        var sent = new PreviewConnector(connector, clock);
        await using var services = PreviewHost.Build(live, overlay, sent, clock);
        var log = new PreviewLog(clock);
        overlay.Changed = log.Take;
        await LiveThroughAsync(services.GetRequiredService<MailRun>(), overlay, clock, until, cancellationToken);
        var addressees = await Addressees.ReadAsync(services, tenant, log, cancellationToken);
        var lines = addressees.Lines(sent.Posts).Concat(addressees.Lines(log.LeftOut)).Where(line => line.At >= from && line.At < until);
        return new PreviewedWeek([.. lines.OrderBy(line => line.At).ThenBy(line => line.To, StringComparer.Ordinal)], overlay.IsCutShort);
    }

    private static async Task LiveThroughAsync(MailRun run, PreviewStore overlay, PreviewClock clock, Instant until, CancellationToken cancellationToken)
    {
        for (var rounds = 0; rounds < MostRounds; rounds++)
        {
            if (await overlay.DueAsync(until, limit: 1, cancellationToken) is not [{ Document.DueAt: { } due } next] || due >= until)
                return;
            clock.MoveTo(due);
            await run.OnceAsync(clock.GetCurrentInstant(), cancellationToken);
            if (await overlay.GetAsync(next.Document.Partition, next.Document.Id, cancellationToken) is { } still && still.ETag == next.ETag)
                throw new StoreUnavailableException("A due document could not be tried: the store does not answer.");
        }
    }
}

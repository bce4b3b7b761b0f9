using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>One state of a meeting as the CRM delivers it.</summary>
public sealed record Logged(Player Rep, string MeetingId, string DealId, long Revision, Instant End, bool Cancelled)
{
    public Meeting Meeting => new(
        MeetingId, Revision, DealId, Rep.Rep, [], MeetingKind.Video, End - Duration.FromMinutes(30), End, Title: $"revision {Revision}", Note: null, Cancelled);

    public DealFacts Facts => new(DealId, Rep.Rep, DealStatus.Open, Revision, Amount: 100, "EUR", "Discovery", CloseOn: null, Link: null);
}

/// <summary>Delivers meetings as senders of webhooks do: again and again until one delivery is acknowledged, and sometimes once more.</summary>
public sealed class Crm(World world, IReadOnlyList<Server> servers)
{
    private static readonly Duration Patience = Duration.FromSeconds(15);

    private readonly Process process = new(world, "crm");

    /// <summary>What was acknowledged.</summary>
    public List<Logged> Acknowledged { get; } = [];

    /// <summary>Meetings that were cancelled and then held after all: another occasion to remind.</summary>
    public Dictionary<string, int> HeldAgain { get; } = [];

    public void Plan(int number)
    {
        var rep = world.One(Cast.All);
        var end = world.Now + world.Between(0, 7200);
        var meeting = new Logged(rep, $"m{number}", $"deal{world.Random.Next(3)}-{rep.Name}", 1, end, Cancelled: false);
        var first = end + world.Between(1, 120);
        DeliverAt(first, meeting);
        var changed = first + world.Between(1, 5400);
        if (world.Chance(0.25))
        {
            // The newer revision may overtake the older one.
            DeliverAt(changed, meeting with { Revision = 3 });
            DeliverAt(changed + world.Between(-30, 30), meeting with { Revision = 2 });
        }
        else if (world.Chance(0.2))
        {
            DeliverAt(changed, meeting with { Revision = 2, Cancelled = true });
            if (!world.Chance(0.4))
                return;
            HeldAgain[meeting.MeetingId] = 1;
            DeliverAt(changed + world.Between(1, 3600), meeting with { Revision = 3 });
        }
    }

    /// <summary>A meeting of last week, so that the weekly card has a stalled deal to show.</summary>
    public void PlanStalled() =>
        DeliverAt(world.Now, new Logged(Cast.Rosa, "old", "old", 1, world.Now - Duration.FromDays(6), Cancelled: false));

    /// <summary>A day's meetings at once, as after an outage of the CRM: more for one chat than Teams takes in a second.</summary>
    public void PlanMany()
    {
        var end = world.Now + Duration.FromHours(1);
        for (var number = 0; number < 24; number++)
            DeliverAt(end, new Logged(Cast.Nick, $"many{number}", $"many{number}", 1, end, Cancelled: false));
    }

    private void DeliverAt(Instant moment, Logged state) =>
        world.At(moment, () => process.Post(_ => _ = DeliverAsync(state), null));

    private async Task DeliverAsync(Logged state)
    {
        var delivery = new FeedDelivery(state.Rep.Tenant, "crm", $"{state.MeetingId}-{state.Revision}");
        while (!await TryAsync(delivery, state))
            await process.DelayAsync(world.Between(5, 60));
        world.Say($"crm: {delivery.Id} acknowledged");
        Acknowledged.Add(state);
        if (world.Chance(0.2))
            await TryAsync(delivery, state);
    }

    private async Task<bool> TryAsync(FeedDelivery delivery, Logged state)
    {
        var server = world.One(servers);
        var call = server.Process.CallAsync(
            process, () => server.Get<Intake>().LogAsync(delivery, state.Facts, state.Meeting, server.Time.Now, CancellationToken.None));
        if (await Task.WhenAny(call, process.DelayAsync(Patience)) != call)
            return false;
        try
        {
            await call;
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}

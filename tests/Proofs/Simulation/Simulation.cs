using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>What one seed came to.</summary>
/// <param name="Broken">The invariants that do not hold, with what was found; empty when all is well.</param>
public sealed record Outcome(int Seed, IReadOnlyList<string> Broken, IReadOnlyDictionary<Fault, int> Faults, int Posts, IReadOnlyList<string> Trace);

/// <summary>
/// Three replicas of the product over one store, with a CRM, reps and a faulty world, all in one thread and in hand-moved time. Everything
/// follows from the seed. After 26 hours the faults end; nine days later the invariants of docs/guarantees.md are checked.
/// </summary>
public static class Simulation
{
    private static readonly Duration Troubled = Duration.FromHours(26);
    private static readonly Duration Settling = Duration.FromDays(9);

    public static Outcome Run(int seed)
    {
        var world = new World(seed, Instant.FromUtc(2026, 11, 30, 6, 0) + Duration.FromMinutes(seed % 3000));
        var hasRush = world.Chance(0.06);
        var around = new Surroundings(
            world,
            new SharedStore(world),
            new SharedTeams(world),
            new FaultPlan(world.Random),
            new MailOptions { OnAmbiguous = world.Chance(0.15) ? OnAmbiguous.ResendOnce : OnAmbiguous.Digest, Servers = 3 },
            new ReminderOptions { OnlyInWorkingHours = world.Chance(0.3) });
        if (world.Chance(hasRush ? 0.6 : 0.15))
            AskOneByOne(around);
        Server[] servers = [new(around, "a"), new(around, "b"), new(around, "c")];
        var crm = new Crm(world, servers);
        var reps = new Reps(world, around.Teams, servers);
        around.Teams.Shown = reps.See;

        crm.PlanStalled();
        Open(around, reps);
        around.Plan.Begin();
        foreach (var number in Enumerable.Range(1, 3 + world.Random.Next(4)))
            crm.Plan(number);
        if (hasRush)
            crm.PlanMany();
        Trouble(around, servers, reps);
        RunUntil(world, servers, world.StartedAt + Troubled);
        world.Say("healed");
        around.Plan.Heal();
        foreach (var server in servers)
            server.Time.Skew = Duration.Zero;
        RunUntil(world, servers, world.Now + Settling);
        var broken = new Invariants(around, crm, reps).Broken().ToList();
        return new Outcome(seed, broken, around.Plan.Struck, around.Teams.Posts.Count, world.Trace);

        void Open(Surroundings surroundings, Reps people)
        {
            foreach (var player in Cast.All)
            {
                if (world.Chance(0.85))
                    people.Install(player, "add");
                else
                    surroundings.Teams.Closed.Add(player.Chat);
            }

            surroundings.Store.Apply(Keys.ChannelPartition(Cast.North, Cast.Channel), [new FollowUpBot.Storage.DocumentWrite.Create(ChannelOf(world).ToDocument())]);
            RunUntil(world, servers, world.Now + Duration.FromMinutes(1));
        }
    }

    /// <summary>A card for each meeting, however many a day: then the pace alone keeps it within what Teams takes.</summary>
    private static void AskOneByOne(Surroundings around)
    {
        around.Reminders.Together = false;
        around.Mail.MostADay = 30;
    }

    private static void RunUntil(World world, IReadOnlyList<Server> servers, Instant end) => world.RunUntil(
        end,
        () => servers.Select(server => server.NextPoll()).Where(poll => poll is not null).MinBy(poll => poll?.At));

    /// <summary>The weekly moment lies in the troubled time.</summary>
    private static ChannelDocument ChannelOf(World world)
    {
        var moment = (world.Now + Duration.FromMinutes(60 + world.Random.Next(240))).InZone(Cast.Rosa.Zone).LocalDateTime;
        return new ChannelDocument
        {
            Tenant = Cast.North,
            ChannelId = Cast.Channel,
            TeamId = null,
            Place = new ConversationReference(Player.ServiceUrl, Cast.Channel, Player.Bot),
            ZoneId = Cast.Rosa.ZoneId,
            Day = moment.DayOfWeek,
            Time = new LocalTime(moment.Hour, moment.Minute),
            Managers = [Cast.Rosa.ObjectId],
            NextAt = WeeklyMoment.Next(world.Now, moment.DayOfWeek, new LocalTime(moment.Hour, moment.Minute), Cast.Rosa.Zone),
        };
    }

    private static void Trouble(Surroundings around, IReadOnlyList<Server> servers, Reps reps)
    {
        var world = around.World;
        foreach (var fault in around.Plan.Moments)
        {
            var server = world.One(servers);
            var length = world.Between(20, 240);
            world.In(world.Between(0, 4 * 3600), () => Strike(around, fault, server, length));
        }

        foreach (var player in Cast.All)
        {
            if (around.Teams.Closed.Contains(player.Chat))
                world.In(world.Between(3600, 12 * 3600), () => reps.Install(player, "add"));
            else if (world.Chance(0.1))
                Leave(world, reps, player);
        }
    }

    private static void Leave(World world, Reps reps, Player player)
    {
        var leaves = world.Between(60, 4 * 3600);
        world.In(leaves, () => reps.Install(player, "remove"));
        if (world.Chance(0.7))
            world.In(leaves + world.Between(60, 4 * 3600), () => reps.Install(player, "add"));
    }

    private static void Strike(Surroundings around, Fault fault, Server server, Duration length)
    {
        var world = around.World;
        around.Plan.Count(fault);
        world.Say($"{fault} for {length.TotalSeconds:0} s ({server.Process.Name})");
        switch (fault)
        {
            case Fault.StoreAway:
                around.Store.AwayUntil = world.Now + length;
                break;
            case Fault.CutOffFromStore:
                server.Store.CutOffUntil = world.Now + length;
                break;
            case Fault.SlowStore:
                server.Store.SlowUntil = world.Now + (length * 360);
                break;
            case Fault.CutOffFromTeams:
                server.Connector.CutOffUntil = world.Now + length;
                break;
            case Fault.RosterAway:
                around.Teams.RosterAwayUntil = world.Now + (length * 60);
                break;
            default:
                server.Time.Skew = world.One<Duration>([Duration.FromHours(6), Duration.FromHours(-6), Duration.FromSeconds(90), Duration.FromSeconds(-90), Duration.FromSeconds(-1)]);
                break;
        }
    }
}

using System.Globalization;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Previews;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Weeks;

/// <summary>Forty channels in each of five zones live through weeks with three servers that are restarted, killed and switched off together.</summary>
internal sealed class WeeksOfChannels
{
    public const string Tenant = "tenant";
    private const int ChannelsAZone = 40;
    private const int Servers = 3;

    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago"];

    /// <summary>The clocks of four of the zones change within the six weeks from here.</summary>
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 1, 0, 0);

    private readonly Random random;
    private readonly PreviewClock clock = new(Start);
    private readonly MemoryDocumentStore store;
    private readonly SimulatedTeams teams;
    private readonly Instant end;
    private readonly ServiceProvider[] servers = new ServiceProvider[Servers];

    public WeeksOfChannels(int seed, int weeks)
    {
        (random, end) = (new Random(seed), Start + Duration.FromDays(7 * weeks));
        store = new MemoryDocumentStore(clock);
        Channels = [.. Zones.SelectMany((zone, place) => Enumerable.Range(place * ChannelsAZone, ChannelsAZone).Select(number => Channel(number, zone)))];
        teams = new SimulatedTeams(random, clock, Channels.ToDictionary(channel => channel.Place.ConversationId, channel => Member(channel.ChannelId)));
    }

    public IReadOnlyList<ChannelDocument> Channels { get; }

    public SimulatedTeams Teams => teams;

    public IDocumentStore Store => store;

    public int Restarts { get; private set; }

    public List<(Instant From, Instant Until)> Outages { get; } = [];

    /// <summary>Every weekly moment that was due and has had two days to be seen to, told by the calendar alone.</summary>
    public IEnumerable<(ChannelDocument Channel, Instant Moment, string Week)> Expected()
    {
        foreach (var channel in Channels)
        {
            var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
            for (var day = Start.InZone(zone).Date.With(DateAdjusters.NextOrSame(channel.Day)); ; day = day.PlusWeeks(1))
            {
                var moment = (day + channel.Time).InZoneLeniently(zone).ToInstant();
                if (moment > end - Duration.FromDays(3))
                    break;
                if (moment > Start)
                    yield return (channel, moment, Keys.Week(day));
            }
        }
    }

    public async Task LiveAsync()
    {
        foreach (var channel in Channels)
            await StoreAsync(channel);
        for (var server = 0; server < Servers; server++)
            servers[server] = Server();
        var outage = NextOutage(Start);
        while (await store.DueAsync(end, limit: 1, CancellationToken.None) is [{ Document.DueAt: { } due }] && due < end)
        {
            clock.MoveTo(due);
            if (clock.GetCurrentInstant() >= outage.From)
            {
                clock.MoveTo(outage.Until);
                Outages.Add(outage);
                outage = NextOutage(outage.Until);
            }

            for (var server = 0; server < Servers; server++)
                await RunAsync(server);
        }
    }

    private async Task RunAsync(int server)
    {
        teams.Death = new TaskCompletionSource();
        var work = servers[server].GetRequiredService<MailRun>().OnceAsync(clock.GetCurrentInstant(), CancellationToken.None);
        await Task.WhenAny(work, teams.Death.Task);
        if (!teams.Death.Task.IsCompleted && random.Next(50) != 0)
            return;
        servers[server] = Server();
        Restarts++;
    }

    private (Instant From, Instant Until) NextOutage(Instant after)
    {
        var from = after + Duration.FromHours(random.Next(24, 20 * 24));
        return (from, from + Duration.FromHours(random.Next(4) switch { 0 => 72 + random.Next(10 * 24), 1 => 26, _ => 1 + random.Next(20) }));
    }

    private ServiceProvider Server()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDocumentStore>(store);
        services.AddSingleton<IConnector>(teams);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IClock>(clock);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(HolidayFile.Read(new HolidayOptions()).Table);
        services.AddSingleton(Options.Create(new BotOptions()));
        services.AddSingleton(Options.Create(new ReminderOptions()));
        services.AddSingleton(Options.Create(new DigestOptions()));
        services.AddSingleton(Options.Create(new FeedOptions()));
        services.AddSingleton(Options.Create(new TeamsOptions()));
        services.AddMail();
        services.AddTurns();
        return services.BuildServiceProvider();
    }

    private ChannelDocument Channel(int number, string zoneId)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"channel-{number:000}");
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var (day, time) = ((IsoDayOfWeek)(1 + random.Next(4)), new LocalTime(random.Next(24), random.Next(4) * 15));
        return new ChannelDocument
        {
            Tenant = Tenant,
            ChannelId = id,
            Name = id,
            Place = new ConversationReference("https://smba.trafficmanager.net/emea/", id, "28:bot"),
            ZoneId = zoneId,
            Day = day,
            Time = time,
            SetUpBy = ObjectId(number),
            Managers = [ObjectId(number)],
            NextAt = WeeklyMoment.Next(Start, day, time, zone),
        };
    }

    /// <summary>One rep a channel; every fourth has no deal at all.</summary>
    private async Task StoreAsync(ChannelDocument channel)
    {
        await CreateAsync(channel.ToDocument());
        var rep = RepId.Parse(channel.Managers[0]);
        await CreateAsync(new PersonDocument { Tenant = Tenant, ObjectId = rep.Value, UserId = "29:1", Chat = new ConversationReference("https://smba.trafficmanager.net/emea/", $"chat-{channel.ChannelId}", "28:bot") }.ToDocument());
        if (random.Next(4) == 0)
            return;
        var facts = new DealFacts($"Deal of {channel.ChannelId}", rep, DealStatus.Open, 1, 42_000, "EUR", "Proposal", CloseOn: null, Link: null);
        var met = Start - Duration.FromDays(20);
        var meeting = new Meeting("m", 1, channel.ChannelId, rep, [], MeetingKind.Video, met, met, Title: null, Note: null, Cancelled: false);
        await CreateAsync(Deal.New(channel.ChannelId, facts, met).Log(meeting, met).ToDocument(Tenant));
    }

    private async Task CreateAsync(Document document) =>
        Assert.IsType<BatchResult.Committed>(await store.BatchAsync(document.Partition, [new DocumentWrite.Create(document)], CancellationToken.None));

    private static ChannelAccount Member(string channelId)
    {
        var number = int.Parse(channelId[^3..], CultureInfo.InvariantCulture);
        return new ChannelAccount { Id = $"29:{number}", Name = $"Rep {number}", AadObjectId = ObjectId(number) };
    }

    private static string ObjectId(int number) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:D12}");
}

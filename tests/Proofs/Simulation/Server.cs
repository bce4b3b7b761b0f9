using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>What all servers share.</summary>
public sealed record Surroundings(World World, SharedStore Store, SharedTeams Teams, FaultPlan Plan, MailOptions Mail, ReminderOptions Reminders);

/// <summary>One of the replicas: the product's own parts, put together as the host does, in a process that may die and come back.</summary>
public sealed class Server
{
    private static readonly Duration Poll = Duration.FromSeconds(1);

    private readonly Surroundings around;
    private readonly string name;
    private int lives;
    private Instant wakesAfter;
    private TaskCompletionSource? sleeping;
    private Life life;

    public Server(Surroundings around, string name)
    {
        (this.around, this.name) = (around, name);
        life = Start();
    }

    public Process Process => life.Process;

    public ProcessTime Time => life.Time;

    public FaultyStore Store => life.Store;

    public FaultyConnector Connector => life.Connector;

    public T Get<T>()
        where T : notnull => life.Services.GetRequiredService<T>();

    /// <summary>When it looks for work next, and how to make it; null while it works or is dead.</summary>
    public (Instant At, Action Run)? NextPoll() => sleeping is { } asleep && Process.IsAlive && around.Store.NextDue is { } due
        ? (Instant.Max(wakesAfter, due - Time.Skew), () => Wake(asleep))
        : null;

    private void Wake(TaskCompletionSource asleep)
    {
        sleeping = null;
        Process.Post(_ => asleep.SetResult(), null);
    }

    private Life Start()
    {
        var process = new Process(around.World, $"{name}{++lives}");
        process.Killed = () =>
        {
            around.World.Say($"{process.Name} died");
            sleeping = null;
            around.World.In(around.World.Between(1, 90), () => life = Start());
        };
        var started = new Life(around, process);
        process.Post(_ => _ = WorkAsync(started), null);
        return started;
    }

    private async Task WorkAsync(Life mine)
    {
        var run = mine.Services.GetRequiredService<MailRun>();
        while (true)
        {
            try
            {
                await run.OnceAsync(mine.Time.Now, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                around.World.Say($"{mine.Process.Name}: the store is away");
            }

            wakesAfter = around.World.Now + Poll;
            sleeping = new TaskCompletionSource();
            await sleeping.Task;
        }
    }

    private sealed class Life
    {
        public Life(Surroundings around, Process process)
        {
            Process = process;
            Time = new ProcessTime(around.World, process);
            Store = new FaultyStore(around.World, process, around.Store, around.Plan);
            Connector = new FaultyConnector(around.World, process, around.Teams, around.Plan);
            var services = new ServiceCollection();
            services.AddMail();
            services.AddTurns();
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton<IClock, TimeProviderClock>();
            services.AddSingleton<IDocumentStore>(Store);
            services.AddSingleton<IConnector>(Connector);
            services.AddSingleton(new Replica(process.Name));
            services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
            services.AddSingleton(Options.Create(around.Mail));
            services.AddSingleton(Options.Create(around.Reminders));
            services.AddSingleton(Options.Create(new BotOptions()));
            services.AddSingleton(Options.Create(new DigestOptions()));
            Services = services.BuildServiceProvider();
        }

        public Process Process { get; }

        public ProcessTime Time { get; }

        public FaultyStore Store { get; }

        public FaultyConnector Connector { get; }

        public ServiceProvider Services { get; }
    }
}

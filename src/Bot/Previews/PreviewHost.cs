using System.Diagnostics.Metrics;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.People;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>The bot's own mail, put together as the live one is, on a store that keeps nothing and a connector that sends nothing.</summary>
public static class PreviewHost
{
    public static ServiceProvider Build(IServiceProvider live, PreviewStore store, PreviewConnector connector, PreviewClock clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDocumentStore>(store);
        services.AddSingleton<IConnector>(connector);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IClock>(clock);
        services.AddSingleton<IMeterFactory, NoMeters>();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(live.GetRequiredService<IConfiguration>());
        services.AddSingleton(live.GetRequiredService<HolidayTable>());
        Configured<BotOptions>();
        Configured<ReminderOptions>();
        Configured<DigestOptions>();
        Configured<FeedOptions>();
        Configured<TeamsOptions>();
        services.AddMail();
        services.AddTurns();
        return services.BuildServiceProvider();

        void Configured<T>()
            where T : class => services.AddSingleton(Options.Create(live.GetRequiredService<IOptions<T>>().Value));
    }

    /// <summary>What is only tried is counted nowhere: nobody listens to this name.</summary>
    private sealed class NoMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new("FollowUpBot.Preview");

        public void Dispose()
        {
        }
    }
}

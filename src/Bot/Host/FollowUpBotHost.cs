using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Sqlite;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>Puts the host together.</summary>
public static class FollowUpBotHost
{
    /// <summary>Runs the bot until it is stopped.</summary>
    /// <returns>0, or 1 when the configuration or the store refuses the start; the reason is one line on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateSlimBuilder(args);
            builder.AddFollowUpBot();
            await using var app = builder.Build();
            app.MapFollowUpBot();
            await app.StartAsync();
            if (app.Environment.IsDevelopment())
                Greeting.Write(app, Console.Out);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (e is OptionsValidationException or StoreUnavailableException or IOException)
        {
            Console.Error.WriteLine($"FollowUpBot does not start: {e.Message}");
            return 1;
        }
    }

    public static void AddFollowUpBot(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ActivityReader.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.AddOptions();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock, TimeProviderClock>();
        builder.Services.AddSingleton<IDocumentStore>(OpenStore);
        builder.AddTeams();
        builder.Services.AddFeed(builder.Configuration);
        builder.Services.AddMail();
        builder.Services.AddTurns();
    }

    public static void MapFollowUpBot(this WebApplication app)
    {
        app.MapMessages();
        app.MapFeed();
        app.MapHealth();
    }

    private static void AddOptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateOnStart();
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateOnStart();
        services.AddOptions<DigestOptions>().BindConfiguration(DigestOptions.Section).ValidateOnStart();
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidator>();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
    }

    private static SqliteDocumentStore OpenStore(IServiceProvider services) => SqliteDocumentStore.Open(
        new SqliteOptions { Path = StoragePath(services) },
        services.GetRequiredService<IClock>());

    /// <summary>A relative path counts from the content root, wherever the command was given.</summary>
    public static string StoragePath(IServiceProvider services) => Path.GetFullPath(
        services.GetRequiredService<IOptions<StorageOptions>>().Value.Path,
        services.GetRequiredService<IHostEnvironment>().ContentRootPath);

    private static void AddTeams(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            throw new OptionsValidationException(
                nameof(BotOptions), typeof(BotOptions), ["this version runs without credentials, and that is for Development on this machine only."]);
        }

        builder.Services.AddSingleton(new ServiceUrls(ServiceUrls.MicrosoftHosts, allowLoopback: true));
        builder.Services.AddSingleton<IConnectorToken, NoToken>();
        builder.Services.AddSingleton<IConnector>(services =>
            new ConnectorClient(services.GetRequiredService<ServiceUrls>(), services.GetRequiredService<IConnectorToken>()));
        builder.Services.AddSingleton<IInboundCheck, LoopbackOnly>();
    }

    private static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<IDueHandler, ReminderMail>();
        services.AddSingleton<IDueHandler, CardUpdateMail>();
        services.AddSingleton<IDueHandler, WeeklyDigest>();
        services.AddSingleton<IDueHandler, DigestMail>();
        services.AddSingleton<MailRun>();
        services.AddHostedService<MailWorker>();
    }

    private static void AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<Introductions>();
        services.AddSingleton<ReminderSchedule>();
        services.AddSingleton<Intake>();
        services.AddSingleton<TouchIntake>();
        services.AddSingleton<FollowUpLedger>();
        services.AddSingleton<Channels>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<StallReading>();
        services.AddSingleton<DigestWeeks>();
        services.AddSingleton<DigestReading>();
        services.AddSingleton<WhyAnswers>();
        services.AddSingleton<MeetingLog>();
        services.AddSingleton<PersonalTurns>();
        services.AddSingleton<CardTurns>();
        services.AddSingleton<ChannelTurns>();
        services.AddSingleton<Installations>();
        services.AddSingleton<Turns>();
    }
}

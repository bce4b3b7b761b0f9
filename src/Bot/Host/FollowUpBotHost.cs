using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.HeadsUps;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Previews;
using FollowUpBot.Bot.Privacy;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
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
            if (!builder.Environment.IsDevelopment())
                builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true); // JSON keeps a line break from forging a line
            builder.AddFollowUpBot();
            await using var app = builder.Build();
            if (ConfigurationMistakes.Of(app.Services) is { Count: > 0 } mistakes)
                return Refuse(string.Join(' ', mistakes));
            app.MapFollowUpBot();
            await app.StartAsync();
            if (app.Environment.IsDevelopment())
                Greeting.Write(app, Console.Out);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (e is OptionsValidationException or StoreUnavailableException or IOException)
        {
            return Refuse(e.Message);
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"FollowUpBot does not start: {reason}");
        return 1;
    }

    public static void AddFollowUpBot(this WebApplicationBuilder builder)
    {
        builder.AddHardening();
        builder.AddOptions();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock, TimeProviderClock>();
        builder.Services.AddStore();
        builder.Services.AddTeams();
        builder.Services.AddSingleton<RequestPace>();
        builder.Services.AddFeed(builder.Configuration);
        builder.Services.AddMail();
        builder.Services.AddTurns();
    }

    public static void MapFollowUpBot(this WebApplication app)
    {
        app.UseHardening();
        app.MapMessages();
        app.MapFeed();
        app.MapHealth();
        app.MapAdmin();
        app.MapPolicyPages();
        app.MapCalendar();
    }

    private static void AddOptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateOnStart();
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateOnStart();
        services.AddOptions<DigestOptions>().BindConfiguration(DigestOptions.Section).ValidateOnStart();
        services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.Section).ValidateOnStart();
        services.AddOptions<HolidayOptions>().BindConfiguration(HolidayOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HolidayOptions>, HolidayOptionsCheck>();
        services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsCheck>();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidator>();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
    }

    public static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.TryAddSingleton(provider => PaceOf(provider.GetRequiredService<IOptions<MailOptions>>().Value));
        services.AddSingleton(Replica.New());
        services.AddSingleton<Permits>();
        services.AddSingleton<Postman>();
        services.AddSingleton<Doubts>();
        services.AddSingleton<AttentionGate>();
        services.AddSingleton<SharedLists>();
        services.AddSingleton<ReminderSending>();
        services.AddSingleton<IDueHandler, MorningRound>();
        services.AddSingleton<Stuck>();
        services.AddSingleton<StuckList>();
        services.AddSingleton<IDueHandler, AddressSearch>();
        services.AddSingleton<IDueHandler, NoticeMail>();
        services.AddSingleton<IDueHandler, ReminderMail>();
        services.AddSingleton<IDueHandler, CardUpdateMail>();
        services.AddSingleton<IDueHandler, AppointmentMail>();
        services.AddSingleton<IDueHandler, WeeklyDigest>();
        services.AddSingleton<IDueHandler, DigestMail>();
        services.AddSingleton<IDueHandler, DealNews>();
        services.AddSingleton<IDueHandler, HeadsUpPlan>();
        services.AddSingleton<IDueHandler, HeadsUpMail>();
        services.AddSingleton<DigestUpdates>();
        services.AddSingleton<IDueHandler>(provider => provider.GetRequiredService<DigestUpdates>());
        services.AddSingleton<IDueHandler, LostDigestMail>();
        services.AddMetrics();
        services.AddSingleton<ScheduleMetrics>();
        services.AddSingleton<KnownTenants>();
        services.AddSingleton<Heartbeats>();
        services.AddSingleton<MailRun>();
        services.AddSingleton<ClockCheck>();
        services.AddHostedService<MailWorker>();
        services.AddHostedService<HeartbeatWorker>();
    }

    private static SendPace PaceOf(MailOptions options) => new(options.PerSecond, options.Servers);

    public static void AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => HolidayFile.Read(provider.GetRequiredService<IOptions<HolidayOptions>>().Value).Table);
        services.AddSingleton<LinkKey>();
        services.AddSingleton<AppointmentLinks>();
        services.AddSingleton<CalendarEndpoint>();
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<RecentPeople>();
        services.AddSingleton<Introductions>();
        services.AddSingleton<ReminderSchedule>();
        services.AddSingleton<Intake>();
        services.AddSingleton<TouchIntake>();
        services.AddSingleton<AppointmentSchedule>();
        services.AddSingleton<FollowUpLedger>();
        services.AddSingleton<FollowUpCards>();
        services.AddSingleton<OutcomeTurns>();
        services.AddSingleton<Channels>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<StallReading>();
        services.AddSingleton<DigestWeeks>();
        services.AddSingleton<MendedDeals>();
        services.AddSingleton<DigestReading>();
        services.AddSingleton<PostedCards>();
        services.AddSingleton<DigestLists>();
        services.AddSingleton<WhyAnswers>();
        services.AddSingleton<ChannelRoles>();
        services.AddSingleton<MendLedger>();
        services.AddSingleton<AskLedger>();
        services.AddSingleton<Asks>();
        services.AddSingleton<MendRows>();
        services.AddSingleton<ChannelMends>();
        services.AddSingleton<RepFirst>();
        services.AddSingleton<OwnStalls>();
        services.AddSingleton<OwnMends>();
        services.AddSingleton<MeetingLog>();
        services.AddSingleton<PersonalRecords>();
        services.AddSingleton<PersonalExport>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<DealErasure>();
        services.AddSingleton<PrivacyTurns>();
        services.AddSingleton<MendTalk>();
        services.AddSingleton<Preparations>();
        services.AddSingleton<AnswerTurns>();
        services.AddSingleton<DealTurns>();
        services.AddSingleton<HolidayChoice>();
        services.AddSingleton<PreviewRun>();
        services.AddSingleton<AskingTurns>();
        services.AddSingleton<PersonalTurns>();
        services.AddSingleton<PreferenceLedger>();
        services.AddSingleton<QuietAnswers>();
        services.AddSingleton<SettingTurns>();
        services.AddSingleton<SettingPresses>();
        services.AddSingleton<GivenAnswers>();
        services.AddSingleton<TakenReplies>();
        services.AddSingleton<EditTurns>();
        services.AddSingleton<PersonalChat>();
        services.AddSingleton<CardTurns>();
        services.AddSingleton<PersonalPresses>();
        services.AddSingleton<ChannelDoor>();
        services.AddSingleton<PointingTurns>();
        services.AddSingleton<ShowingTurns>();
        services.AddSingleton<SettingsTurns>();
        services.AddSingleton<PreviewTurns>();
        services.AddSingleton<ChannelTurns>();
        services.AddSingleton<ChannelPresses>();
        services.AddSingleton<Installations>();
        services.AddSingleton<Places>();
        services.AddSingleton<MeetingEnds>();
        services.AddSingleton<PlatformEvents>();
        services.AddSingleton<TakenMessages>();
        services.AddSingleton<WordTurns>();
        services.AddSingleton<PressTurns>();
        services.AddSingleton<Turns>();
    }
}

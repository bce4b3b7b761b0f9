using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Previews;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>preview --week 2026-W49</c>: every message that a week would bring, from the configured store; writes and sends nothing.</summary>
public static class PreviewCommand
{
    private const string Form = "preview [--week 2026-W49] [--Storage:Path=team.db]";

    /// <param name="args">What stands after <c>preview</c>: the week, configuration, or nothing for what is left of this week.</param>
    /// <returns>0; 1 when the configuration or the store refuses; 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, IClock clock)
    {
        var (week, rest) = args is ["--week", var named, .. var others] ? (PreviewWeek.MondayOf(named) is { } monday ? new PreviewWeek.Named(monday) : null, others) : ((PreviewWeek?)new PreviewWeek.Coming(0), args);
        if (week is null)
        {
            await error.WriteLineAsync(Form);
            return 2;
        }

        try
        {
            var builder = WebApplication.CreateSlimBuilder(rest);
            builder.Logging.ClearProviders();
            builder.AddFollowUpBot();
            await using var app = builder.Build();
            return await PrintAsync(app.Services, week, output, error, clock.GetCurrentInstant());
        }
        catch (Exception e) when (e is OptionsValidationException or StoreUnavailableException)
        {
            await error.WriteLineAsync($"The week cannot be previewed: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> PrintAsync(IServiceProvider services, PreviewWeek week, TextWriter output, TextWriter error, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[services.GetRequiredService<IOptions<BotOptions>>().Value.DefaultZone];
        var monday = week.From(now.InZone(zone).Date);
        var until = zone.AtStartOfDay(monday.PlusWeeks(1)).ToInstant();
        if (until <= now)
        {
            await error.WriteLineAsync(PreviewWords.Past);
            return 2;
        }

        await output.WriteLineAsync($"Week {Keys.Week(monday)}, as it would go if nobody answers anything until then. Nothing is sent or written.");
        foreach (var tenant in services.GetRequiredService<KnownTenants>().All)
        {
            var from = Instant.Max(now, zone.AtStartOfDay(monday).ToInstant());
            var previewed = await services.GetRequiredService<PreviewRun>().WeekAsync(tenant, from, until, now, CancellationToken.None);
            foreach (var line in previewed.Lines)
                await output.WriteLineAsync(line.ToLine(withText: true));
            if (previewed.Lines.Count == 0)
                await output.WriteLineAsync("Nothing.");
            if (previewed.IsCutShort)
                await output.WriteLineAsync(PreviewWords.More(0));
        }

        return 0;
    }
}

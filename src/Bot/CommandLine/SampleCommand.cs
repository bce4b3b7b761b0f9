using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>sample</c>: fills the configured store with a believable team.</summary>
public static class SampleCommand
{
    /// <param name="args">What stands after <c>sample</c>: configuration such as <c>--Storage:Path=team.db</c>, or nothing.</param>
    /// <returns>0 when the team is in the store, 1 when the configuration or the store refuses.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, IClock clock)
    {
        try
        {
            var builder = WebApplication.CreateSlimBuilder(args);
            builder.AddFollowUpBot();
            await using var app = builder.Build();
            return await FillAsync(app.Services, output, error, clock.GetCurrentInstant());
        }
        catch (Exception e) when (e is OptionsValidationException or StoreUnavailableException)
        {
            await error.WriteLineAsync($"The sample team could not be stored: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> FillAsync(IServiceProvider services, TextWriter output, TextWriter error, Instant now)
    {
        if (services.GetRequiredService<IOptions<FeedOptions>>().Value.Sources is not [{ Tenant: var tenant }, ..])
        {
            await error.WriteLineAsync("No feed source is configured, so there is no tenant to fill. Set Feed:Sources:0 (docs/feed.md).");
            return 1;
        }

        var zone = DateTimeZoneProviders.Tzdb[services.GetRequiredService<IOptions<BotOptions>>().Value.DefaultZone];
        var added = await new SampleTeam(tenant, zone, now).FillAsync(services.GetRequiredService<IDocumentStore>(), CancellationToken.None);
        await output.WriteLineAsync(added == 0
            ? "The sample team is in the store already."
            : $"Stored {added} deals of 3 reps with {SampleTeam.Weeks} weeks of history in {StoreChoice.Place(services)}.");
        await output.WriteLineAsync("Start the bot and say \"my deals\" to it, or \"digest here\" and \"digest now\" in a channel.");
        return 0;
    }
}

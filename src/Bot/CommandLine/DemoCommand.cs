using FollowUpBot.Bot.Demo;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>demo</c>: plays the main job on the real host and prints it, then compares what people were told with what is stored.</summary>
public static class DemoCommand
{
    /// <param name="args">What stands after <c>demo</c>: nothing.</param>
    /// <returns>0 when every fact is as told; 1 when one is not, or a step did not happen; 2 when the command was not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length > 0)
        {
            await error.WriteLineAsync($"'{args[0]}' is not known here. Usage: demo");
            return 2;
        }

        using var clock = new MovableClock(MainJob.Start);
        await using var teams = await TeamsStandIn.StartAsync(clock);
        var folder = Directory.CreateTempSubdirectory("followupbot-demo-");
        try
        {
            return await PlayAsync(clock, teams, LiveBot.SettingsFor(teams, Path.Combine(folder.FullName, "demo.db")), output, error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="settings">Those of the bot; they name its store, in which everything stays.</param>
    /// <returns>0 when every fact is as told, else 1.</returns>
    public static async Task<int> PlayAsync(
        MovableClock clock, TeamsStandIn teams, IReadOnlyDictionary<string, string?> settings, TextWriter output, TextWriter error)
    {
        try
        {
            var told = await TellAsync(clock, teams, settings, output);
            return Compare(await LiveBot.WithStoreAsync(clock, settings, told.CompareAsync), output);
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException or HttpRequestException or StoreUnavailableException)
        {
            await error.WriteLineAsync($"\nThe demo stopped: {e.Message}");
            return 1;
        }
    }

    private static async Task<Told> TellAsync(
        MovableClock clock, TeamsStandIn teams, IReadOnlyDictionary<string, string?> settings, TextWriter output)
    {
        await using var bot = await LiveBot.StartAsync(clock, settings);
        teams.BotAddress = bot.Address;
        var told = await new MainJob(teams, clock, new Transcript(output)).PlayAsync(bot.Address);
        teams.AssertNothingUnexpected();
        return bot.Problems.Count == 0
            ? told
            : throw new InvalidOperationException($"The bot logged problems:\n{string.Join('\n', bot.Problems)}");
    }

    private static int Compare(IReadOnlyList<ToldFact> facts, TextWriter output)
    {
        output.WriteLine("\nThe bot is stopped. Its store says the same as it told:");
        foreach (var fact in facts)
            output.WriteLine($"  {(fact.IsSo ? "yes" : "NO ")}  {fact.Claim}");
        return facts.All(fact => fact.IsSo) ? 0 : 1;
    }
}

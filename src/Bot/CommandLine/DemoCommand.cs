using FollowUpBot.Bot.Demo;
using FollowUpBot.Storage.Sqlite;

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
            return await PlayAsync(clock, teams, Path.Combine(folder.FullName, "demo.db"), output, error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="storePath">Where the store's file is made; it stays there.</param>
    /// <returns>0 when every fact is as told, else 1.</returns>
    public static async Task<int> PlayAsync(MovableClock clock, TeamsStandIn teams, string storePath, TextWriter output, TextWriter error)
    {
        try
        {
            var told = await TellAsync(clock, teams, storePath, output);
            await using var store = SqliteDocumentStore.Open(new SqliteOptions { Path = storePath }, clock);
            return Compare(await told.CompareAsync(store), output);
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException or HttpRequestException)
        {
            await error.WriteLineAsync($"\nThe demo stopped: {e.Message}");
            return 1;
        }
    }

    private static async Task<Told> TellAsync(MovableClock clock, TeamsStandIn teams, string storePath, TextWriter output)
    {
        await using var bot = await LiveBot.StartAsync(clock, LiveBot.SettingsFor(teams, storePath));
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

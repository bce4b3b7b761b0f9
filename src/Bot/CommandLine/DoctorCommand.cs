using FollowUpBot.Bot.Host;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>doctor</c>: looks at everything the bot needs, without starting it, and says what to fix, one line each.</summary>
public static class DoctorCommand
{
    /// <param name="args">What stands after <c>doctor</c>: configuration such as <c>--Bot:AppId=…</c>, or nothing.</param>
    /// <returns>0 when the bot can work, 1 when something is to be fixed.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.AddFollowUpBot();
        await using var app = builder.Build();
        var sound = true;
        await foreach (var finding in new Examination(app.Services).RunAsync(cancellationToken))
        {
            sound &= finding.State != FindingState.Fix;
            await output.WriteLineAsync($"{Word(finding.State)}  {finding.About,-13}  {finding.Line}");
        }

        return sound ? 0 : 1;
    }

    private static string Word(FindingState state) => state switch
    {
        FindingState.Fix => "FIX ",
        FindingState.Note => "note",
        _ => "ok  ",
    };
}

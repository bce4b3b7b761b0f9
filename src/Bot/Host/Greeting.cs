namespace FollowUpBot.Bot.Host;

/// <summary>What a newcomer needs to know when the bot has started for development.</summary>
public static class Greeting
{
    // The quotes keep PowerShell from reading the @. The Playground takes its team from .m365agentsplayground.yml in the folder it starts in.
    private const string Playground = "npx -y \"@microsoft/m365agentsplayground@0.2.28\" start -c msteams --disable-telemetry";

    public static void Write(WebApplication app, TextWriter output)
    {
        var url = app.Urls.First();
        output.WriteLine($"FollowUpBot runs for development on {url}, for this machine only. Ctrl+C stops it.");
        output.WriteLine("In the repository's root:");
        output.WriteLine($"  Open Teams' stand-in:  {Playground} -e {url}/api/messages");
        output.WriteLine("  Log a meeting:         dotnet run --project src/Bot -- log --deal \"Contoso renewal\" --rep alexw@example.com");
        output.WriteLine($"  Your data:             {StoreChoice.Place(app.Services)}");
    }
}

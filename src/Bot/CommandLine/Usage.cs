namespace FollowUpBot.Bot.CommandLine;

/// <summary>What can be said on the command line.</summary>
public static class Usage
{
    public const string Text = """
        dotnet run --project src/Bot                     start the bot for development on http://localhost:3978
        dotnet run --project src/Bot -- demo             play the main job and print it
        dotnet run --project src/Bot -- sample           fill the store with a team, its deals and their history
        dotnet run --project src/Bot -- backup FILE      copy the SQLite store, also while the bot runs
        dotnet run --project src/Bot -- log --deal "Contoso renewal" --rep alexw@example.com
        dotnet run --project src/Bot -- when "Tuesday at 3" --zone Europe/Berlin
        dotnet run --project src/Bot -- doctor           look at everything the bot needs and say what to fix
        dotnet run --project src/Bot -- preview --week 2026-W49
        dotnet run --project src/Bot -- grade --set reasons --jsonl
        dotnet run --project src/Bot -- package --app-id <GUID> --domain bot.example.com
        """;

    public static int Unknown(string command, TextWriter error)
    {
        error.WriteLine($"There is no command '{command}'. These exist:");
        error.WriteLine(Text);
        return 2;
    }
}

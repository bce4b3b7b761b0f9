using System.Globalization;

namespace FollowUpBot.Dialogs;

/// <summary>The words around a week that is seen beforehand.</summary>
public static class PreviewWords
{
    public const string Refused = "A preview is for managers of a weekly card and for admins. Ask whoever said \"@FollowUpBot digest here\" to name you a manager.";

    public const string Past = "That week is over. Say \"preview week\" to see what is still to come in this one.";

    public const string TooFar = "I look eight weeks ahead at most. Say \"preview next week\", or name a nearer week.";

    public static string Week(string week, IReadOnlyList<string> lines) => lines.Count == 0
        ? $"In week {week} I would send nothing from now on. Log a meeting, or say \"@FollowUpBot digest here\" in a channel, and look again."
        : $"This is what I would send in week {week} if nobody answers anything until then. Nothing is sent by looking.\n\n{string.Join("\n\n", lines)}";

    /// <param name="more">Lines that are left out; below 1 when nobody counted.</param>
    public static string More(int more) => more > 0
        ? string.Create(CultureInfo.InvariantCulture, $"And {more} more. An admin sees them all on the server: dotnet run --project src/Bot -- preview")
        : "There is more than I can look at; the later messages are left out.";
}

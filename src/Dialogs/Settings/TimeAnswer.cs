using FollowUpBot.Dialogs.NextSteps;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>The answer to "until when?": a bare time completes the command that lacked it.</summary>
public static class TimeAnswer
{
    /// <summary>"until", "let's say".</summary>
    private const int MostBeside = 10;

    /// <param name="command">What was begun without an end, such as "pause".</param>
    /// <returns>The whole command; null when the text is more or other than a time.</returns>
    public static string? Complete(string command, string text, ReadingContext context)
    {
        var plain = text.Trim().TrimEnd('.', '!', '?');
        var bare = plain.StartsWith("until ", StringComparison.OrdinalIgnoreCase) ? plain["until ".Length..].Trim() : plain;
        if (bare.StartsWith("for ", StringComparison.OrdinalIgnoreCase))
            return NextStepReader.Read("in " + bare["for ".Length..], context).Kind is ReadingKind.Firm or ReadingKind.Vague ? $"{command} {bare}" : null;
        var reading = NextStepReader.Read(bare, context);
        return reading.Kind is ReadingKind.Firm or ReadingKind.Range or ReadingKind.Vague && bare.Length - reading.Span.Length <= MostBeside
            ? $"{command} until {bare}"
            : null;
    }
}

using NodaTime;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>Why something was held back, in a few words that follow "because".</summary>
public enum QuietReason
{
    QuietHours,
    DayOff,
    Paused,
    Stopped,
    Muted,
    Talking,
    Budget,
    Several,
    TooLate,
}

/// <summary>Answers "why no reminder": each line says what, why, and when it comes.</summary>
public static class QuietWords
{
    public const string Heading = "What I held back, and why:";

    /// <param name="what">A deal's name, or what the message was.</param>
    /// <param name="until">When it comes; null when it waits for a word.</param>
    /// <param name="came">When it went after all; null when it did not.</param>
    public static string Line(string what, QuietReason reason, ZonedDateTime? until, ZonedDateTime? came)
    {
        var then = (came, until, reason) switch
        {
            ({ } went, _, _) => $"It came {Spoken.ShortMoment(went)}.",
            (_, _, QuietReason.Stopped) => "Say \"start\" to hear of it.",
            (_, null, QuietReason.Muted) => $"Say \"unmute {what}\" to hear of it.",
            (_, { } later, QuietReason.Several) => $"They come together, {Spoken.ShortMoment(later)}.",
            (_, { } later, _) => $"It comes {Spoken.ShortMoment(later)}.",
            _ => "It was left out, as it would have come too late.",
        };
        return $"{what}: {Because(reason)}. {then}";
    }

    private static string Because(QuietReason reason) => reason switch
    {
        QuietReason.QuietHours => "it was outside your working hours",
        QuietReason.DayOff => "it was not a working day of yours",
        QuietReason.Paused => "you had paused me",
        QuietReason.Stopped => "you said \"stop\"",
        QuietReason.Muted => "you muted this deal",
        QuietReason.Talking => "you were in the middle of another answer",
        QuietReason.Budget => "you had heard enough from me that day",
        QuietReason.Several => "several meetings ended close together",
        _ => "its moment had passed",
    };
}

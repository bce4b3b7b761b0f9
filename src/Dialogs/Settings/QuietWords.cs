using FollowUpBot.Dialogs.Sentences;
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
    public static string Heading => QuietText.Heading;

    /// <param name="what">A deal's name, or what the message was.</param>
    /// <param name="until">When it comes; null when it waits for a word.</param>
    /// <param name="came">When it went after all; null when it did not.</param>
    public static string Line(string what, QuietReason reason, ZonedDateTime? until, ZonedDateTime? came)
    {
        var then = (came, until, reason) switch
        {
            ({ } went, _, _) => QuietText.Came.With(Spoken.ShortMoment(went)),
            (_, _, QuietReason.Stopped) => QuietText.SayStart,
            (_, null, QuietReason.Muted) => QuietText.SayUnmute.With(what),
            (_, { } later, QuietReason.Several) => QuietText.ComeTogether.With(Spoken.ShortMoment(later)),
            (_, { } later, _) => QuietText.Comes.With(Spoken.ShortMoment(later)),
            _ => QuietText.LeftOut,
        };
        return $"{Because(reason).With(what)} {then}";
    }

    private static string Because(QuietReason reason) => reason switch
    {
        QuietReason.QuietHours => QuietText.QuietHours,
        QuietReason.DayOff => QuietText.DayOff,
        QuietReason.Paused => QuietText.Paused,
        QuietReason.Stopped => QuietText.Stopped,
        QuietReason.Muted => QuietText.Muted,
        QuietReason.Talking => QuietText.Talking,
        QuietReason.Budget => QuietText.Budget,
        QuietReason.Several => QuietText.Several,
        _ => QuietText.TooLate,
    };
}

using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>One message of a week that has not come: sent, or not, and then why.</summary>
/// <param name="At">When it would be sent, or when it is left out.</param>
/// <param name="Zone">Of whom it is for.</param>
/// <param name="ChannelId">The channel that it is for; null for a person.</param>
/// <param name="Person">The object id, or the name in the CRM, of the person that it is for; null for a channel.</param>
/// <param name="Text">What it says in a line; empty where it was not made.</param>
/// <param name="WhyNot">Null for a message that is sent.</param>
public sealed record PreviewLine(Instant At, DateTimeZone Zone, string To, string? ChannelId, string? Person, string Text, string? WhyNot)
{
    /// <param name="withText">False leaves out what it says, for those whom that is no business of.</param>
    public string ToLine(bool withText)
    {
        var when = Spoken.ShortMoment(At.InZone(Zone));
        return (Text.Length > 0 && withText, WhyNot) switch
        {
            (true, null) => PreviewLineText.SentSaying.With(when, Zone.Id, To, Text),
            (true, _) => PreviewLineText.NotSentSaying.With(when, Zone.Id, To, Text, WhyNot),
            (false, null) => PreviewLineText.Sent.With(when, Zone.Id, To),
            (false, _) => PreviewLineText.NotSent.With(when, Zone.Id, To, WhyNot),
        };
    }
}

/// <summary>Everything that a week would bring.</summary>
/// <param name="IsCutShort">There is more than a preview looks at.</param>
public sealed record PreviewedWeek(IReadOnlyList<PreviewLine> Lines, bool IsCutShort);

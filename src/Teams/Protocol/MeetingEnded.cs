using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Teams.Protocol;

/// <summary>The event that a meeting in Teams has ended (teams rule 27).</summary>
public sealed record MeetingEnded(string Title, Instant At)
{
    public const string EventName = "application/vnd.microsoft.meetingEnd";

    /// <summary>What an activity tells of a meeting's end; null when it is no such event or leaves out the title or the moment.</summary>
    public static MeetingEnded? From(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: EventName, Value: { } told }
        && Field(told, "Title") is { Length: > 0 } title && InstantPattern.ExtendedIso.Parse(Field(told, "EndTime") ?? "") is { Success: true } end
            ? new MeetingEnded(title, end.Value)
            : null;

    /// <summary>Teams writes this event's fields with a capital letter; its documentation does not always.</summary>
    private static string? Field(JsonElement told, string name) =>
        told.TextField(name) ?? told.TextField(string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1)));
}

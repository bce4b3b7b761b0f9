using System.Diagnostics.CodeAnalysis;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>A call or mail as the CRM logged it.</summary>
public sealed record LoggedTouch(string Id, string DealId, Instant At, TouchDirection Direction, TouchChannel Channel);

/// <summary>The body of <c>POST /api/activities</c> (docs/feed.md).</summary>
public static class TouchPayload
{
    private static readonly Dictionary<string, TouchDirection> Directions = new(StringComparer.Ordinal)
    {
        ["out"] = TouchDirection.Outbound,
        ["in"] = TouchDirection.Inbound,
    };

    private static readonly Dictionary<string, TouchChannel> Channels = new(StringComparer.Ordinal)
    {
        ["call"] = TouchChannel.Call,
        ["mail"] = TouchChannel.Mail,
        ["message"] = TouchChannel.Message,
    };

    /// <summary>Reads a call or mail, or notes everything that is wrong with it.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> body, FieldErrors errors, [NotNullWhen(true)] out LoggedTouch? touch)
    {
        touch = null;
        if (!PayloadBody.TryOpen(body, errors, out var document))
            return false;
        using (document)
        {
            var fields = PayloadFields.Of(document, errors);
            touch = new LoggedTouch(
                fields.Id("id") ?? "",
                fields.Id("deal") ?? "",
                fields.Moment("at").GetValueOrDefault(),
                fields.OneOf("direction", Directions, required: true) ?? default,
                fields.OneOf("channel", Channels, required: true) ?? default);
        }

        return DealPayload.Settled(ref touch, errors);
    }
}

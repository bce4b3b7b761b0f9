using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Meetings;

namespace FollowUpBot.Tests.Meetings;

/// <summary>Bodies to break one field at a time.</summary>
internal static class Payloads
{
    public const string Full = """
        {
          "id": "meeting-118", "revision": 3,
          "deal": {
            "id": "contoso-renewal", "revision": 12, "name": "Contoso renewal", "amount": 42000.5, "currency": "USD", "stage": "Proposal",
            "closeDate": "2026-03-31", "link": "https://crm.example.com/deals/contoso-renewal", "owner": "lee@example.com", "status": "open"
          },
          "rep": "1FA3D8C2-5B8E-4C0A-9A53-0C4E7F6B2D11",
          "buyers": [{ "name": "Dana Reed", "role": "CFO" }, { "name": "Kim Ito" }],
          "kind": "inPerson", "start": "2026-03-02T10:00:00+01:00", "end": "2026-03-02T10:30:00+01:00",
          "title": "Renewal review", "note": "Went well.\nWants a quote.", "cancelled": false
        }
        """;

    public const string Deal = """
        {
          "id": "contoso-renewal", "revision": 13, "name": "Contoso renewal", "amount": 42000, "currency": "USD", "stage": "Won",
          "closeDate": "2026-03-31", "link": "https://crm.example.com/deals/contoso-renewal", "owner": "lee@example.com", "status": "won"
        }
        """;

    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>The payload with one field set to this JSON, or removed when it is null; the path is like <c>buyers[0].name</c>.</summary>
    public static byte[] With(string payload, string path, string? json)
    {
        var root = JsonNode.Parse(payload) ?? throw new ArgumentException("The payload is null.", nameof(payload));
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var at = steps[..^1].Aggregate(root, (node, step) => (node is JsonArray list ? list[int.Parse(step)] : node[step]) ?? root);
        if (at is JsonArray array)
            array[int.Parse(steps[^1])] = JsonNode.Parse(json ?? "null");
        else if (json is null)
            at.AsObject().Remove(steps[^1]);
        else
            at[steps[^1]] = JsonNode.Parse(json);
        return Bytes(root.ToJsonString());
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> MeetingErrors(byte[] body)
    {
        var errors = new FieldErrors();
        Assert.Equal(MeetingPayload.TryRead(body, errors, out var logged), errors.None);
        Assert.Equal(logged is not null, errors.None);
        return errors.ByPath();
    }

    public static LoggedMeeting Meeting(byte[] body)
    {
        var errors = new FieldErrors();
        var isRead = MeetingPayload.TryRead(body, errors, out var logged);
        Assert.Empty(errors.ByPath());
        Assert.True(isRead);
        return logged ?? throw new InvalidOperationException("A payload without errors was not read.");
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> DealErrors(byte[] body, string addressed = "contoso-renewal")
    {
        var errors = new FieldErrors();
        _ = DealPayload.TryRead(body, addressed, errors, out _);
        return errors.ByPath();
    }
}

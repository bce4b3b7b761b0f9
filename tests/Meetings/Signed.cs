using System.Globalization;
using System.Text;
using FollowUpBot.Bot.Meetings;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUpBot.Tests.Meetings;

/// <summary>Requests as a sender would sign them.</summary>
internal static class Signed
{
    public const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    public static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 15, 4, 5);

    public static readonly WebhookSecret Secret = SecretOf(1);
    public static readonly WebhookSecret NewSecret = SecretOf(2);
    public static readonly WebhookSecret OtherSecret = SecretOf(3);

    public static readonly FeedSource Source = new("crm", "tenant-a", [Secret, NewSecret]);
    public static readonly FeedSource Other = new("other", "tenant-b", [OtherSecret]);

    public static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    public static string SecretText(byte seed, int bytes = 24) => WebhookSecret.Prefix + Convert.ToBase64String(Enumerable.Repeat(seed, bytes).ToArray());

    public static WebhookSecret SecretOf(byte seed) => WebhookSecret.Parse(SecretText(seed));

    public static HeaderDictionary Headers(byte[]? body = null, WebhookSecret? secret = null, Instant? at = null, string id = Id)
    {
        var timestamp = (at ?? Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new HeaderDictionary
        {
            [WebhookSignature.IdHeader] = id,
            [WebhookSignature.TimestampHeader] = timestamp,
            [WebhookSignature.SignatureHeader] = (secret ?? Secret).Sign(id, timestamp, body ?? Body),
        };
    }

    public static SignatureCheck Check(HeaderDictionary headers, byte[]? body = null, Instant? now = null) =>
        WebhookSignature.Verify(headers, body ?? Body, [Source, Other], now ?? Now);

    public static void IsRefused(SignatureFault fault, HeaderDictionary headers, byte[]? body = null, Instant? now = null) =>
        Assert.Equal(new SignatureCheck.Refused(fault), Check(headers, body, now));

    public static void IsValid(HeaderDictionary headers, byte[]? body = null, Instant? now = null) =>
        Assert.Equal(new SignatureCheck.Valid(Source, Id), Check(headers, body, now));
}

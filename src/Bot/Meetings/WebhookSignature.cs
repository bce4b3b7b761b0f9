using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>Why a request was not believed: for the log, never for the sender.</summary>
public enum SignatureFault
{
    HeaderMissing,
    HeaderTwice,
    IdMalformed,
    TimestampMalformed,
    TimestampTooOld,
    TimestampTooNew,
    BodyEncoded,
    NoMatch,
}

/// <summary>What a signature proves.</summary>
public abstract record SignatureCheck
{
    private SignatureCheck()
    {
    }

    /// <summary>One of the source's secrets signed these bytes under this id.</summary>
    public sealed record Valid(FeedSource Source, string Id) : SignatureCheck;

    public sealed record Refused(SignatureFault Fault) : SignatureCheck;
}

/// <summary>
/// Verifies Standard Webhooks (specification at commit b2fa7b87): <c>webhook-id</c>, <c>webhook-timestamp</c> in Unix seconds and
/// <c>webhook-signature</c>, a list of <c>v1,</c> HMAC-SHA256 signatures of <c>id.timestamp.body</c> parted by spaces.
/// </summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const int IdLimit = 128;

    /// <summary>No dot, which would move the border between id and timestamp in the signed text.</summary>
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:");

    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <param name="body">The bytes as they came, before any reading.</param>
    public static SignatureCheck Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, IReadOnlyList<FeedSource> sources, Instant now)
    {
        var (id, timestamp, signatures) = (headers[IdHeader], headers[TimestampHeader], headers[SignatureHeader]);
        if ((HeaderFault(id) ?? HeaderFault(timestamp) ?? HeaderFault(signatures)) is { } fault)
            return new SignatureCheck.Refused(fault);
        if (!headers.ContentEncoding.All(coding => string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase)))
            return new SignatureCheck.Refused(SignatureFault.BodyEncoded);
        if (!IsId(id.ToString()))
            return new SignatureCheck.Refused(SignatureFault.IdMalformed);
        if (TimestampFault(timestamp.ToString(), now) is { } untimely)
            return new SignatureCheck.Refused(untimely);
        return Signer(id.ToString(), timestamp.ToString(), signatures.ToString(), body, sources) is { } source
            ? new SignatureCheck.Valid(source, id.ToString())
            : new SignatureCheck.Refused(SignatureFault.NoMatch);
    }

    /// <summary>Whether a text can name a delivery.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= IdLimit && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    private static SignatureFault? HeaderFault(StringValues header) =>
        header.Count > 1 ? SignatureFault.HeaderTwice
        : string.IsNullOrEmpty(header) ? SignatureFault.HeaderMissing
        : null;

    private static SignatureFault? TimestampFault(string text, Instant now)
    {
        var isMoment = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Instant.MaxValue.ToUnixTimeSeconds();
        if (!isMoment)
            return SignatureFault.TimestampMalformed;
        var signedAt = Instant.FromUnixTimeSeconds(seconds);
        return now - signedAt > Tolerance ? SignatureFault.TimestampTooOld
            : signedAt - now > Tolerance ? SignatureFault.TimestampTooNew
            : null;
    }

    /// <summary>Compares every secret with every signature, so that the time taken does not tell which one came close.</summary>
    private static FeedSource? Signer(string id, string timestamp, string signatures, ReadOnlySpan<byte> body, IReadOnlyList<FeedSource> sources)
    {
        var given = signatures.Split(' ').Where(entry => entry.StartsWith(WebhookSecret.Version, StringComparison.Ordinal))
            .Select(Encoding.UTF8.GetBytes).ToList();
        FeedSource? signer = null;
        foreach (var source in sources)
        {
            foreach (var secret in source.Secrets)
            {
                var expected = Encoding.UTF8.GetBytes(secret.Sign(id, timestamp, body));
                foreach (var signature in given)
                {
                    if (CryptographicOperations.FixedTimeEquals(expected, signature))
                        signer = source;
                }
            }
        }

        return signer;
    }
}

using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace FollowUpBot.Bot.Meetings;

/// <summary>A shared secret of Standard Webhooks: 24 to 64 bytes, written as <c>whsec_</c> and base64.</summary>
public sealed class WebhookSecret : IEquatable<WebhookSecret>
{
    public const string Prefix = "whsec_";
    public const int MinBytes = 24;
    public const int MaxBytes = 64;

    /// <summary>The version this product signs and verifies: HMAC-SHA256.</summary>
    public const string Version = "v1,";

    /// <summary>Public on purpose, so that the first meeting needs no set-up; refused outside Development.</summary>
    public const string DevelopmentText = "whsec_Zm9sbG93dXBib3QtZGV2ZWxvcG1lbnQtb25seQ==";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    public static WebhookSecret Development { get; } = Parse(DevelopmentText);

    /// <summary>Tells secrets apart without showing them.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(_key));

    /// <summary>Reads a secret with or without its prefix; false when it is not base64 or has not 24 to 64 bytes.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookSecret? secret)
    {
        var base64 = text ?? "";
        if (base64.StartsWith(Prefix, StringComparison.Ordinal))
            base64 = base64[Prefix.Length..];
        var key = Base64.IsValid(base64) ? Convert.FromBase64String(base64) : [];
        secret = key.Length is >= MinBytes and <= MaxBytes ? new WebhookSecret(key) : null;
        return secret is not null;
    }

    /// <exception cref="FormatException">Not base64, or not 24 to 64 bytes. The message does not show the text.</exception>
    public static WebhookSecret Parse(string text) =>
        TryParse(text, out var secret) ? secret : throw new FormatException("A webhook secret is 'whsec_' and base64 of 24 to 64 bytes.");

    /// <summary>The signature of <c>id.timestamp.body</c>, with its version: <c>v1,</c> and base64.</summary>
    public string Sign(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        mac.AppendData(body);
        return Version + Convert.ToBase64String(mac.GetHashAndReset());
    }

    public bool Equals(WebhookSecret? other) => other is not null && CryptographicOperations.FixedTimeEquals(_key, other._key);

    public override bool Equals(object? obj) => Equals(obj as WebhookSecret);

    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Prefix + "…";
}

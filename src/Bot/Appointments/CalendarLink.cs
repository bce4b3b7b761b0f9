using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace FollowUpBot.Bot.Appointments;

/// <summary>What a link to a calendar file stands for: hashes of ids, so that nothing of the deal can be read from it.</summary>
/// <param name="Partition">Of the deal; its id stands in it as a hash.</param>
/// <param name="Reminder">The hash of the follow-up's id.</param>
public sealed record CalendarLink(string Partition, string Reminder, Instant EndsAt)
{
    /// <summary>SEC21: long enough to be of use, short enough to be forgotten.</summary>
    public static readonly Duration Life = Duration.FromDays(7);

    private const int EndBytes = sizeof(long);
    private const int LongestToken = 1024;

    private const char Between = '\n';

    /// <summary>The end, the names, and an HMAC-SHA256 over both, for an address.</summary>
    public string Sign(ReadOnlySpan<byte> key)
    {
        var names = Encoding.UTF8.GetBytes($"{Partition}{Between}{Reminder}");
        var token = new byte[EndBytes + names.Length + HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, EndsAt.ToUnixTimeSeconds());
        names.CopyTo(token.AsSpan(EndBytes));
        HMACSHA256.HashData(key, token.AsSpan(0, EndBytes + names.Length), token.AsSpan(EndBytes + names.Length));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The link, when we signed it and it has not ended; null for everything else. The signature is compared in constant time.</summary>
    public static CalendarLink? Read(string token, ReadOnlySpan<byte> key, Instant now)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= EndBytes + HMACSHA256.HashSizeInBytes || Base64Url.EncodeToString(bytes) != token)
            return null;
        var signed = bytes.AsSpan(..^HMACSHA256.HashSizeInBytes);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, signed), bytes.AsSpan(signed.Length)))
            return null;
        var endsAt = Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(signed));
        var names = Encoding.UTF8.GetString(signed[EndBytes..]).Split(Between);
        return now < endsAt && names is [var partition, var reminder] ? new CalendarLink(partition, reminder, endsAt) : null;
    }
}

using System.Buffers.Text;
using System.Text;

namespace FollowUpBot.Storage;

/// <summary>The last document of a page, as the opaque text that asks for the next one.</summary>
internal sealed record PageToken(string Id, string Partition)
{
    /// <exception cref="ArgumentException">The text is no token of this store.</exception>
    public static PageToken? Parse(string? continuation)
    {
        if (continuation is null)
            return null;
        if (!Base64Url.IsValid(continuation))
            throw new ArgumentException("This is no continuation of a page.", nameof(continuation));
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation)).Split('\n');
        return parts.Length == 2
            ? new(parts[0], parts[1])
            : throw new ArgumentException("This is no continuation of a page.", nameof(continuation));
    }

    /// <summary>Makes a page of the first <paramref name="limit"/> documents; one more than that tells that there is a next page.</summary>
    public static DocumentPage Page(IReadOnlyList<StoredDocument> oneMore, int limit) => oneMore.Count <= limit
        ? new(oneMore, null)
        : new([.. oneMore.Take(limit)], After(oneMore[limit - 1].Document));

    private static string After(Document last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{last.Id}\n{last.Partition}"));
}

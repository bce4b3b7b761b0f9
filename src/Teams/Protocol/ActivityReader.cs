using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace FollowUpBot.Teams.Protocol;

/// <summary>What a request's body turned out to be.</summary>
public abstract record ActivityRead
{
    private ActivityRead()
    {
    }

    public sealed record Read(Activity Activity) : ActivityRead;

    /// <summary>More than <see cref="ActivityReader.MaxBytes"/>: HTTP 413.</summary>
    public sealed record TooLarge : ActivityRead;

    /// <summary>Not an activity: HTTP 400. The reason repeats nothing of the body.</summary>
    public sealed record Malformed(string Reason) : ActivityRead;
}

/// <summary>
/// Reads an activity from the outside: at most 256 KB, 32 levels, no field twice, no text that is not Unicode.
/// What passes can be read to its last value without an exception.
/// </summary>
public static class ActivityReader
{
    public const int MaxBytes = 256 * 1024;

    private const int FirstBuffer = 16 * 1024;

    /// <exception cref="IOException">The caller hung up.</exception>
    public static async Task<ActivityRead> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            while (await body.ReadAsync(Free(buffer, length), cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                length += read;
                if (length > MaxBytes)
                {
                    return new ActivityRead.TooLarge();
                }

                if (length == buffer.Length)
                {
                    buffer = Grown(buffer);
                }
            }

            return Parse(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static ActivityRead Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            return new ActivityRead.TooLarge();
        }

        if (!Utf8.IsValid(json))
        {
            return new ActivityRead.Malformed("not UTF-8");
        }

        try
        {
            RefuseHalfCharacters(json);
            return JsonSerializer.Deserialize(json, TeamsJson.Default.Activity) switch
            {
                null => new ActivityRead.Malformed("null"),
                { Type: null or "" } => new ActivityRead.Malformed("no type"),
                var activity when HasHoles(activity) => new ActivityRead.Malformed("null in a list"),
                var activity => new ActivityRead.Read(activity),
            };
        }
        catch (JsonException e)
        {
            return new ActivityRead.Malformed($"not an activity, seen at line {e.LineNumber}, byte {e.BytePositionInLine}");
        }
    }

    /// <summary>One byte more than may come is enough to see that too much came.</summary>
    private static Memory<byte> Free(byte[] buffer, int length) => buffer.AsMemory(length, Math.Min(buffer.Length, MaxBytes + 1) - length);

    private static byte[] Grown(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 4);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    /// <summary>An escaped lone surrogate would throw only when somebody looks at it, long after the checks.</summary>
    private static void RefuseHalfCharacters(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = TeamsJson.Default.Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("Half a character.", path: null, lineNumber: 0, reader.TokenStartIndex, e);
        }
    }

    private static bool HasHoles(Activity activity) =>
        HasHoles(activity.MembersAdded) || HasHoles(activity.MembersRemoved) || HasHoles(activity.Attachments);

    private static bool HasHoles<T>(IReadOnlyList<T>? list)
        where T : class => list?.Any(item => item is null) ?? false;
}

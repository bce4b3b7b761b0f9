using System.Buffers;
using System.Text.Encodings.Web;

namespace FollowUpBot.Teams;

/// <summary>
/// Escapes what JSON asks for and nothing else. .NET's own relaxed encoder writes an emoji as two escapes, twelve bytes in place of four,
/// and a form that somebody filled with them grew beyond what Teams takes.
/// </summary>
internal sealed unsafe class WireEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Relaxed = UnsafeRelaxedJsonEscaping;

    /// <summary>Characters of one code unit that stand as they are, which nearly all are.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => !char.IsSurrogate(c) && !Relaxed.WillEncode(c))]);

    public override int MaxOutputCharactersPerInputCharacter => Relaxed.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && Relaxed.WillEncode(unicodeScalar);

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        Relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var plain = new ReadOnlySpan<char>(text, textLength).IndexOfAnyExcept(Plain);
        for (var at = plain < 0 ? textLength : plain; at < textLength; at++)
        {
            if (at + 1 < textLength && char.IsSurrogatePair(text[at], text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]) || Relaxed.WillEncode(text[at]))
                return at;
        }

        return -1;
    }
}

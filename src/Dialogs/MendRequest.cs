using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Dialogs;

public enum MendKind
{
    Nurture,
    Delay,
    Close,
    Mute,
}

/// <summary>"nurture Contoso until March", "delay Contoso until 15 January, their budget year", "close Contoso lost: price", "mute Contoso until Thursday".</summary>
/// <param name="Rest">What stands behind the name: the day and the reason; empty when nothing does.</param>
/// <param name="ClosedAs">Only for closing: won or lost; null when it was not said.</param>
public sealed record MendRequest(MendKind Kind, string DealName, string Rest, DealPhase? ClosedAs)
{
    private const string Until = " until ";
    private const int LongestName = 200;

    private static readonly string[] Breaks = [", ", ": ", "; ", " because ", " - "];

    private static readonly (string Words, DealPhase As)[] Endings =
        [(" as lost", DealPhase.Lost), (" lost", DealPhase.Lost), (" as won", DealPhase.Won), (" won", DealPhase.Won)];

    /// <summary>What tells why a buyer waits, the first that is found.</summary>
    private static readonly (string Word, DelayKind Kind)[] Reasons =
    [
        ("budget", DelayKind.Budget), ("fiscal", DelayKind.Budget), ("financ", DelayKind.Budget),
        ("procurement", DelayKind.Procurement), ("purchasing", DelayKind.Procurement), ("tender", DelayKind.Procurement),
        ("legal", DelayKind.Legal), ("lawyer", DelayKind.Legal), ("contract", DelayKind.Legal),
        ("holiday", DelayKind.Absence), ("vacation", DelayKind.Absence), ("away", DelayKind.Absence), ("leave", DelayKind.Absence), ("sick", DelayKind.Absence),
        ("merger", DelayKind.Restructuring), ("reorg", DelayKind.Restructuring), ("restructur", DelayKind.Restructuring),
    ];

    /// <returns>Null when it is no such request.</returns>
    public static MendRequest? Parse(string text)
    {
        var plain = text.Trim().TrimEnd('.', '!', '?').Trim();
        var space = plain.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !Enum.TryParse<MendKind>(plain[..space], ignoreCase: true, out var kind) || !char.IsLetter(plain[0]))
            return null;
        var said = plain[space..].Trim();
        var (name, rest, closedAs) = kind == MendKind.Close ? Ending(said) : Untilled(said);
        return name.Length is 0 or > LongestName ? null : new MendRequest(kind, name, rest, closedAs);
    }

    /// <summary>The day and the reason in <see cref="Rest"/>: the longest beginning that names a day, and what follows.</summary>
    public (LocalDate? Day, string Why) Read(ReadingContext context)
    {
        var cuts = Breaks.SelectMany(mark => Places(Rest, mark).Select(at => (At: at, mark.Length))).Append((At: Rest.Length, Length: 0)).OrderByDescending(cut => cut.At);
        foreach (var (at, length) in cuts)
        {
            if (DayOf(Rest[..at], context) is { } day)
                return (day, Rest[(at + length)..].Trim());
        }

        return (null, Rest);
    }

    public static DelayKind KindOf(string why) =>
        Reasons.Where(reason => why.Contains(reason.Word, StringComparison.OrdinalIgnoreCase)).Select(reason => reason.Kind).FirstOrDefault(DelayKind.OtherPriority);

    /// <summary>A day that is named, or the first of a week, month or quarter that is.</summary>
    private static LocalDate? DayOf(string words, ReadingContext context) => NextStepReader.Read(words, context) switch
    {
        { Kind: ReadingKind.Firm or ReadingKind.Range, Start: { } start } reading when Covers(reading, words) => start.Date,
        { Kind: ReadingKind.Vague, Window: { } window } reading when Covers(reading, words) => window.Day ?? window.From.Date,
        _ => null,
    };

    /// <summary>Words beside the day are a reason, and stand behind a comma.</summary>
    private static bool Covers(Reading reading, string words) => reading.Span.Length >= words.Trim().Length - "the ".Length;

    private static (string Name, string Behind, DealPhase? As) Untilled(string said)
    {
        var at = said.LastIndexOf(Until, StringComparison.OrdinalIgnoreCase);
        if (at > 0)
            return (said[..at].Trim(), said[(at + Until.Length)..].Trim(), null);
        var cut = FirstBreak(said);
        return (said[..cut.At].Trim(), said[(cut.At + cut.Length)..].Trim(), null);
    }

    private static (string Name, string Behind, DealPhase? As) Ending(string said)
    {
        var cut = FirstBreak(said);
        var (name, rest) = (said[..cut.At].TrimEnd(), said[(cut.At + cut.Length)..].Trim());
        var ending = Endings.FirstOrDefault(ending => name.EndsWith(ending.Words, StringComparison.OrdinalIgnoreCase));
        return ending.Words is { } words ? (name[..^words.Length].Trim(), rest, ending.As) : (name, rest, null);
    }

    private static (int At, int Length) FirstBreak(string said) => Breaks
        .Select(mark => (At: said.IndexOf(mark, StringComparison.OrdinalIgnoreCase), mark.Length))
        .Where(cut => cut.At > 0)
        .DefaultIfEmpty((At: said.Length, Length: 0))
        .MinBy(cut => cut.At);

    private static IEnumerable<int> Places(string text, string mark)
    {
        for (var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase))
            yield return at;
    }
}

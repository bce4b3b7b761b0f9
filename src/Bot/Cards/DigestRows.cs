using System.Globalization;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The rows of the weekly card: what is stalled, each with its one button, and what was mended since, each in its old place.</summary>
internal static class DigestRows
{
    /// <summary>One for all rows, so that their buttons stand in a line.</summary>
    private const string BesideWidth = "112px";

    private const int LongestName = 80;
    private const int LongestLine = 160;

    /// <summary>Of a person or a stage.</summary>
    private const int LongestWord = 40;

    /// <summary>At most so many stalled deals; what was mended before them stays beside them.</summary>
    public static IEnumerable<CardElement> Of(DigestContents contents, int most)
    {
        var mended = new Queue<MendedRow>(contents.Mended);
        foreach (var row in contents.Deals.Take(most))
        {
            while (mended.TryPeek(out var before) && before.Weight >= row.Weight)
                yield return Mended(mended.Dequeue());
            yield return Stalled(row, contents.Zone);
        }

        while (contents.Deals.Count <= most && mended.TryDequeue(out var rest))
            yield return Mended(rest);
    }

    private static ColumnSet Stalled(DigestRow row, DateTimeZone zone)
    {
        var deal = row.Stalled.Deal;
        var lines = row.Stalled.Verdicts.Take(2).Select(verdict => Theirs(StallWords.What(verdict, zone)) with { Spacing = Spacing.Small });
        CardElement last = deal.AskedAt is { } at
            ? Small(MendWords.Asked(at.InZone(zone).Date)) with { Spacing = Spacing.Small }
            : new RichTextBlock([new TextRun(DigestCardText.ToFix + " ") { Weight = TextWeight.Bolder }, new TextRun(StallWords.Mend(row.Stalled.Worst.Rule))]) { Spacing = Spacing.Small };
        return Row(deal, row.OwnerName, [.. lines, last], [SeverityLabel(row), MendButton(deal, DigestCardText.Mend)]);
    }

    private static ColumnSet Mended(MendedRow row) => Row(
        row.Deal,
        row.OwnerName,
        [Theirs(Shorten(row.How, LongestLine)) with { Spacing = Spacing.Small }],
        [
            new TextBlock(row.Label) { Color = row.Label == MendedWords.Mended ? TextColor.Good : TextColor.Default, Weight = TextWeight.Bolder, Wrap = false },
            MendButton(row.Deal, DigestCardText.Open),
        ]);

    private static ColumnSet Row(Deal deal, string ownerName, IReadOnlyList<CardElement> lines, IReadOnlyList<CardElement> beside)
    {
        var owner = string.Join(" · ", new[] { Shorten(ownerName, LongestWord), Spoken.Amount(deal.Facts), Shorten(deal.Facts.Stage ?? "", LongestWord) }.OfType<string>().Where(part => part.Length > 0));
        return new ColumnSet(
        [
            new Column(
            [
                Theirs(Shorten(deal.Facts.Name, LongestName), TextWeight.Bolder),
                Theirs(owner, size: TextSize.Small, subtle: true) with { Spacing = Spacing.None },
                .. lines,
            ]),
            new Column(beside) { Width = BesideWidth },
        ])
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
    }

    private static ActionSet MendButton(Deal deal, string title) =>
        new([Button.Execute(title, MendVerbs.Open, (Fields.Deal, deal.Id), (Fields.Version, deal.Version.ToString(CultureInfo.InvariantCulture)))]) { Spacing = Spacing.Small };

    private static TextBlock SeverityLabel(DigestRow row) => new(row.Change switch
    {
        DigestChange.New => DigestCardText.LabelNew.With(StallWords.Name(row.Stalled.Worst.Severity)),
        DigestChange.Worse => DigestCardText.LabelWorse.With(StallWords.Name(row.Stalled.Worst.Severity)),
        _ => StallWords.Name(row.Stalled.Worst.Severity),
    })
    {
        Color = row.Stalled.Worst.Severity == Severity.Red ? TextColor.Attention : TextColor.Warning,
        Weight = TextWeight.Bolder,
        Wrap = false,
    };
}

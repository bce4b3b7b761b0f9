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

/// <summary>
/// The rows of the weekly card: what is stalled, each with its one button, and what was mended since, each in its old place. Numbers
/// say in which order to take them up; a row alone has none.
/// </summary>
internal static class DigestRows
{
    /// <summary>One for all rows, so that their buttons stand in a line.</summary>
    private const string BesideWidth = "112px";

    private const int LongestName = 80;
    private const int LongestTip = 30;
    private const int LongestLine = 160;

    /// <summary>Of a person or a stage.</summary>
    private const int LongestWord = 40;

    /// <summary>At most so many stalled deals; what was mended before them stays beside them.</summary>
    public static IEnumerable<CardElement> Of(DigestContents contents, int most)
    {
        var mended = new Queue<MendedRow>(contents.Mended);
        var number = contents.Deals.Count + contents.Mended.Count > 1 ? 1 : (int?)null;
        foreach (var row in contents.Deals.Take(most))
        {
            while (mended.TryPeek(out var before) && before.Weight >= row.Weight)
                yield return Mended(mended.Dequeue(), number++);
            yield return Stalled(row, number++, contents.Zone);
        }

        while (contents.Deals.Count <= most && mended.TryDequeue(out var rest))
            yield return Mended(rest, number++);
    }

    /// <summary>The worst rule in full size, a second one beside it in small.</summary>
    private static ColumnSet Stalled(DigestRow row, int? number, DateTimeZone zone)
    {
        var deal = row.Stalled.Deal;
        IEnumerable<CardElement> lines = row.Stalled.Verdicts.Take(2).Select((verdict, place) => place == 0
            ? Theirs(StallWords.What(verdict, zone)) with { Spacing = Spacing.Small }
            : Theirs(StallWords.What(verdict, zone), size: TextSize.Small, subtle: true) with { Spacing = Spacing.None });
        CardElement last = deal.AskedAt is { } at
            ? Small(MendWords.Asked(at.InZone(zone).Date)) with { Spacing = Spacing.Small }
            : new RichTextBlock([new TextRun(DigestCardText.ToFix + " ") { Weight = TextWeight.Bolder }, new TextRun(StallWords.Mend(row.Stalled.Worst.Rule))]) { Spacing = Spacing.Small };
        return Row(deal, number, row.OwnerName, [.. lines, last], [SeverityLabel(row), MendButton(deal, DigestCardText.Mend, DigestCardText.MendTip)]);
    }

    private static ColumnSet Mended(MendedRow row, int? number) => Row(
        row.Deal,
        number,
        row.OwnerName,
        [Theirs(Shorten(row.How, LongestLine)) with { Spacing = Spacing.Small }],
        [
            new TextBlock(row.Label) { Color = row.Label == MendedWords.Mended ? TextColor.Good : TextColor.Default, Weight = TextWeight.Bolder, Wrap = false },
            MendButton(row.Deal, DigestCardText.Open, DigestCardText.OpenTip),
        ]);

    /// <summary>Name and amount stand together: they are why a row is where it is.</summary>
    private static ColumnSet Row(Deal deal, int? number, string ownerName, IReadOnlyList<CardElement> lines, IReadOnlyList<CardElement> beside)
    {
        var place = number is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}. ");
        var name = place + Shorten(deal.Facts.Name, LongestName) + (Spoken.Amount(deal.Facts) is { } amount ? $" · {amount}" : "");
        var owner = string.Join(" · ", new[] { Shorten(ownerName, LongestWord), Shorten(deal.Facts.Stage ?? "", LongestWord) }.Where(part => part.Length > 0));
        return new ColumnSet(
        [
            new Column(
            [
                Theirs(name, TextWeight.Bolder),
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

    /// <summary>Its tooltip tells one row's button from the next one's, where they are read aloud.</summary>
    private static ActionSet MendButton(Deal deal, string title, string tip)
    {
        var button = Button.Execute(title, MendVerbs.Open, (Fields.Deal, deal.Id), (Fields.Version, deal.Version.ToString(CultureInfo.InvariantCulture)));
        return new([button with { Tooltip = tip.With(Shorten(deal.Facts.Name, LongestTip)) }]) { Spacing = Spacing.Small };
    }

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

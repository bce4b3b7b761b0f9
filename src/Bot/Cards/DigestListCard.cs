using System.Globalization;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>All stalled deals of a channel, ten a page, in the order of the weekly card.</summary>
public static class DigestListCard
{
    public const int RowsAPage = 10;

    private const int LongestName = 80;
    private const int LongestWord = 40;

    /// <param name="page">From 1; one that is not there shows the nearest that is.</param>
    public static Card Of(DigestContents contents, int page)
    {
        var pages = Math.Max(1, (contents.Deals.Count + RowsAPage - 1) / RowsAPage);
        var shown = Math.Clamp(page, 1, pages);
        var first = (shown - 1) * RowsAPage;
        var body = new List<CardElement>
        {
            Heading(DigestCard.Title(contents)) with { Size = TextSize.Large },
            Small(DigestCardText.Page.With(shown, pages, Spoken.Day(contents.At.InZone(contents.Zone).Date))),
        };
        body.AddRange(contents.Deals.Skip(first).Take(RowsAPage).Select((row, place) => Row(row, first + place + 1, contents)));
        List<CardAction> turns = [.. Turn(DigestCardText.Back, shown - 1, pages), .. Turn(DigestCardText.Next, shown + 1, pages)];
        if (turns.Count > 0)
            body.Add(new ActionSet(turns));
        return new Card { FallbackText = DigestCard.Title(contents), Body = body, MsTeams = new TeamsCardOptions { Width = "Full" } };
    }

    private static IEnumerable<CardAction> Turn(string title, int page, int pages) => page >= 1 && page <= pages
        ? [Button.Execute(title, Verbs.DigestPage, (Fields.Page, page.ToString(CultureInfo.InvariantCulture)))]
        : [];

    private static Container Row(DigestRow row, int number, DigestContents contents)
    {
        var (worst, facts) = (row.Stalled.Worst, row.Stalled.Deal.Facts);
        string?[] about = [Shorten(row.OwnerName, LongestWord), Spoken.Amount(facts), Shorten(facts.Stage ?? "", LongestWord)];
        var line = string.Join(" · ", about.Where(part => !string.IsNullOrEmpty(part)));
        return new Container(
        [
            new ColumnSet(
            [
                new Column([Theirs(string.Create(CultureInfo.InvariantCulture, $"{number}. {Shorten(facts.Name, LongestName)}"), TextWeight.Bolder)]),
                new Column([new TextBlock(StallWords.Name(worst.Severity)) { Color = worst.Severity == Severity.Red ? TextColor.Attention : TextColor.Warning, Weight = TextWeight.Bolder, Wrap = false }]) { Width = "auto" },
            ]),
            Theirs($"{line} · {StallWords.What(worst, contents.Zone)}", size: TextSize.Small, subtle: true) with { Spacing = Spacing.None },
        ])
        {
            Separator = true,
            Spacing = Spacing.Small,
        };
    }
}

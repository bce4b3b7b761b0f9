using System.Globalization;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The weekly card of a channel: which deals are stalled, what is wrong, since when, and what would fix it.</summary>
public static class DigestCard
{
    private const int MostPeople = 10;
    private const int MaxBytes = 20 * 1024;

    private const int LongestWord = 40;

    /// <summary>At most so many rows, and fewer when their names are so long that the card would not be taken (teams rule 39).</summary>
    public static WrittenCard Of(DigestContents contents, int rows)
    {
        var card = WrittenCard.Of(Rows(contents, rows));
        if ((rows == 1 && contents.Mended.Count == 0) || card.Json.Length <= MaxBytes)
            return card;
        return contents.Mended.Count > 0 ? Of(contents with { Mended = [.. contents.Mended.SkipLast(1)] }, rows) : Of(contents, rows - 1);
    }

    private static Card Rows(DigestContents contents, int rows)
    {
        var shown = Math.Min(contents.Deals.Count, rows);
        var body = new List<CardElement> { Heading(Title(contents)) with { Size = TextSize.Large }, Small(Totals(contents)) };
        if (contents.HasLastWeek && contents.Deals.Count + contents.Cleared > 0)
            body.Add(Small(Changes(contents)));
        if (MendedWords.Count(contents.MendedBefore, contents.Mended.Count) is { } mended)
            body.Add(Small(mended));
        body.AddRange(DigestRows.Of(contents, rows));
        if (contents.Deals.Count > shown)
            body.Add(Small(DigestCardText.More.With(Spoken.Count(contents.Deals.Count - shown))) with { Separator = true, Spacing = Spacing.Medium });
        if (contents.Deals.Count > shown)
            body.Add(new ActionSet([Button.Execute(DigestCardText.ShowAll, Verbs.DigestPage, (Fields.Page, "1"))]));
        if (contents.Waiting > 0)
            body.Add(Small(MendedWords.Waiting(contents.Waiting)) with { Separator = true, Spacing = Spacing.Medium });
        if (contents.Unreached.Count > 0)
            body.Add(Unreached(contents.Unreached));
        body.AddRange(DigestFooter.Of(contents));
        return new Card { FallbackText = Title(contents), Body = body, MsTeams = new TeamsCardOptions { Width = "Full" } };
    }

    public static string Title(DigestContents contents) => contents.Deals.Count switch
    {
        0 when contents.Mended.Count > 0 => DigestCardText.NothingLeft,
        0 => DigestCardText.NoDeal, // only people who cannot be reached
        1 => DigestCardText.OneDeal,
        _ => DigestCardText.Deals.With(Spoken.Count(contents.Deals.Count)),
    };

    private static string Totals(DigestContents contents)
    {
        var sums = contents.Deals
            .Where(row => row.Stalled.Deal.Facts is { Amount: not null, Currency: not null })
            .GroupBy(row => row.Stalled.Deal.Facts.Currency, row => row.Stalled.Deal.Facts.Amount ?? 0)
            .OrderByDescending(group => group.Sum())
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Sum():N0}"));
        var money = string.Join(", ", sums);
        var day = Spoken.Day(contents.At.InZone(contents.Zone).Date);
        if (money.Length == 0)
            return day;
        return (contents.Deals.Count == 1 ? DigestCardText.MoneyInDeal : DigestCardText.MoneyInDeals).With(day, money);
    }

    private static RichTextBlock Unreached(IReadOnlyList<string> people) => new(
    [
        new TextRun(DigestCardText.CannotReach + " ") { Weight = TextWeight.Bolder },
        new TextRun((people.Count > MostPeople ? DigestCardText.TheyAndOthersWait : DigestCardText.TheyWait).With(string.Join(", ", people.Take(MostPeople).Select(name => Shorten(name, LongestWord))))),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static string Changes(DigestContents contents)
    {
        (int Count, string Sentence)[] all =
        [
            (contents.Count(DigestChange.New), DigestCardText.New),
            (contents.Count(DigestChange.Worse), DigestCardText.Worse),
            (contents.Cleared, DigestCardText.Cleared),
            (contents.Count(DigestChange.Unchanged), DigestCardText.Unchanged),
        ];
        var changes = all.Where(change => change.Count > 0).Select(change => change.Sentence.With(Spoken.Count(change.Count)));
        return DigestCardText.SinceLastWeek.With(string.Join(" · ", changes));
    }
}

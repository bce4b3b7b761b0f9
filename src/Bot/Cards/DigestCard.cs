using System.Globalization;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The weekly card of a channel: which deals are stalled, what is wrong, since when, and what would fix it.</summary>
public static class DigestCard
{
    private const int MostPeople = 10;

    public static Card Of(DigestContents contents, int rows)
    {
        var shown = contents.Deals.Take(rows).ToList();
        var body = new List<CardElement> { Heading(Title(contents)) with { Size = TextSize.Large }, Small(Totals(contents)) };
        body.AddRange(shown.Select(row => DealRow(row, contents.Zone)));
        if (contents.Deals.Count > shown.Count)
            body.Add(Small(string.Create(CultureInfo.InvariantCulture, $"And {contents.Deals.Count - shown.Count} more. Mend these first.")));
        if (contents.Unreached.Count > 0)
            body.Add(Unreached(contents.Unreached));
        return new Card { FallbackText = Title(contents), Body = body, MsTeams = new TeamsCardOptions { Width = "Full" } };
    }

    public static string Title(DigestContents contents) => contents.Deals.Count switch
    {
        0 => "No stalled deals this week", // only people who cannot be reached
        1 => "1 deal needs a hand this week",
        _ => string.Create(CultureInfo.InvariantCulture, $"{contents.Deals.Count} deals need a hand this week"),
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
        return money.Length > 0 ? $"{day} · {money} in these deals" : day;
    }

    private static RichTextBlock Unreached(IReadOnlyList<string> people) => new(
    [
        new TextRun("I cannot reach: ") { Weight = TextWeight.Bolder },
        new TextRun(string.Join(", ", people.Take(MostPeople)) + (people.Count > MostPeople ? " and others" : "")),
        new TextRun(". Their follow-ups wait until they install FollowUpBot or write to it."),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static Container DealRow(DigestRow row, DateTimeZone zone)
    {
        var worst = row.Stalled.Worst;
        var facts = row.Stalled.Deal.Facts;
        var owner = string.Join(" · ", new[] { row.OwnerName, Spoken.Amount(facts), facts.Stage }.OfType<string>());
        return new Container(
        [
            new ColumnSet(
            [
                new Column([Theirs(facts.Name, TextWeight.Bolder), Theirs(owner, size: TextSize.Small, subtle: true) with { Spacing = Spacing.None }]),
                new Column([SeverityLabel(worst.Severity)]) { Width = "auto" },
            ]),
            .. row.Stalled.Verdicts.DistinctBy(verdict => verdict.Since).Take(2).Select(verdict => Theirs(StallWords.What(verdict, zone)) with { Spacing = Spacing.Small }),
            new RichTextBlock([new TextRun("To fix: ") { Weight = TextWeight.Bolder }, new TextRun(StallWords.Mend(worst.Rule))]) { Spacing = Spacing.Small },
        ])
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
    }

    private static TextBlock SeverityLabel(Severity severity) => new(StallWords.Name(severity))
    {
        Color = severity == Severity.Red ? TextColor.Attention : TextColor.Warning,
        Weight = TextWeight.Bolder,
        Wrap = false,
    };
}

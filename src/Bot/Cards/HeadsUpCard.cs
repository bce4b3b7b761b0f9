using System.Globalization;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>Which weekly card is about to come.</summary>
/// <param name="Channel">As people call it.</param>
public sealed record HeadsUpReason(string Channel, Instant CardAt);

/// <summary>A rep's own stalled deals, each a tap away from its form: before the weekly card, and whenever they go back to the list.</summary>
public static class HeadsUpCard
{
    /// <summary>On one page; the rest is a tap away.</summary>
    public const int MostRows = 6;

    private const int LongestName = 80;
    private const int LongestWord = 40;

    /// <param name="from">How many come before this page.</param>
    /// <param name="reason">Null when the rep looks at the list by themselves.</param>
    public static Card Of(IReadOnlyList<StalledDeal> stalled, int from, HeadsUpReason? reason, DateTimeZone zone)
    {
        var title = HeadsUpWords.Title(stalled.Count);
        var body = new List<CardElement> { Heading(title) };
        if (reason is not null)
            body.Add(Theirs(HeadsUpWords.Reason(Shorten(reason.Channel, LongestWord), reason.CardAt.InZone(zone)), size: TextSize.Small, subtle: true) with { Spacing = Spacing.None });
        body.AddRange(stalled.Skip(from).Take(MostRows).Select(deal => Row(deal, zone)));
        var left = stalled.Count - from - MostRows;
        return new Card
        {
            FallbackText = title,
            Body = body,
            Actions = left > 0 ? [Button.Execute(HeadsUpCardText.ShowMore.With(left), MendVerbs.List, (MendFields.From, Number(from + MostRows)))] : null,
        };
    }

    private static Container Row(StalledDeal stalled, DateTimeZone zone)
    {
        var facts = stalled.Deal.Facts;
        var line = string.Join(" · ", new[] { Spoken.Amount(facts), Shorten(facts.Stage ?? "", LongestWord) }.Where(part => part is { Length: > 0 }));
        List<CardElement> said = [Theirs(Shorten(facts.Name, LongestName), TextWeight.Bolder)];
        if (line.Length > 0)
            said.Add(Theirs(line, size: TextSize.Small, subtle: true) with { Spacing = Spacing.None });
        var mend = Button.Execute(HeadsUpCardText.MendIt, MendVerbs.Ask, (Fields.Deal, stalled.Deal.Id), (Fields.Version, Number(stalled.Deal.Version)));
        return new Container(
        [
            new ColumnSet([new Column(said), new Column([new ActionSet([mend])]) { Width = "auto" }]),
            Theirs(StallWords.What(stalled.Worst, zone)) with { Spacing = Spacing.Small },
        ])
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

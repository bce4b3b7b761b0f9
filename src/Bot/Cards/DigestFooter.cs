using System.Globalization;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The foot of the weekly card: how all open deals stand, and what the words on the card mean.</summary>
internal static class DigestFooter
{
    public static IEnumerable<CardElement> Of(DigestContents contents)
    {
        string?[] lines =
        [
            Shares(contents.Weeks),
            contents.Deals.Count > 0 ? DigestCardText.WhatLabelsMean : null,
            contents.Deals.Count > 0 ? DigestCardText.WhatMendOpens : null,
        ];
        return lines.OfType<string>().Select((line, place) => place == 0
            ? Small(line) with { Separator = true, Spacing = Spacing.Medium }
            : Small(line) with { Spacing = Spacing.Small });
    }

    /// <summary>This week beside the oldest of the last weeks; null where there are too few open deals for a share.</summary>
    private static string? Shares(IReadOnlyList<WeekFigures> weeks)
    {
        if (weeks.Count == 0 || weeks[^1].Open <= 1)
            return null;
        var (now, open) = (weeks[^1], Spoken.Count(weeks[^1].Open));
        var first = weeks.TakeWhile(week => week.Open == 0).Count();
        var then = weeks[first];
        return (weeks.Count - 1 - first) switch
        {
            0 => DigestCardText.Share.With(Share(now, now.Firm), open, Share(now, now.Hope)),
            1 => DigestCardText.ShareSinceLastWeek.With(Share(now, now.Firm), open, Share(now, now.Hope), Share(then, then.Firm), Share(then, then.Hope)),
            var ago => DigestCardText.ShareSince.With(Share(now, now.Firm), open, Share(now, now.Hope), Share(then, then.Firm), Share(then, then.Hope), ago),
        };
    }

    private static string Share(WeekFigures week, int part) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / week.Open:0} %");
}

using System.Text;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Cards;

public sealed class DigestFooterTests
{
    [Fact]
    public void How_all_deals_stand_is_one_plain_line_beside_the_oldest_of_the_last_weeks() => Assert.Contains(
        "40 % of 1,372 open deals have a firm next step (2 weeks ago: 30 %); for 20 % the buyer's reason is not known (2 weeks ago: 25 %).",
        Shown(new WeekFigures(0, 0, 0), new WeekFigures(1000, 300, 250), new WeekFigures(1100, 340, 250), new WeekFigures(1372, 549, 274)),
        StringComparison.Ordinal);

    [Fact]
    public void Last_week_has_its_name() => Assert.Contains(
        "50 % of 2 open deals have a firm next step (last week: 0 %); for 0 % the buyer's reason is not known (last week: 50 %).",
        Shown(new WeekFigures(2, 0, 1), new WeekFigures(2, 1, 0)),
        StringComparison.Ordinal);

    [Fact]
    public void The_first_card_compares_with_nothing() => Assert.Contains(
        "50 % of 2 open deals have a firm next step; for 0 % the buyer's reason is not known.", Shown(new WeekFigures(2, 1, 0)), StringComparison.Ordinal);

    [Fact]
    public void Of_one_deal_there_is_no_share() => Assert.DoesNotContain("open deals", Shown(new WeekFigures(1, 1, 0)), StringComparison.Ordinal);

    private static string Shown(params WeekFigures[] weeks)
    {
        var contents = new DigestContents([], Instant.FromUtc(2026, 3, 9, 7, 0), DateTimeZone.Utc) { Weeks = weeks };
        return Encoding.UTF8.GetString(DigestCard.Of(contents, rows: 7).Json.Span).Replace("\\u0027", "'", StringComparison.Ordinal);
    }
}

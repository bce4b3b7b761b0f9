using System.Globalization;
using System.Text;
using FollowUpBot.Bot.Host;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;

namespace FollowUpBot.Tests.Deals.Stalls;

/// <summary>The tables of docs/rules.md, made from the rules in force.</summary>
public static class RulesPage
{
    public const string Path = "docs/rules.md";

    private static readonly StallSettings Usual = new DigestOptions().Rules();

    /// <summary>Each table with the name that its markers have.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["rules"] = Table(
            ["Rule", "In code", "What is wrong", "Amber", "Red", "Held back by", "What would clear it"],
            StallRules.All.OrderBy(row => row.Rule).Select(row => (string[])[row.Id, $"`{row.Rule}`", Wrong(row.Rule), Amber(row.Rule), Red(row.Rule), HeldBack(row.HeldBackBy), StallWords.Mend(row.Rule)])),
        ["motions"] = Table(
            ["Threshold", .. Enum.GetValues<Motion>().Select(motion => $"`{motion}`")],
            [
                Line("R3: calendar days without activity; halved from the proposal on", it => Number(it.QuietDays)),
                Line("R5: times the median of won deals", it => Number(it.StageFactor)),
                Line("R5: days in an early stage / at the proposal / in negotiation, by the table", it => $"{it.StageDays.Early} / {it.StageDays.Proposal} / {it.StageDays.Negotiation}"),
                Line("R12: calendar days of standing still", it => Number(it.StillDays)),
            ]),
        ["moves"] = Table(
            ["From", "To"],
            DealMoves.Legal.Select(move => (string[])[$"`{move.Key}`", string.Join(", ", move.Value.Select(phase => $"`{phase}`"))])),
        ["words"] = Table(
            ["What", "Words"],
            [
                ["at the proposal", string.Join(", ", Usual.ProposalWords)],
                ["in negotiation", string.Join(", ", Usual.NegotiationWords)],
                ["with the buyer's legal or procurement", string.Join(", ", Usual.PaperworkWords)],
                ["a role that decides", string.Join(", ", Usual.DecisionWords)],
            ]),
    };

    /// <summary>The page with its tables as they should be.</summary>
    public static string Updated(string page) => Tables.Aggregate(page, (text, table) =>
    {
        var (open, close) = ($"<!-- {table.Key} -->\n", $"<!-- /{table.Key} -->");
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return $"{text[..start]}{table.Value}{text[text.IndexOf(close, StringComparison.Ordinal)..]}";
    });

    private static string Wrong(StallRule rule) => rule switch
    {
        StallRule.NoNextStep => "no firm next step since the latest meeting",
        StallRule.NextStepPassed => "the next step has passed and nobody said how it went",
        StallRule.NoActivity => "nothing has happened for long",
        StallRule.Ghosted => $"{Usual.GhostedTouches} of our calls or mails on {Usual.GhostedChannels} channels had no answer",
        StallRule.StageAge => "longer in its stage than won deals, or than the table while fewer than "
            + $"{StageNorms.EnoughDeals} deals were won",
        StallRule.CloseDatePassed => "the close date has passed",
        StallRule.CloseDatePushed => "the close date was moved to a later day; one more when that left its quarter; the first is a note",
        StallRule.NextStepPushed => "the same next step was moved to a later day",
        StallRule.SingleThreaded => $"one person of the buyer is known, the amount is at least {Usual.LargeAmount.ToString("N0", CultureInfo.InvariantCulture)}, and it is past the second stage",
        StallRule.NoDecisionMaker => "at the proposal or later, and nobody met has a role that decides",
        StallRule.ProposalAlone => $"a proposal with fewer than {Usual.ProposalTouches} contacts since, or no review held or booked",
        StallRule.NoMovement => "stage, close date and amount have not changed",
        StallRule.NoReason => "met, and no reason of the buyer's own is known",
        StallRule.NoUrgency => "at the proposal or later, and no level or nothing that drives it is known",
        StallRule.Drifting => "answers in a row without a firm step",
        StallRule.Chasing => $"our calls and mails for each contact of theirs, over {Usual.ChaseDays} days",
        StallRule.DelayExpired => "the agreed day has come; a second delay of the same kind in a row is a note before",
        StallRule.LosingMomentum => $"the pause is twice the last one, and that twice the one before; pauses under {Usual.ShortestPauseDays} days count as {Usual.ShortestPauseDays}",
        _ => "stage, close date or amount is empty; a note only",
    };

    private static string Amber(StallRule rule) => rule switch
    {
        StallRule.NoNextStep => $"{Usual.NoNextStepAmberWorkingDays} working day",
        StallRule.NoActivity or StallRule.NoMovement or StallRule.StageAge => "the motion's days",
        StallRule.CloseDatePushed or StallRule.NextStepPushed or StallRule.Drifting => "2",
        StallRule.NoReason => "1 working day after the first meeting",
        StallRule.ProposalAlone => $"{Usual.ProposalWorkingDays} working days",
        StallRule.Chasing => $"{Usual.ChaseRatio} : 1",
        StallRule.SingleThreaded or StallRule.NoDecisionMaker or StallRule.LosingMomentum => "at once",
        _ => "",
    };

    private static string Red(StallRule rule) => rule switch
    {
        StallRule.NoNextStep => $"{Usual.NoNextStepRedWorkingDays} working days",
        StallRule.NextStepPassed or StallRule.CloseDatePassed or StallRule.DelayExpired => "the next working day",
        StallRule.NoActivity or StallRule.NoMovement or StallRule.StageAge => "twice as many",
        StallRule.Ghosted => $"{Usual.GhostedWorkingDays} working days",
        StallRule.CloseDatePushed or StallRule.NextStepPushed => "3",
        StallRule.NoReason => "from the proposal on",
        StallRule.NoUrgency => "1 working day after both a meeting and the proposal",
        _ => "",
    };

    private static string HeldBack(Exemptions exemptions) => string.Join(", ", Enum.GetValues<Exemptions>().Where(it => it != Exemptions.None && exemptions.HasFlag(it)).Select(it => it switch
    {
        Exemptions.FirmStepAhead => "firm step",
        Exemptions.Nurture => "nurture",
        Exemptions.Delay => "delay",
        _ => "paperwork",
    }));

    private static string[] Line(string what, Func<StallSettings, string> shown) => [what, .. Enum.GetValues<Motion>().Select(motion => shown(StallSettings.For(motion)))];

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Table(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in rows)
            table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return table.ToString();
    }
}

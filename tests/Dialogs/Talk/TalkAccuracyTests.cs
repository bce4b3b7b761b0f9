using System.Text.Json;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Dialogs.Talk;

/// <summary>The readers of the talk against the labelled rows; each figure is printed, and fails below what the product promises.</summary>
public class TalkAccuracyTests(ITestOutputHelper output)
{
    private static readonly string[] Qualities = ["unknown", "seller", "generic", "buyer", "strong"];

    private static readonly string[] Moves = ["check-in", "status-ask", "seller-deadline", "pressure", "guilt", "self-talk"];

    [Fact]
    public void A_usable_reason_is_told_from_the_rest()
    {
        var rows = Pairs("reasons", "quality");
        AtLeast(0.97, "usable reason F1", F1(rows, IsUsable));
    }

    [Fact]
    public void The_five_qualities_of_a_reason_are_told_apart()
    {
        var rows = Pairs("reasons", "quality");
        AtLeast(0.90, "reason quality macro-F1", Qualities.Average(quality => F1(rows, said => said == quality)));
    }

    [Fact]
    public void The_moves_in_a_message_are_heard()
    {
        var rows = LabelledTalk.Graded("contacts").Select(r => (Expected: Set(r.Expected), Answer: Set(r.Answer))).ToList();
        int both = rows.Sum(r => r.Expected.Intersect(r.Answer).Count());
        int extra = rows.Sum(r => r.Answer.Except(r.Expected).Count()), missed = rows.Sum(r => r.Expected.Except(r.Answer).Count());
        AtLeast(0.95, "contact moves micro-F1", LabelledTalk.F1(both, extra, missed));
        foreach (string move in Moves)
        {
            int hit = rows.Count(r => r.Expected.Contains(move) && r.Answer.Contains(move));
            output.WriteLine($"  {move}: {hit} of {rows.Count(r => r.Expected.Contains(move))} heard, {rows.Count(r => !r.Expected.Contains(move) && r.Answer.Contains(move))} too many");
        }
    }

    [Fact]
    public void A_clean_message_is_left_alone()
    {
        var clean = LabelledTalk.Graded("contacts").Where(r => Set(r.Expected).Count == 0).ToList();
        double flagged = clean.Count(r => Set(r.Answer).Count > 0) / (double)clean.Count;
        output.WriteLine($"clean messages flagged: {flagged:P1} (at most 3 %)");
        Assert.True(flagged <= 0.03);
    }

    [Fact]
    public void The_next_step_of_a_message_is_right_in_kind_and_time()
    {
        var rows = LabelledTalk.Graded("captures");
        AtLeast(0.95, "next step right", rows.Average(r => Share(CaptureScore.IsStepRight(r.Expected, r.Answer))));
    }

    [Fact]
    public void All_three_slots_of_a_message_are_right()
    {
        var rows = LabelledTalk.Graded("captures");
        AtLeast(0.85, "all three slots right", rows.Average(r => Share(
            CaptureScore.IsStepRight(r.Expected, r.Answer) && CaptureScore.IsUrgencyRight(r.Expected, r.Answer) && CaptureScore.IsReasonRight(r.Expected, r.Answer))));
    }

    [Fact]
    public void At_most_one_message_is_booked_wrongly()
    {
        var rows = LabelledTalk.Graded("captures");
        int wrong = rows.Count(r => CaptureScore.IsBookedWrongly(r.Expected, r.Answer));
        output.WriteLine($"booked wrongly: {wrong} of {rows.Count(r => CaptureScore.Start(r.Answer) is not null)} (at most 1)");
        Assert.True(wrong <= 1);
    }

    [Fact]
    public void The_outcome_of_an_appointment_is_heard()
    {
        var rows = Pairs("outcomes", "outcome");
        AtLeast(0.95, "outcomes right", rows.Average(r => Share(r.Expected == r.Answer)));
    }

    private static bool IsUsable(string quality) => quality is "buyer" or "strong";

    private static double Share(bool right) => right ? 1 : 0;

    private static List<(string Expected, string Answer)> Pairs(string set, string field) =>
        [.. LabelledTalk.Graded(set).Select(r => (LabelledTalk.Field(r.Expected, field), LabelledTalk.Field(r.Answer, field)))];

    private static double F1(List<(string Expected, string Answer)> rows, Func<string, bool> holds) => LabelledTalk.F1(
        rows.Count(r => holds(r.Expected) && holds(r.Answer)), rows.Count(r => !holds(r.Expected) && holds(r.Answer)), rows.Count(r => holds(r.Expected) && !holds(r.Answer)));

    private static HashSet<string> Set(JsonElement row) => [.. row.GetProperty("categories").EnumerateArray().Select(c => c.GetString() ?? "")];

    private void AtLeast(double least, string what, double figure)
    {
        output.WriteLine($"{what}: {figure:0.000} (at least {least:0.00})");
        Assert.True(figure >= least, $"{what}: {figure:0.000}");
    }
}

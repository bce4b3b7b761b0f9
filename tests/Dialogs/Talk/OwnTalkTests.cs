using System.Text.Json;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Dialogs.Talk;

/// <summary>
/// The readers against rows that were written later, in other trades; the goals are those for rows nobody has seen, so a change
/// that only fits the first rows fails here. Those kept apart were written by somebody who had not seen the readers, and no rule was made from
/// them: keep it so. docs/talk.md tells what they scored on first sight.
/// </summary>
public class OwnTalkTests(ITestOutputHelper output)
{
    [Fact]
    public void A_usable_reason_is_told_from_the_rest()
    {
        var rows = LabelledTalk.Graded("own.reasons").Select(r => (Expected: IsUsable(r.Expected), Answer: IsUsable(r.Answer))).ToList();
        AtLeast(0.92, "usable reason F1", LabelledTalk.F1(rows.Count(r => r.Expected && r.Answer), rows.Count(r => !r.Expected && r.Answer), rows.Count(r => r.Expected && !r.Answer)));
    }

    [Fact]
    public void The_moves_in_a_message_are_heard()
    {
        var rows = LabelledTalk.Graded("own.contacts").Select(r => (Expected: Moves(r.Expected), Answer: Moves(r.Answer))).ToList();
        AtLeast(0.80, "contact moves micro-F1", LabelledTalk.F1(
            rows.Sum(r => r.Expected.Intersect(r.Answer).Count()), rows.Sum(r => r.Answer.Except(r.Expected).Count()), rows.Sum(r => r.Expected.Except(r.Answer).Count())));
        var clean = rows.FindAll(r => r.Expected.Count == 0);
        AtLeast(0.92, "clean messages left alone", clean.Average(r => r.Answer.Count == 0 ? 1 : 0));
    }

    [Theory]
    [InlineData("own")]
    [InlineData("apart")]
    public void The_slots_of_a_message_are_right(string by)
    {
        var rows = LabelledTalk.Graded($"{by}.captures");
        AtLeast(0.85, "next step right", rows.Average(r => CaptureScore.IsStepRight(r.Expected, r.Answer) ? 1 : 0));
        AtLeast(0.65, "all three slots right", rows.Average(r =>
            CaptureScore.IsStepRight(r.Expected, r.Answer) && CaptureScore.IsUrgencyRight(r.Expected, r.Answer) && CaptureScore.IsReasonRight(r.Expected, r.Answer) ? 1 : 0));
        int wrong = rows.Count(r => CaptureScore.IsBookedWrongly(r.Expected, r.Answer));
        output.WriteLine($"booked wrongly: {wrong} (at most 3)");
        Assert.True(wrong <= 3);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("apart")]
    public void The_outcome_of_an_appointment_is_heard(string by)
    {
        var rows = LabelledTalk.Graded($"{by}.outcomes");
        AtLeast(0.85, "outcomes right", rows.Average(r => LabelledTalk.Field(r.Expected, "outcome") == LabelledTalk.Field(r.Answer, "outcome") ? 1 : 0));
    }

    private static bool IsUsable(JsonElement row) => LabelledTalk.Field(row, "quality") is "buyer" or "strong";

    private static HashSet<string> Moves(JsonElement row) => [.. row.GetProperty("categories").EnumerateArray().Select(c => c.GetString() ?? "")];

    private void AtLeast(double least, string what, double figure)
    {
        output.WriteLine($"{what}: {figure:0.000} (at least {least:0.00})");
        Assert.True(figure >= least, $"{what}: {figure:0.000}");
    }
}

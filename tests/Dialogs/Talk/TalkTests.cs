using System.Diagnostics;
using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Outcomes;
using FollowUpBot.Dialogs.Reasons;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.Talk;

/// <summary>One sentence a rule, beside the labelled rows.</summary>
public class TalkTests
{
    private static readonly ReadingContext Wednesday = new(
        Instant.FromUtc(2026, 3, 4, 15, 15), DateTimeZoneProviders.Tzdb["America/New_York"], "en-US");

    public static TheoryData<string> HostilePieces =>
        ["we loved the demo ", "not signed ", "\"", "'", ", ", "£", "don't know why ", "by 3/4 ", "they want it and ", "checking in? ", "a/", "\u200B", "1."];

    [Theory]
    [InlineData("", ReasonQuality.Unknown)]
    [InlineData("no idea, sorry", ReasonQuality.Unknown)]
    [InlineData("they thought our pitch was brilliant", ReasonQuality.Seller)]
    [InlineData("more efficiency", ReasonQuality.Generic)]
    [InlineData("tyre changes are noted on cardboard and get lost", ReasonQuality.Buyer)]
    [InlineData("Loved the demo because fitters copy every job sheet by hand", ReasonQuality.Buyer)]
    [InlineData("tyre changes are noted on cardboard, workshop manager Lars pays for it every month", ReasonQuality.Strong)]
    public void A_reason_is_graded_by_its_best_clause(string text, ReasonQuality quality) =>
        Assert.Equal(quality, ReasonGrader.Grade(text).Quality);

    [Fact]
    public void A_grade_names_the_words_that_decided() =>
        Assert.Contains("workshop manager", ReasonGrader.Grade("workshop manager Lars copies every job sheet by hand").Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("check in kiosks for the lobby, install on 3 May")]
    [InlineData("following up on your question about the drawings: attached")]
    public void A_trigger_word_in_another_sense_is_clean(string text) => Assert.Empty(ContactCheck.Read(text));

    [Fact]
    public void A_move_is_shown_by_its_words() =>
        Assert.Equal([new ContactFinding(ContactMove.CheckIn, "touching base")], ContactCheck.Read("touching base"));

    [Fact]
    public void What_did_not_take_place_stays_so_unless_a_word_turns_it()
    {
        Assert.Equal(Outcome.Moved, OutcomeReader.Read("rescheduled, they said yes to Monday").Outcome);
        Assert.Equal(Outcome.HappenedYes, OutcomeReader.Read("rescheduled twice but they signed").Outcome);
    }

    [Fact]
    public void The_buyers_date_and_the_date_of_the_step_are_kept_apart()
    {
        var capture = CaptureReader.Read("Their lease ends June 30, tyre sheets are on cardboard. Demo with Lars Tuesday at 3", Wednesday);
        Assert.Equal(new LocalDate(2026, 6, 30), capture.Urgency?.By);
        Assert.Equal(new LocalDateTime(2026, 3, 10, 15, 0), capture.NextStep?.When.Start?.LocalDateTime);
        Assert.Equal(StepKind.CustomDemo, capture.NextStep?.Kind);
        Assert.Equal(ReasonQuality.Buyer, capture.Reason?.Grade.Quality);
    }

    [Fact]
    public void Our_own_quarter_is_no_urgency() => Assert.Null(CaptureReader.Read("I need it before our Q1 closes", Wednesday).Urgency);

    [Fact]
    public void A_bad_line_is_named_and_the_rest_goes_on()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var input = new StringReader("{oops\n{\"id\":\"a\",\"text\":\"rescheduled\"}\n{\"id\":\"b\"}\n");
        Assert.Equal(1, GradeCommand.Run(["--set", "outcomes", "--jsonl"], input, output, error));
        Assert.Contains("\"outcome\":\"moved\"", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 1: not JSON", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 3: no text", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_set_is_refused()
    {
        using var error = new StringWriter();
        Assert.Equal(2, GradeCommand.Run(["--set", "weather", "--jsonl"], TextReader.Null, TextWriter.Null, error));
    }

    [Theory]
    [MemberData(nameof(HostilePieces))]
    public void Reading_grows_no_faster_than_the_text(string piece)
    {
        double small = double.MaxValue, large = double.MaxValue;
        for (int batch = 0; batch < 8 && (batch == 0 || large >= (small * 8 * 3) + 2); batch++)
        {
            small = Math.Min(small, FastestOf(Repeat(piece, 500)));
            large = Math.Min(large, FastestOf(Repeat(piece, 4_000)));
        }

        Assert.True(large < (small * 8 * 3) + 2, $"{small} ms grew to {large} ms for eight times the text");
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];

    private static double FastestOf(string text)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            ReasonGrader.Grade(text);
            ContactCheck.Read(text);
            OutcomeReader.Read(text);
            CaptureReader.Read(text, Wednesday);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}

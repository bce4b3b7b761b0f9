namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>docs/next-steps.md rule by rule, said on Wednesday 4 March 2026 at 10:15 in New York unless told otherwise.</summary>
public class RuleTests
{
    [Theory]
    [InlineData("in 45 minutes", "firm 2026-03-04T11:00")] // 1: both said or follow by rule
    [InlineData("noon", "firm 2026-03-04T12:00")]
    [InlineData("this time tomorrow", "firm 2026-03-05T10:15")]
    [InlineData("between 2 and 4 on Friday", "range 2026-03-06T14:00 16:00")] // 2
    [InlineData("Friday", "vague Day")] // 3
    [InlineData("Monday AM", "vague DayPart")]
    [InlineData("next month at 6pm", "vague Month")]
    [InlineData("Tuesday from 3", "vague Open")]
    [InlineData("end of next week", "vague Fuzzy")]
    [InlineData("Christmas at 3", "vague Fuzzy")]
    [InlineData("May is checking with finance", "none")] // 4
    [InlineData("they use monday.com", "none")]
    [InlineData("24/7 support", "none")]
    [InlineData("coaches text the parents one by one", "none")]
    [InlineData("see https://calendar.test/2026/03/10?at=15:00", "none")]
    [InlineData("call was on Monday", "past")] // 5
    [InlineData("this morning at 8", "past")]
    [InlineData("Feb 30", "invalid NoSuchDay")] // 6
    [InlineData("Tuesday March 12", "invalid WeekdayContradictsDate")]
    [InlineData("Monday at 3:75pm", "invalid NoSuchTime")]
    [InlineData("every other Friday at 2, first one Monday", "recurring")] // 7
    public void What_each_kind_asks_of_the_text(string text, string expected) => Assert.Equal(expected, Say.Short(Say.Read(text)));

    [Theory]
    [InlineData("tomorrow evening at 5", "firm 2026-03-05T17:00")] // 8
    [InlineData("3 in the morning", "firm 2026-03-05T03:00")]
    [InlineData("Tuesday at 3", "firm 2026-03-10T15:00")] // 9
    [InlineData("Tuesday at 7", "firm 2026-03-10T07:00")]
    [InlineData("Tuesday at 12:15", "firm 2026-03-10T12:15")]
    [InlineData("Tuesday at 03:00", "firm 2026-03-10T03:00")] // 10
    [InlineData("Tuesday 1530", "firm 2026-03-10T15:30")]
    [InlineData("half three on Tuesday", "firm 2026-03-10T15:30")]
    [InlineData("Tuesday at ten to four", "firm 2026-03-10T15:50")]
    [InlineData("mon 3", "firm 2026-03-09T15:00")] // 11
    [InlineData("friday 13 at 4", "firm 2026-03-13T16:00")]
    [InlineData("9 tomorrow", "firm 2026-03-05T09:00")]
    [InlineData("need 9 seats tomorrow", "vague Day")]
    [InlineData("9am", "firm 2026-03-05T09:00")] // 12
    [InlineData("Friday 11-1pm", "range 2026-03-06T11:00 13:00")] // 13
    [InlineData("Friday 8pm - 11", "range 2026-03-06T20:00 23:00")]
    [InlineData("Friday 7 to 7:30", "range 2026-03-06T07:00 07:30")]
    [InlineData("by Friday at 5", "firm 2026-03-06T17:00")] // 14
    [InlineData("by EOD Friday", "vague Day")]
    public void How_clock_times_are_read(string text, string expected) => Assert.Equal(expected, Say.Short(Say.Read(text)));

    [Theory]
    [InlineData("next Thursday at 3", "firm 2026-03-12T15:00")] // 15
    [InlineData("this Thursday at 3", "firm 2026-03-05T15:00")]
    [InlineData("Tuesday week at 3", "firm 2026-03-17T15:00")] // 16
    [InlineData("two weeks from Monday at 3", "firm 2026-03-23T15:00")]
    [InlineData("in a fortnight at 3", "firm 2026-03-18T15:00")]
    [InlineData("the 3rd at 3", "firm 2026-04-03T15:00")] // 17
    [InlineData("Mon Mar 2 at 3", "past")]
    [InlineData("3/12 at 4", "firm 2026-03-12T16:00")] // 18
    [InlineData("13/4 at 4", "firm 2026-04-13T16:00")]
    [InlineData("13.4., 16:00", "firm 2026-04-13T16:00")]
    [InlineData("12.4.2026 at 4", "firm 2026-04-12T16:00")]
    [InlineData("Wednesday 3/12 at 4", "invalid WeekdayContradictsDate")] // 19
    public void How_days_are_read(string text, string expected) => Assert.Equal(expected, Say.Short(Say.Read(text)));

    [Theory]
    [InlineData("Friday 2pm PT", "firm 2026-03-06T17:00")] // 20
    [InlineData("Friday 3pm London time", "firm 2026-03-06T10:00")]
    [InlineData("Friday 3pm UTC+2", "firm 2026-03-06T08:00")]
    [InlineData("July 1 at 2pm ET", "firm 2026-07-01T14:00")]
    [InlineData("Friday 3pm their time", "vague Day")]
    [InlineData("March 8 at 2:30am", "invalid SkippedByDaylightSaving")] // 21
    [InlineData("met on Monday, demo Thursday 2pm", "firm 2026-03-05T14:00")] // 22
    [InlineData("Decision by end of month; call w/ CFO 3/26 at 1:30", "firm 2026-03-26T13:30")]
    [InlineData("Tuesday or Wednesday at 3", "vague Alternatives")] // 23
    [InlineData("pushed from Thursday to Friday at 11", "firm 2026-03-06T11:00")]
    [InlineData("not Monday, Tuesday at 3", "firm 2026-03-10T15:00")]
    [InlineData("Demo went well (45 min). Next call Tuesday at 3", "firm 2026-03-10T15:00")] // 24
    [InlineData("wendesday @ 3", "firm 2026-03-11T15:00")] // 25
    public void How_zones_several_mentions_and_slips_are_read(string text, string expected) => Assert.Equal(expected, Say.Short(Say.Read(text)));

    [Theory]
    [InlineData("Tuesday at 3", "1, 9, 15")]
    [InlineData("tuseday at 3pm ET", "1, 8, 15, 20, 25")]
    [InlineData("by Friday 3/6 at 15:30", "1, 10, 14, 15, 18, 19")]
    [InlineData("3pm or 4pm", "3, 8, 12, 23")]
    [InlineData("met Monday, call Thursday 2pm", "1, 8, 15, 22")]
    public void The_rules_that_were_used_are_named(string text, string rules) => Assert.Equal(rules, Say.Read(text).Rules.ToString());

    [Fact]
    public void A_team_that_dines_at_seven_can_say_so()
    {
        var context = Say.At(Say.Now, "America/New_York") with { EarliestBareHour = 8 };
        Assert.Equal("firm 2026-03-10T19:00", Say.Short(FollowUpBot.Dialogs.NextSteps.NextStepReader.Read("dinner Tuesday at 7", context)));
    }

    [Fact]
    public void The_span_is_the_part_that_was_read()
    {
        const string text = "Great call. Next: demo Tuesday at 3, I will send the invite.";
        var span = Say.Read(text).Span;
        Assert.Equal("Tuesday at 3", text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void A_length_said_gives_an_end()
    {
        var reading = Say.Read("Tuesday at 3 for 45 minutes");
        Assert.Equal("2026-03-10T15:45", Say.Wall(reading.End!.Value));
    }

    [Fact]
    public void The_source_imports_nothing_but_NodaTime()
    {
        string folder = Path.Combine(SourceFolder(), "..", "..", "..", "src", "Dialogs", "NextSteps");
        var foreign = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(l => l.StartsWith("using ", StringComparison.Ordinal) && l.EndsWith(';'))
            .Where(l => !l.StartsWith("using System", StringComparison.Ordinal) && !l.StartsWith("using NodaTime", StringComparison.Ordinal)
                && !l.StartsWith("using FollowUpBot.Dialogs.NextSteps", StringComparison.Ordinal));
        Assert.Empty(foreign);
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

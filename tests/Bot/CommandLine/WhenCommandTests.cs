using FollowUpBot.Bot.CommandLine;
using NodaTime;

namespace FollowUpBot.Tests.Bot.CommandLine;

public sealed class WhenCommandTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 15, 15);
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void A_firm_text_is_said_back_with_its_rules()
    {
        Assert.Equal(0, Run("Tuesday at 3", "--zone", "Europe/Berlin"));
        Assert.Equal(["firm: Tue 10 Mar 2026, 15:00 CET", "read: \"Tuesday at 3\"", "rules: 1, 9, 15"], Lines(_output));
    }

    [Fact]
    public void A_vague_text_gets_two_slots()
    {
        Assert.Equal(0, Run("early next week", "--zone", "Europe/Berlin"));
        Assert.Equal(2, Lines(_output).Count(l => l.StartsWith("slot: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_other_reading_is_printed()
    {
        Run("3/12 at 3", "--zone", "Europe/Berlin", "--locale", "en-GB");
        Assert.Contains("or: Thu 12 Mar 2026, 15:00 CET", Lines(_output));
    }

    [Theory]
    [InlineData("Tuesday", "--zone", "Nowhere")]
    [InlineData("--zone")]
    [InlineData("Tuesday", "--nonsense")]
    [InlineData("Tuesday", "--now", "then")]
    public void A_wrong_command_line_shows_how_to_use_it(params string[] args)
    {
        Assert.Equal(2, Run(args));
        Assert.StartsWith("when ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_is_named_by_its_number_and_the_rest_goes_on()
    {
        string lines = string.Join('\n', Line("a", "noon"), "nonsense", """{"id":"b","text":"noon","zone":"Nowhere"}""", "", Line("c", "Tuesday at 3 for an hour"));
        Assert.Equal(1, WhenCommand.Run(["--jsonl"], new StringReader(lines), _output, _error, Now));
        Assert.Equal(
            [
                """{"id":"a","kind":"firm","start":"2026-03-04T12:00:00-05:00"}""",
                """{"id":"c","kind":"firm","start":"2026-03-10T15:00:00-04:00","end":"2026-03-10T16:00:00-04:00"}""",
            ],
            Lines(_output));
        Assert.Equal(["line 2", "line 3"], Lines(_error).Select(l => l[..6]));
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private int Run(params string[] args) => WhenCommand.Run(args, TextReader.Null, _output, _error, Now);

    private static string Line(string id, string text) =>
        $$"""{"id":"{{id}}","text":"{{text}}","reference":"2026-03-04T10:15-05:00","locale":"en-US","zone":"America/New_York"}""";

    private static string[] Lines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}

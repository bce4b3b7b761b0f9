using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using NodaTime;

namespace FollowUpBot.Tests.Demo;

public sealed class TranscriptTests : IDisposable
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 5, 23, 31);
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly StringWriter output = new() { NewLine = "\n" };

    [Fact]
    public void Who_said_what_stands_under_the_moment_on_their_own_wall()
    {
        new Transcript(output).Says(At, Berlin, "Dana Rossi", "help");
        Assert.Equal("\nFri 6 Mar 2026, 00:31 CET  Dana Rossi\n  help\n", output.ToString());
    }

    [Fact]
    public void A_message_is_shown_with_its_words_its_card_and_its_notice()
    {
        var card = JsonNode.Parse("""{ "body": [ { "type": "TextBlock", "text": "Saved" } ], "actions": [ { "type": "Action.Execute", "title": "Change" } ] }""");
        var message = new ShownMessage { Id = "1", From = "FollowUpBot", Text = "Here:", Card = card?.AsObject(), Notice = "Fine." };
        new Transcript(output).Shows(At, Berlin, "Pipeline", message);
        Assert.Equal(
            """

            Fri 6 Mar 2026, 00:31 CET  FollowUpBot in Pipeline
              Here:
              ┌
              │ Saved
              │
              │ [Change]
              └
              (Fine.)

            """,
            output.ToString());
    }

    public void Dispose() => output.Dispose();
}

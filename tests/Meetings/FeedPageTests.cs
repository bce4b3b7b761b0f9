using System.Text.RegularExpressions;
using FollowUpBot.Bot.Meetings;

namespace FollowUpBot.Tests.Meetings;

/// <summary>What docs/feed.md shows is what the feed takes.</summary>
public sealed partial class FeedPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "feed.md"));

    [Fact]
    public void The_meeting_on_the_page_is_taken_with_every_field() =>
        Assert.Equal(
            Payloads.Meeting(Payloads.With(Payloads.Full, "title", "\"Renewal review\"")).Deal with { Amount = 42000 },
            Payloads.Meeting(Payloads.Bytes(Examples()[0])).Deal);

    [Fact]
    public void The_deal_on_the_page_is_taken() => Assert.Empty(Payloads.DealErrors(Payloads.Bytes(Examples()[1])));

    [Fact]
    public void The_call_on_the_page_is_taken()
    {
        var errors = new FieldErrors();
        Assert.True(TouchPayload.TryRead(Payloads.Bytes(Examples()[2]), errors, out _));
        Assert.True(errors.None);
    }

    [Fact]
    public void The_secret_on_the_page_is_the_development_secret() =>
        Assert.All(Secrets().Matches(Page), match => Assert.Equal(WebhookSecret.DevelopmentText, match.Value));

    [Fact]
    public void Every_field_of_the_example_is_explained()
    {
        foreach (Match field in FieldNames().Matches(Examples()[0]))
            Assert.Matches($@"`(deal\.)?{field.Groups[1].Value}`", Page);
    }

    private static List<string> Examples() => [.. Blocks().Matches(Page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("whsec_[A-Za-z0-9+/]{10,}=*")]
    private static partial Regex Secrets();

    [GeneratedRegex("\"([a-zA-Z]+)\":")]
    private static partial Regex FieldNames();
}

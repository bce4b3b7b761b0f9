using FollowUpBot.Bot.Appointments;
using FollowUpBot.Deals;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Appointments;

[Trait("row", "SEC21")]
public sealed class DeepLinksTests
{
    private static readonly NextStep Step = new("Demo with Dana", new LocalDateTime(2026, 3, 31, 15, 0), "Europe/Berlin") { Kind = StepKind.CustomDemo };

    [Fact]
    public void The_form_for_a_Teams_meeting_has_subject_times_with_their_offset_agenda_and_who_is_known_by_address()
    {
        var link = DeepLinks.Meeting("Demo & more", Step, ["dana@fabrikam.example", "kim+x@fabrikam.example"]);
        var asked = QueryHelpers.ParseQuery(link.Query);

        Assert.Equal("https://teams.microsoft.com/l/meeting/new", link.GetLeftPart(UriPartial.Path));
        Assert.Equal("Demo & more", asked["subject"]);
        Assert.Equal("2026-03-31T15:00:00+02:00", asked["startTime"]);
        Assert.Equal("2026-03-31T15:30:00+02:00", asked["endTime"]);
        Assert.Equal("dana@fabrikam.example,kim+x@fabrikam.example", asked["attendees"]);
        Assert.Contains("What happens next", asked["content"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("+", link.Query.Replace("%2B", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_invited_whose_address_is_not_known() =>
        Assert.False(QueryHelpers.ParseQuery(DeepLinks.Meeting("Demo", Step, []).Query).ContainsKey("attendees"));

    [Theory]
    [InlineData("a&to=evil@example.com")]
    [InlineData("#x?y=z")]
    [InlineData("https://evil.example/")]
    [InlineData("😀😀😀")]
    public void No_text_leads_to_another_host_or_fills_in_another_field(string text)
    {
        var long20 = string.Concat(Enumerable.Repeat(text, 400));
        var (meeting, mail) = (DeepLinks.Meeting(long20, Step, [text]), DeepLinks.Mail(text, long20, long20));

        Assert.Equal((DeepLinks.TeamsHost, DeepLinks.OutlookHost), (meeting.Host, mail.Host));
        Assert.Equal(["attendees", "content", "endTime", "startTime", "subject"], QueryHelpers.ParseQuery(meeting.Query).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["body", "subject", "to"], QueryHelpers.ParseQuery(mail.Query).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(text, QueryHelpers.ParseQuery(mail.Query)["to"]);
        Assert.All((Uri[])[meeting, mail], link => Assert.Equal(("https", ""), (link.Scheme, link.Fragment)));
    }
}

using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Tests.Meetings;

public sealed class MeetingPayloadTests
{
    private static readonly string TooLong = $"\"{new string('x', 4001)}\"";

    private static readonly string[] Optional = ["deal.stage", "deal.closeDate", "deal.link", "deal.owner", "deal.status", "deal.revision", "note"];

    public static TheoryData<string, string?, string> WrongFields => new()
    {
        { "id", null, "is missing." },
        { "id", "\"  \"", "is missing." },
        { "id", "7", "must be text, not a number." },
        { "id", $"\"{new string('x', 101)}\"", "must not be longer than 100 characters; it has 101." },
        { "id", "\"a/b\"", "must not contain any of / \\ ? # |" },
        { "id", "\"a|b\"", "must not contain any of / \\ ? # |" },
        { "id", "\"a\\u0000b\"", "must not contain line breaks or other control characters." },
        { "revision", null, "is missing." },
        { "revision", "-1", "must be a whole number from 0 to 9223372036854775807." },
        { "revision", "1.5", "must be a whole number from 0 to 9223372036854775807." },
        { "revision", "9223372036854775808", "must be a whole number from 0 to 9223372036854775807." },
        { "revision", "\"3\"", "must be a whole number, not text." },
        { "deal", null, "is missing." },
        { "deal", "\"contoso\"", "must be an object, not text." },
        { "deal.id", null, "is missing." },
        { "deal.id", "\"a?b\"", "must not contain any of / \\ ? # |" },
        { "deal.revision", "\"3\"", "must be a whole number, not text." },
        { "deal.name", null, "is missing." },
        { "deal.name", "\"two\\nlines\"", "must not contain line breaks or other control characters." },
        { "deal.name", "\"two\\u2028lines\"", "must not contain line breaks or other control characters." },
        { "deal.name", $"\"{new string('x', 201)}\"", "must not be longer than 200 characters; it has 201." },
        { "deal.amount", "\"42000\"", "must be a number, not text." },
        { "deal.amount", "-1", "must be a number from 0 to 999999999999999 with at most 4 decimals." },
        { "deal.amount", "1e300", "must be a number from 0 to 999999999999999 with at most 4 decimals." },
        { "deal.amount", "0.00001", "must be a number from 0 to 999999999999999 with at most 4 decimals." },
        { "deal.currency", null, "is missing; an amount needs one." },
        { "deal.currency", "\"usd\"", "must be a currency of ISO 4217 in three capital letters, such as EUR." },
        { "deal.currency", "\"EURO\"", "must be a currency of ISO 4217 in three capital letters, such as EUR." },
        { "deal.stage", "[]", "must be text, not a list." },
        { "deal.stage", $"\"{new string('x', 101)}\"", "must not be longer than 100 characters; it has 101." },
        { "deal.closeDate", "\"2026-02-30\"", "must be a day of the years 2000 to 2100, such as 2026-03-31." },
        { "deal.closeDate", "\"31.03.2026\"", "must be a day of the years 2000 to 2100, such as 2026-03-31." },
        { "deal.closeDate", "\"1999-12-31\"", "must be a day of the years 2000 to 2100, such as 2026-03-31." },
        { "deal.link", "\"http://crm.example.com\"", "must be an https address without a user name." },
        { "deal.link", "\"javascript:alert(1)\"", "must be an https address without a user name." },
        { "deal.link", "\"https://crm.example.com@evil.example\"", "must be an https address without a user name." },
        { "deal.link", "\"/deals/7\"", "must be an https address without a user name." },
        { "deal.owner", "\"Lee\"", "must be an Entra object id or an e-mail address." },
        { "deal.status", "\"deleted\"", "must be one of: open, won, lost." },
        { "deal.status", "\"Open\"", "must be one of: open, won, lost." },
        { "rep", null, "is missing." },
        { "rep", "\"Lee Wong\"", "must be an Entra object id or an e-mail address." },
        { "rep", "{}", "must be text, not an object." },
        { "buyers", "{}", "must be a list, not an object." },
        { "buyers", $"[{string.Join(',', Enumerable.Repeat("{\"name\":\"A\"}", 51))}]", "must not hold more than 50; it holds 51." },
        { "buyers[1]", "\"Kim\"", "must be an object, not text." },
        { "buyers[1]", "null", "must be an object, not null." },
        { "buyers[1].name", null, "is missing." },
        { "buyers[0].role", "true", "must be text, not true or false." },
        { "kind", null, "is missing." },
        { "kind", "\"lunch\"", "must be one of: call, video, inPerson." },
        { "kind", "3", "must be text, not a number." },
        { "start", null, "is missing." },
        { "start", "\"2026-03-02T10:00:00\"", "must be a moment" },
        { "start", "\"2026-03-02\"", "must be a moment" },
        { "start", "1772442000", "must be text, not a number." },
        { "end", null, "is missing." },
        { "end", "\"2026-03-02T25:00:00Z\"", "must be a moment" },
        { "end", "\"2101-01-01T00:00:00Z\"", "must be a moment" },
        { "end", "\"2026-03-02T10:00:00+01:00\"", "must be after the start." },
        { "end", "\"2026-03-02T09:30:00+01:00\"", "must be after the start." },
        { "end", "\"2026-03-03T10:00:01+01:00\"", "must not be more than 24 hours after the start." },
        { "title", "7", "must be text, not a number." },
        { "title", $"\"{new string('x', 201)}\"", "must not be longer than 200 characters; it has 201." },
        { "note", TooLong, "must not be longer than 4000 characters; it has 4001." },
        { "note", "\"a\\u0000b\"", "must not contain control characters." },
        { "note", "\"a\\u001bb\"", "must not contain control characters." },
        { "cancelled", "\"true\"", "must be true or false, not text." },
        { "cancelled", "1", "must be true or false, not a number." },
    };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public void A_wrong_field_is_named_and_alone(string path, string? json, string message)
    {
        var (where, messages) = Assert.Single(Payloads.MeetingErrors(Payloads.With(Payloads.Full, path, json)));

        Assert.Equal(path, where);
        Assert.StartsWith(message, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_fields_are_named_at_once()
    {
        var errors = Payloads.MeetingErrors(Payloads.Bytes("""
            {
              "id": 1, "deal": { "amount": 5, "closeDate": "soon", "link": "ftp://x", "owner": "me", "status": "dead", "revision": "1" },
              "rep": "Lee", "buyers": [{}, 3, { "name": "A", "role": 1 }], "kind": "", "start": "now", "title": [], "note": 1, "cancelled": 0
            }
            """));

        Assert.Equal(
            [
                "buyers[0].name", "buyers[1]", "buyers[2].role", "cancelled", "deal.closeDate", "deal.currency", "deal.id", "deal.link", "deal.name",
                "deal.owner", "deal.revision", "deal.status", "end", "id", "kind", "note", "rep", "revision", "start", "title",
            ],
            errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_full_meeting_is_read_to_the_last_field()
    {
        var (deal, meeting) = Payloads.Meeting(Payloads.Bytes(Payloads.Full));

        Assert.Equal(
            new DealFacts(
                "Contoso renewal", RepId.Parse("lee@example.com"), DealStatus.Open, 12, 42000.5m, "USD", "Proposal",
                new LocalDate(2026, 3, 31), new Uri("https://crm.example.com/deals/contoso-renewal")),
            deal);
        Assert.Equal([new Buyer("Dana Reed", "CFO"), new Buyer("Kim Ito", null)], meeting.Buyers);
        Assert.Equal(
            new Meeting(
                "meeting-118", 3, "contoso-renewal", RepId.Parse("1fa3d8c2-5b8e-4c0a-9a53-0c4e7f6b2d11"), meeting.Buyers, MeetingKind.InPerson,
                Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 3, 2, 9, 30), "Renewal review", "Went well.\nWants a quote.", false),
            meeting);
    }

    [Fact]
    public void The_least_meeting_belongs_to_an_open_deal_of_the_rep()
    {
        var (deal, meeting) = Payloads.Meeting(Payloads.Bytes("""
            {"id":"m","revision":0,"deal":{"id":"d","name":"D"},"rep":"lee@example.com","kind":"call","start":"2026-03-02T10:00Z","end":"2026-03-02T10:01Z"}
            """));

        Assert.Equal(new DealFacts("D", RepId.Parse("lee@example.com"), DealStatus.Open, null, null, null, null, null, null), deal);
        Assert.Empty(meeting.Buyers);
        Assert.Null(meeting.Title);
        Assert.Null(meeting.Note);
        Assert.False(meeting.Cancelled);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    public void Null_and_blank_mean_not_given(string nothing)
    {
        var body = Optional.Aggregate(Payloads.Full, (json, field) => Encoding.UTF8.GetString(Payloads.With(json, field, nothing)));

        var (deal, meeting) = Payloads.Meeting(Payloads.Bytes(body));

        Assert.Equal((null, null, null, null), (deal.Stage, deal.CloseOn, deal.Link, deal.Revision));
        Assert.Equal(meeting.Rep, deal.Owner);
        Assert.Null(meeting.Note);
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00Z")]
    [InlineData("2026-03-02T10:00Z")]
    [InlineData("2026-03-02T11:00:00+01:00")]
    [InlineData("2026-03-02T11:00+01:00")]
    [InlineData("2026-03-02T10:00:00.000+0000")]
    [InlineData("2026-03-02T05:00:00.000-0500")]
    [InlineData("2026-03-02T15:30:00+05:30")]
    public void A_moment_is_ISO_8601_with_its_offset(string start) =>
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 10, 0), Payloads.Meeting(
            Payloads.With(Encoding.UTF8.GetString(Payloads.With(Payloads.Full, "start", $"\"{start}\"")), "end", "\"2026-03-02T10:30:00Z\"")).Meeting.Start);

    [Fact]
    [Trait("row", "SEC24")]
    public void Fields_nobody_knows_are_left_alone()
    {
        var body = Payloads.With(Encoding.UTF8.GetString(Payloads.With(Payloads.Full, "tenant", "\"tenant-b\"")), "$type", "\"System.IO.FileInfo\"");

        Assert.Equal("meeting-118", Payloads.Meeting(body).Meeting.Id);
    }

    [Fact]
    public void A_meeting_of_24_hours_is_not_too_long() =>
        Assert.Empty(Payloads.MeetingErrors(Payloads.With(Payloads.Full, "end", "\"2026-03-03T10:00:00+01:00\"")));

    [Fact]
    public void Emoji_and_every_script_are_text()
    {
        var name = JsonValue.Create("Ünïcode 株式会社 🤝").ToJsonString();

        Assert.Equal("Ünïcode 株式会社 🤝", Payloads.Meeting(Payloads.With(Payloads.Full, "deal.name", name)).Deal.Name);
    }
}

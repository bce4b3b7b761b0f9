using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Tests.Meetings;

public sealed class DealPayloadTests
{
    [Fact]
    public void A_full_deal_is_read_to_the_last_field()
    {
        Assert.True(DealPayload.TryRead(Payloads.Bytes(Payloads.Deal), "contoso-renewal", new FieldErrors(), out var update));

        Assert.Equal(
            new DealUpdate("contoso-renewal", new DealFacts(
                "Contoso renewal", RepId.Parse("lee@example.com"), DealStatus.Won, 13, 42000m, "USD", "Won",
                new LocalDate(2026, 3, 31), new Uri("https://crm.example.com/deals/contoso-renewal"))),
            update);
    }

    [Theory]
    [InlineData("id", null, "is missing.")]
    [InlineData("revision", null, "is missing.")]
    [InlineData("name", null, "is missing.")]
    [InlineData("owner", null, "is missing.")]
    [InlineData("owner", "\"Lee\"", "must be an Entra object id or an e-mail address.")]
    [InlineData("status", null, "is missing.")]
    [InlineData("status", "\"closed\"", "must be one of: open, won, lost, deleted.")]
    [InlineData("currency", "null", "is missing; an amount needs one.")]
    [InlineData("closeDate", "20260331", "must be text, not a number.")]
    public void A_wrong_field_is_named_and_alone(string path, string? json, string message)
    {
        var (where, messages) = Assert.Single(Payloads.DealErrors(Payloads.With(Payloads.Deal, path, json)));

        Assert.Equal((path, message), (where, Assert.Single(messages)));
    }

    [Theory]
    [InlineData("open", DealStatus.Open)]
    [InlineData("won", DealStatus.Won)]
    [InlineData("lost", DealStatus.Lost)]
    [InlineData("deleted", DealStatus.Deleted)]
    public void Every_status_has_its_word(string word, DealStatus status)
    {
        Assert.True(DealPayload.TryRead(Payloads.With(Payloads.Deal, "status", $"\"{word}\""), "contoso-renewal", new FieldErrors(), out var update));

        Assert.Equal(status, update.Facts.Status);
    }

    [Fact]
    [Trait("row", "SEC12")]
    public void A_signed_body_changes_no_other_deal_than_the_one_it_names() =>
        Assert.Equal("must be the id in the address.", Assert.Single(Payloads.DealErrors(Payloads.Bytes(Payloads.Deal), addressed: "fabrikam-renewal")["id"]));

    [Fact]
    [Trait("row", "SEC12")]
    public void A_meeting_is_no_deal_and_a_deal_no_meeting()
    {
        Assert.NotEmpty(Payloads.DealErrors(Payloads.Bytes(Payloads.Full), addressed: "meeting-118"));
        Assert.NotEmpty(Payloads.MeetingErrors(Payloads.Bytes(Payloads.Deal)));
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace FollowUpBot.Tests.Meetings;

public sealed class FeedEndpointsTests
{
    private static readonly byte[] Meeting = Payloads.Bytes(Payloads.Full);
    private static readonly byte[] Deal = Payloads.Bytes(Payloads.Deal);

    [Fact]
    [Trait("row", "SEC11")]
    public async Task The_same_delivery_again_is_a_repeat_with_the_same_answer()
    {
        await using var server = await FeedServer.StartWithStoreAsync();

        using var first = await server.PostAsync(Meeting);
        using var again = await server.PostAsync(Meeting);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        var (answer, repeated) = (await JsonAsync(first), await JsonAsync(again));
        Assert.NotNull((string?)answer["reminderDue"]);
        Assert.Equal((string?)answer["reminderDue"], (string?)repeated["reminderDue"]);
        Assert.Equal(("accepted", "repeat"), ((string?)answer["result"], (string?)repeated["result"]));
    }

    [Fact]
    public async Task A_deal_is_put_under_the_id_in_its_address()
    {
        await using var server = await FeedServer.StartWithStoreAsync();

        using var put = await server.SendAsync(HttpMethod.Put, "/api/deals/contoso-renewal", Deal);

        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
        Assert.Null((string?)(await JsonAsync(put))["reminderDue"]);
    }

    [Theory]
    [InlineData("/api/deals/fabrikam-renewal")]
    [InlineData("/api/deals/contoso-renewal%2F")]
    [InlineData("/api/deals/Contoso-Renewal")]
    [Trait("row", "SEC12")]
    public async Task A_signed_deal_put_under_another_address_is_refused(string path)
    {
        await using var server = await FeedServer.StartWithStoreAsync();

        using var put = await server.SendAsync(HttpMethod.Put, path, Deal);

        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.Equal("must be the id in the address.", (string?)(await JsonAsync(put))["errors"]?["id"]?[0]);
    }

    [Fact]
    public async Task Wrong_fields_are_named_at_both_addresses()
    {
        await using var server = await FeedServer.StartWithStoreAsync();

        using var meeting = await server.PostAsync(Payloads.With(Payloads.Full, "kind", "\"lunch\""));
        using var deal = await server.SendAsync(HttpMethod.Put, "/api/deals/contoso-renewal", Payloads.With(Payloads.Deal, "revision", null));

        Assert.Equal("is missing.", (string?)(await JsonAsync(deal))["errors"]?["revision"]?[0]);
        Assert.Equal("must be one of: call, video, inPerson.", (string?)(await JsonAsync(meeting))["errors"]?["kind"]?[0]);
    }

    [Theory]
    [Trait("row", "SEC41")]
    [InlineData("GET", "/api/meetings")]
    [InlineData("PUT", "/api/meetings")]
    [InlineData("TRACE", "/api/meetings")]
    [InlineData("POST", "/api/deals/contoso-renewal")]
    [InlineData("DELETE", "/api/deals/contoso-renewal")]
    public async Task Every_other_method_is_405(string method, string path)
    {
        await using var server = await FeedServer.StartWithStoreAsync();

        using var response = await server.SendAsync(new HttpMethod(method), path, Meeting);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException("The answer is null.");
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using NodaTime;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>The stand-in is as strict as the service, so that the adapter cannot pass by luck. Asked through the SDK alone.</summary>
public sealed class CosmosStandInTests : CosmosStoreTest
{
    [Fact]
    public async Task Another_key_in_the_body_than_in_the_header_is_refused()
    {
        using var client = Client();
        var container = await Container(client);
        Assert.Equal(HttpStatusCode.BadRequest, (await Create(container, "a", """{"id":"1","pk":"b"}""")).StatusCode);
    }

    [Theory]
    [InlineData("""{"id":"1"}""", 400)]
    [InlineData("""{"pk":"a"}""", 400)]
    [InlineData("""{"id":7,"pk":"a"}""", 400)]
    [InlineData("""{"id":"","pk":"a"}""", 400)]
    [InlineData("""{"id":"a/b","pk":"a"}""", 400)]
    [InlineData("""{"id":"1","pk":"a","ttl":0}""", 400)]
    [InlineData("""{"id":"1","pk":"a","ttl":"60"}""", 400)]
    [InlineData("""{"id":"1","pk":"a","ttl":1.5}""", 400)]
    [InlineData("""{"id":"1","pk":"a","ttl":-1}""", 201)]
    [InlineData("""{"id":"there","pk":"a"}""", 409)]
    public async Task An_item_must_be_one_that_the_service_takes(string item, int status)
    {
        using var client = Client();
        var container = await Container(client);
        await Create(container, "a", """{"id":"there","pk":"a"}""");
        Assert.Equal(status, (int)(await Create(container, "a", item)).StatusCode);
    }

    [Fact]
    public async Task An_item_of_more_than_2_MB_is_refused()
    {
        using var client = Client();
        var container = await Container(client);
        var big = $$"""{"id":"1","pk":"a","text":"{{new string('x', 2 << 20)}}"}""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Create(container, "a", big)).StatusCode);
    }

    [Fact]
    public async Task An_item_is_found_only_under_its_key_and_its_ETag()
    {
        using var client = Client();
        var container = await Container(client);
        await Create(container, "a", """{"id":"1","pk":"a"}""");

        Assert.Equal(HttpStatusCode.NotFound, (await container.ReadItemStreamAsync("1", new("b"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await container.ReadItemStreamAsync("1", new("a"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await container.ReplaceItemStreamAsync(Text("""{"id":"1","pk":"a"}"""), "1", new("a"), new() { IfMatchEtag = "\"other\"" })).StatusCode);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed, (await container.DeleteItemStreamAsync("1", new("a"), new() { IfMatchEtag = "\"other\"" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await container.DeleteItemStreamAsync("2", new("a"))).StatusCode);
    }

    [Fact]
    public async Task A_batch_with_one_refused_operation_leaves_nothing_and_marks_the_others_424()
    {
        using var client = Client();
        var container = await Container(client);
        await Create(container, "a", """{"id":"there","pk":"a"}""");

        using var response = await container.CreateTransactionalBatch(new("a"))
            .CreateItemStream(Text("""{"id":"1","pk":"a"}"""))
            .CreateItemStream(Text("""{"id":"there","pk":"a"}"""))
            .DeleteItem("there")
            .ExecuteAsync();

        Assert.Equal([424, 409, 424], response.Select(result => (int)result.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await container.ReadItemStreamAsync("1", new("a"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await container.ReadItemStreamAsync("there", new("a"))).StatusCode);
    }

    [Theory]
    [InlineData(101, 1, HttpStatusCode.BadRequest)]
    [InlineData(3, 800_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_batch_of_more_than_100_operations_or_2_MB_is_refused(int operations, int size, HttpStatusCode status)
    {
        using var client = Client();
        var container = await Container(client);
        var batch = container.CreateTransactionalBatch(new("a"));
        for (var i = 0; i < operations; i++)
            batch.CreateItemStream(Text($$"""{"id":"{{i}}","pk":"a","text":"{{new string('x', size)}}"}"""));

        using var response = await batch.ExecuteAsync();

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_query_that_it_does_not_know_is_refused()
    {
        using var client = Client();
        var container = await Container(client);
        using var pages = container.GetItemQueryIterator<JsonObject>(
            "SELECT * FROM c WHERE STARTSWITH(c.id, 'a')", requestOptions: new() { PartitionKey = new("a") });
        var refusal = await Assert.ThrowsAsync<CosmosException>(() => pages.ReadNextAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
    }

    [Fact]
    public async Task A_containers_own_time_to_live_holds_for_items_without_one()
    {
        using var client = Client();
        var container = await Container(client, defaultTimeToLive: 60);
        await Create(container, "a", """{"id":"default","pk":"a"}""");
        await Create(container, "a", """{"id":"short","pk":"a","ttl":10}""");
        await Create(container, "a", """{"id":"kept","pk":"a","ttl":-1}""");

        Assert.Equal([true, true, true], await Visible(container));
        Clock.Advance(Duration.FromSeconds(10));
        Assert.Equal([true, false, true], await Visible(container));
        Clock.Advance(Duration.FromSeconds(50));
        Assert.Equal([false, false, true], await Visible(container));
    }

    [Fact]
    public async Task A_container_without_time_to_live_keeps_all()
    {
        using var client = Client();
        var container = await Container(client, defaultTimeToLive: null);
        await Create(container, "a", """{"id":"short","pk":"a","ttl":10}""");
        Clock.Advance(Duration.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await container.ReadItemStreamAsync("short", new("a"))).StatusCode);
    }

    private static async Task<Container> Container(CosmosClient client, int? defaultTimeToLive = -1)
    {
        var database = await client.CreateDatabaseAsync("d");
        return await database.Database.CreateContainerAsync(new("c", "/pk") { DefaultTimeToLive = defaultTimeToLive });
    }

    private static Task<ResponseMessage> Create(Container container, string key, string item) =>
        container.CreateItemStreamAsync(Text(item), new(key));

    private static async Task<IEnumerable<bool>> Visible(Container container)
    {
        var visible = new List<bool>();
        foreach (var id in (string[])["default", "short", "kept"])
            visible.Add((await container.ReadItemStreamAsync(id, new("a"))).IsSuccessStatusCode);
        return visible;
    }

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}

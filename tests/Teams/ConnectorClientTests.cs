using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

public sealed class ConnectorClientTests
{
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "Hello" };

    [Fact]
    public async Task A_message_is_posted_into_its_conversation_with_the_ids_escaped()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(201, """{"id":"1:abc"}"""));

        var result = await SendTo(server, "19:a/b@thread.tacv2;messageid=1");

        Assert.Equal(new SendResult.Accepted("1:abc"), result);
        var request = Assert.Single(server.Seen);
        Assert.Equal("POST /v3/conversations/19%3Aa%2Fb%40thread.tacv2%3Bmessageid%3D1/activities HTTP/1.1", request.Line);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        var body = JsonNode.Parse(request.Body);
        Assert.Equal("Hello", (string?)body?["text"]);
        Assert.Equal("28:bot", (string?)body?["from"]?["id"]);
        Assert.Equal("19:a/b@thread.tacv2;messageid=1", (string?)body?["conversation"]?["id"]);
    }

    [Fact]
    [Trait("row", "R15")]
    public async Task A_reply_an_update_and_a_new_chat_take_their_own_routes()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200, """{"id":"x"}"""));
        using var connector = Connector();
        var to = new ConversationReference(server.Url + "/emea/", "a:1", "28:bot");

        await connector.ReplyAsync(to, "17:1", Hello, CancellationToken.None);
        await connector.UpdateAsync(to, "17:1", Hello, CancellationToken.None);
        var chat = await connector.CreatePersonalChatAsync(server.Url, "28:bot", "29:ann", "tenant-1", CancellationToken.None);

        Assert.Equal(new SendResult.Accepted("x"), chat);
        Assert.Equal(
            [
                "POST /emea/v3/conversations/a%3A1/activities/17%3A1 HTTP/1.1",
                "PUT /emea/v3/conversations/a%3A1/activities/17%3A1 HTTP/1.1",
                "POST /v3/conversations HTTP/1.1",
            ],
            server.Seen.Select(request => request.Line));
        Assert.Equal("17:1", (string?)JsonNode.Parse(server.Seen.First().Body)?["replyToId"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:ann"}],"tenantId":"tenant-1",
                 "channelData":{"tenant":{"id":"tenant-1"}}}
                """),
            JsonNode.Parse(server.Seen.Last().Body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [Trait("row", "SEC16")]
    public async Task An_id_that_would_change_the_path_is_refused_and_nothing_is_sent(string conversationId)
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200));

        Assert.IsType<SendResult.Refused>(await SendTo(server, conversationId));
        Assert.Empty(server.Seen);
    }

    [Theory]
    [InlineData(400, "BadSyntax", typeof(SendResult.Refused))]
    [InlineData(401, "BotNotRegistered", typeof(SendResult.NotSent))]
    [InlineData(403, "BotDisabledByAdmin", typeof(SendResult.Unreachable))]
    [InlineData(403, "BotNotInConversationRoster", typeof(SendResult.Unreachable))]
    [InlineData(403, "ConversationBlockedByUser", typeof(SendResult.Unreachable))]
    [InlineData(403, "MessageWritesBlocked", typeof(SendResult.Unreachable))]
    [InlineData(403, "ForbiddenOperationException", typeof(SendResult.Unreachable))]
    [InlineData(403, "NotEnoughPermissions", typeof(SendResult.Refused))]
    [InlineData(404, "ActivityNotFoundInConversation", typeof(SendResult.Gone))]
    [InlineData(404, "ConversationNotFound", typeof(SendResult.Gone))]
    [InlineData(404, "BotNotInConversationRoster", typeof(SendResult.Unreachable))]
    [InlineData(405, "", typeof(SendResult.Refused))]
    [InlineData(408, "", typeof(SendResult.Unknown))]
    [InlineData(412, "PreconditionFailed", typeof(SendResult.NotSent))]
    [InlineData(413, "MessageSizeTooBig", typeof(SendResult.Refused))]
    [InlineData(429, "Throttled", typeof(SendResult.NotSent))]
    [InlineData(500, "ServiceError", typeof(SendResult.Unknown))]
    [InlineData(502, "", typeof(SendResult.Unknown))]
    [InlineData(503, "", typeof(SendResult.Unknown))]
    [InlineData(504, "", typeof(SendResult.Unknown))]
    [Trait("row", "FM21")]
    [Trait("row", "R28")]
    [Trait("row", "R29")]
    [Trait("row", "R30")]
    [Trait("row", "R31")]
    [Trait("row", "R32")]
    [Trait("row", "R33")]
    [Trait("row", "R35")]
    [Trait("row", "R36")]
    [Trait("row", "R37")]
    [Trait("row", "R38")]
    [Trait("row", "R39")]
    [Trait("row", "R40")]
    [Trait("row", "R41")]
    [Trait("row", "R42")]
    public async Task Every_status_has_its_class(int status, string code, Type expected)
    {
        var error = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "what happened to Ann" } }.ToJsonString();
        await using var server = new ScriptedServer(ScriptedServer.Answer(status, error));

        var result = await SendTo(server);

        Assert.IsType(expected, result);
        Assert.Contains($"{status} {code}".Trim(), result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", result.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Seen);
    }

    /// <summary>Rule 34: a tenant of the US Government's cloud is reached under another address than the one that was kept.</summary>
    [Fact]
    [Trait("row", "R34")]
    public async Task A_message_for_a_government_tenant_goes_once_more_to_the_governments_host()
    {
        const string WrongHost = """{"error":{"code":"InvalidBotApiHost"}}""";
        await using var usual = new ScriptedServer(ScriptedServer.Answer(403, WrongHost));
        await using var government = new ScriptedServer(ScriptedServer.Answer(201, """{"id":"1:gcc"}"""), ScriptedServer.Answer(403, WrongHost));
        using var connector = new ConnectorClient(new ServiceUrls([], allowLoopback: true) { Government = government.Url + "/gcc" }, new NoToken());
        var to = new ConversationReference(usual.Url, "a:1", "28:bot");

        Assert.Equal(new SendResult.Accepted("1:gcc"), await connector.SendAsync(to, Hello, CancellationToken.None));
        Assert.Equal("POST /gcc/v3/conversations/a%3A1/activities HTTP/1.1", Assert.Single(government.Seen).Line);
        Assert.Equal("403 InvalidBotApiHost", Assert.IsType<SendResult.Unreachable>(await connector.SendAsync(to, Hello, CancellationToken.None)).Reason);
        Assert.Equal((2, 2), (usual.Seen.Count, government.Seen.Count));
    }

    [Fact]
    [Trait("row", "R34")]
    public async Task The_governments_host_is_asked_only_when_it_is_allowed()
    {
        await using var usual = new ScriptedServer(ScriptedServer.Answer(403, """{"error":{"code":"InvalidBotApiHost"}}"""));
        using var connector = new ConnectorClient(new ServiceUrls([], allowLoopback: true), new NoToken());

        var result = await connector.SendAsync(new ConversationReference(usual.Url, "a:1", "28:bot"), Hello, CancellationToken.None);

        Assert.Equal("403 InvalidBotApiHost", Assert.IsType<SendResult.Unreachable>(result).Reason);
        Assert.Single(usual.Seen);
    }

    [Theory]
    [InlineData("""{"error":{"code":"Forbidden","subCode":"MessageWritesBlocked"}}""", "403 MessageWritesBlocked")]
    [InlineData("""{"subCode":"MessageWritesBlocked"}""", "403 MessageWritesBlocked")]
    [InlineData("""{"error":"no"}""", "403")]
    [InlineData("<html>403</html>", "403")]
    [InlineData("""{"error":{"code":"a\nforged: log line"}}""", "403")]
    [InlineData("", "403")]
    public async Task A_refusal_names_the_most_exact_code_that_is_a_plain_word(string body, string reason)
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(403, body));

        Assert.Equal(new SendResult.Unreachable(reason), await SendTo(server));
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: 999999", 3600)]
    [InlineData("Retry-After: Thu, 05 Mar 2026 15:00:30 GMT", 30)]
    [InlineData("Retry-After: Thu, 05 Mar 2026 14:00:00 GMT", 0)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("X-Other: 1", null)]
    [Trait("row", "R40")]
    public async Task A_throttled_message_may_go_again_when_the_connector_says(string header, int? seconds)
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(429, "", "Date: Thu, 05 Mar 2026 15:00:00 GMT", header));

        var result = Assert.IsType<SendResult.NotSent>(await SendTo(server));

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, result.After);
    }

    [Theory]
    [InlineData(ScriptedServer.HangUp)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\n{")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\"ok\"")]
    [InlineData("not http at all\r\n\r\n")]
    [InlineData(ScriptedServer.Silence)]
    [InlineData(ScriptedServer.Drip)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"id\":")]
    [Trait("row", "FM19")]
    [Trait("row", "R44")]
    public async Task After_the_bytes_have_left_nobody_knows(string answer)
    {
        await using var server = new ScriptedServer(answer);

        Assert.IsType<SendResult.Unknown>(await SendTo(server, timeout: TimeSpan.FromSeconds(2)));
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task A_kept_connection_that_breaks_does_not_send_a_message_twice()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200, """{"id":"1"}"""), ScriptedServer.HangUp);
        using var connector = Connector();
        var to = new ConversationReference(server.Url, "a:1", "28:bot");

        Assert.IsType<SendResult.Accepted>(await connector.SendAsync(to, Hello, CancellationToken.None));
        Assert.IsType<SendResult.Unknown>(await connector.SendAsync(to, Hello, CancellationToken.None));
        Assert.Equal(2, server.Seen.Count);
    }

    [Fact]
    [Trait("row", "R43")]
    public async Task A_refused_connection_has_sent_nothing()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();
        using var connector = Connector();

        var result = await connector.SendAsync(new ConversationReference($"http://localhost:{port}", "a:1", "28:bot"), Hello, CancellationToken.None);

        Assert.IsType<SendResult.NotSent>(result);
    }

    [Fact]
    [Trait("row", "R43")]
    public async Task A_failed_handshake_has_sent_nothing()
    {
        await using var server = new ScriptedServer(ScriptedServer.HangUp);
        using var connector = Connector(timeout: TimeSpan.FromMilliseconds(500));

        var secured = server.Url.Replace("http:", "https:", StringComparison.Ordinal);
        var result = await connector.SendAsync(new ConversationReference(secured, "a:1", "28:bot"), Hello, CancellationToken.None);

        Assert.IsType<SendResult.NotSent>(result);
    }

    [Fact]
    public async Task A_message_is_taken_back_by_its_own_route_without_a_body()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200));
        using var connector = Connector();

        var result = await connector.DeleteAsync(new ConversationReference(server.Url, "a:1", "28:bot"), "17:1", CancellationToken.None);

        Assert.IsType<SendResult.Accepted>(result);
        var request = Assert.Single(server.Seen);
        Assert.Equal("DELETE /v3/conversations/a%3A1/activities/17%3A1 HTTP/1.1", request.Line);
        Assert.Empty(request.Body);
    }

    [Fact]
    [Trait("row", "R22")]
    public async Task A_message_for_one_member_names_them_and_says_that_it_is_targeted()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(201, """{"id":"1:abc"}"""));
        using var connector = Connector();

        var result = await connector.SendOnlyToAsync(new ConversationReference(server.Url, "19:c", "28:bot"), "29:ann", Hello, CancellationToken.None);

        Assert.Equal(new SendResult.Accepted("1:abc"), result);
        var request = Assert.Single(server.Seen);
        Assert.Equal("POST /v3/conversations/19%3Ac/activities?isTargetedActivity=true HTTP/1.1", request.Line);
        Assert.Equal("29:ann", (string?)JsonNode.Parse(request.Body)?["recipient"]?["id"]);
    }

    [Fact]
    [Trait("row", "FM47")]
    public async Task A_token_that_takes_too_long_leaves_the_message_unsent()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200));
        using var connector = new ConnectorClient(
            new ServiceUrls(ServiceUrls.MicrosoftHosts, allowLoopback: true), new EndlessToken(), TimeSpan.FromMilliseconds(100));

        var result = await connector.SendAsync(new ConversationReference(server.Url, "a:1", "28:bot"), Hello, CancellationToken.None);

        Assert.IsType<SendResult.NotSent>(result);
        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_taken_without_an_id()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(202));

        Assert.Equal(new SendResult.Accepted(null), await SendTo(server));
    }

    [Fact]
    [Trait("row", "SEC16")]
    [Trait("row", "SEC17")]
    [Trait("row", "R12")]
    public async Task A_redirect_is_not_followed_and_the_token_stays_at_home()
    {
        await using var elsewhere = new ScriptedServer(ScriptedServer.Answer(200, """{"id":"stolen"}"""));
        await using var server = new ScriptedServer(ScriptedServer.Answer(307, "", $"Location: {elsewhere.Url}/v3/conversations"));

        var result = await SendTo(server, token: new FixedToken("secret"));

        Assert.IsType<SendResult.Refused>(result);
        Assert.Equal("Bearer secret", Assert.Single(server.Seen).Headers["Authorization"]);
        Assert.Empty(elsewhere.Seen);
    }

    [Fact]
    [Trait("row", "SEC16")]
    [Trait("row", "SEC17")]
    public async Task An_address_that_is_not_the_connectors_gets_neither_message_nor_token()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200, """{"id":"stolen"}"""));
        var token = new FixedToken("secret");
        using var connector = new ConnectorClient(new ServiceUrls(ServiceUrls.MicrosoftHosts, allowLoopback: false), token);
        var to = new ConversationReference(server.Url, "a:1", "28:bot");

        Assert.IsType<SendResult.Refused>(await connector.SendAsync(to, Hello, CancellationToken.None));
        Assert.IsType<SendResult.Refused>(await connector.CreatePersonalChatAsync(server.Url, "28:bot", "29:a", "t", CancellationToken.None));
        await Assert.ThrowsAsync<ConnectorException>(() => connector.MembersAsync(to, CancellationToken.None));
        Assert.Empty(server.Seen);
        Assert.Equal(0, token.Asked);
    }

    [Fact]
    [Trait("row", "R29")]
    public async Task A_refused_token_is_forgotten_and_the_message_waits()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(401));
        var token = new FixedToken("old");

        var result = Assert.IsType<SendResult.NotSent>(await SendTo(server, token: token));

        Assert.Equal(TimeSpan.FromMinutes(1), result.After);
        Assert.Equal("old", token.Forgotten);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200));

        Assert.IsType<SendResult.NotSent>(await SendTo(server, token: new FixedToken(null)));
        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task The_callers_cancellation_is_the_callers()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence);
        using var connector = Connector();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => connector.SendAsync(new ConversationReference(server.Url, "a:1", "28:bot"), Hello, cancel.Token));
    }

    [Fact]
    [Trait("row", "R46")]
    public async Task A_message_that_is_too_big_is_not_sent()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200));
        using var connector = Connector();
        var big = Hello with { Text = new string('x', ConnectorClient.MaxMessageBytes) };

        Assert.IsType<SendResult.Refused>(
            await connector.SendAsync(new ConversationReference(server.Url, "a:1", "28:bot"), big, CancellationToken.None));
        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task Members_come_over_all_pages()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Answer(200, """{"members":[{"id":"29:a","aadObjectId":"A"}],"continuationToken":"p/2"}"""),
            ScriptedServer.Answer(200, """{"members":[{"id":"29:b","objectId":"B","userPrincipalName":"b@contoso.example"},null,{}]}"""));

        var members = await MembersOf(server);

        Assert.Equal([("29:a", "A"), ("29:b", "B")], members.Select(member => (member.Id, member.AadObjectId)));
        Assert.Equal(
            [
                "GET /v3/conversations/19%3Ac/pagedmembers?pageSize=500 HTTP/1.1",
                "GET /v3/conversations/19%3Ac/pagedmembers?pageSize=500&continuationToken=p%2F2 HTTP/1.1",
            ],
            server.Seen.Select(request => request.Line));
    }

    [Fact]
    public async Task Members_come_at_once_where_there_are_no_pages()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(404), ScriptedServer.Answer(200, """[{"id":"29:a"}]"""));

        Assert.Equal("29:a", Assert.Single(await MembersOf(server)).Id);
        Assert.Equal("GET /v3/conversations/19%3Ac/members HTTP/1.1", server.Seen.Last().Line);
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""")]
    [InlineData(429, "")]
    [InlineData(200, "[")]
    [InlineData(200, "null")]
    public async Task Members_that_cannot_be_read_are_an_error_and_not_an_empty_list(int status, string body)
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(status, body));

        await Assert.ThrowsAsync<ConnectorException>(() => MembersOf(server));
        Assert.Single(server.Seen);
    }

    private static ConnectorClient Connector(IConnectorToken? token = null, TimeSpan? timeout = null) =>
        new(new ServiceUrls([], allowLoopback: true), token ?? new NoToken(), timeout);

    private static async Task<SendResult> SendTo(
        ScriptedServer server, string conversationId = "a:1", IConnectorToken? token = null, TimeSpan? timeout = null)
    {
        using var connector = Connector(token, timeout);
        return await connector.SendAsync(new ConversationReference(server.Url, conversationId, "28:bot"), Hello, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<ChannelAccount>> MembersOf(ScriptedServer server)
    {
        using var connector = Connector();
        return await connector.MembersAsync(new ConversationReference(server.Url, "19:c", "28:bot"), CancellationToken.None);
    }

    private sealed class EndlessToken : IConnectorToken
    {
        public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return null;
        }

        public void Forget(string token) => throw new NotSupportedException();
    }

    /// <summary>Null stands for an identity service that is down.</summary>
    private sealed class FixedToken(string? token) : IConnectorToken
    {
        public int Asked { get; private set; }

        public string? Forgotten { get; private set; }

        public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return token is null ? throw new ConnectorException("down") : ValueTask.FromResult<string?>(token);
        }

        public void Forget(string refused) => Forgotten = refused;
    }
}

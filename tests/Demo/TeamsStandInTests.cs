using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using NodaTime;

namespace FollowUpBot.Tests.Demo;

public sealed class TeamsStandInTests : IAsyncLifetime, IDisposable
{
    private const string Form = """
        { "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "Contoso renewal" },
            { "type": "Container", "items": [
              { "type": "Input.Text", "id": "reason", "label": "Why", "value": "their audit", "maxLength": 20 } ] },
            { "type": "Input.ChoiceSet", "id": "urgency", "label": "How urgent",
              "choices": [ { "title": "High", "value": "high" }, { "title": "Low", "value": "low" } ] },
            { "type": "ColumnSet", "columns": [ { "type": "Column", "items": [
              { "type": "ActionSet", "actions": [ { "type": "Action.Submit", "title": "Tue 10:00", "data": { "slot": 1 } } ] } ] } ] } ],
          "actions": [
            { "type": "Action.Execute", "title": "Save", "verb": "save", "data": { "reminder": "r1" } },
            { "type": "Action.Execute", "title": "Skip", "verb": "skip", "data": { "reminder": "r1" }, "associatedInputs": "none" },
            { "type": "Action.OpenUrl", "title": "Open", "url": "https://example.com" },
            { "type": "Action.ShowCard", "title": "Later", "card": { "type": "AdaptiveCard",
              "body": [ { "type": "Input.Text", "id": "until", "label": "Until", "isRequired": true, "errorMessage": "Say when." } ],
              "actions": [ { "type": "Action.Execute", "title": "Snooze", "verb": "later" } ] } } ] }
        """;

    private readonly MovableClock clock = new(Instant.FromUtc(2026, 3, 5, 15, 0));
    private readonly HttpClient http = new();
    private TeamsStandIn teams = null!;
    private EchoBot bot = null!;
    private Person dana = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsStandIn.StartAsync(clock);
        bot = await EchoBot.StartAsync(teams);
        dana = teams.Person("Dana Rossi", "dana@northwind.example", "Europe/Rome", "it-IT");
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    public void Dispose()
    {
        http.Dispose();
        clock.Dispose();
    }

    [Fact]
    public async Task What_a_person_says_arrives_as_Teams_writes_it()
    {
        await dana.InstallsAsync();
        await dana.SaysAsync("help");
        var activity = bot.Received[^1];
        Assert.Equal("message", (string?)activity["type"]);
        Assert.Equal("help", (string?)activity["text"]);
        Assert.Equal("msteams", (string?)activity["channelId"]);
        Assert.Equal("Europe/Rome", (string?)activity["localTimezone"]);
        Assert.Equal("2026-03-05T15:00:00Z", (string?)activity["timestamp"]);
        Assert.Equal("2026-03-05T16:00:00.000+01:00", (string?)activity["localTimestamp"]);
        Assert.Equal(dana.AadObjectId, (string?)activity["from"]?["aadObjectId"]);
        Assert.Equal("personal", (string?)activity["conversation"]?["conversationType"]);
        Assert.Equal(teams.TenantId, (string?)activity["channelData"]?["tenant"]?["id"]);
    }

    [Fact]
    public async Task A_message_in_a_channel_names_the_bot_in_text_and_entity_and_carries_its_thread()
    {
        var channel = teams.Team("Sales South", dana).Channel("Pipeline");
        await dana.InstallsInAsync(channel);
        await dana.MentionsBotInAsync(channel, "digest here");
        Assert.Equal(["installationUpdate", "conversationUpdate", "message"], bot.Received.Select(each => (string?)each["type"]));
        var message = bot.Received[^1];
        var mention = message["entities"]?[0];
        Assert.Equal("<at>FollowUpBot</at> digest here", (string?)message["text"]);
        Assert.Equal("<at>FollowUpBot</at>", (string?)mention?["text"]);
        Assert.Equal(TeamsStandIn.BotId, (string?)mention?["mentioned"]?["id"]);
        Assert.Equal($"{channel.Id};messageid={message["id"]}", (string?)message["conversation"]?["id"]);
        Assert.Equal(channel.Team.Id, (string?)message["channelData"]?["team"]?["id"]);
    }

    [Fact]
    public async Task What_the_bot_sends_is_shown_in_order_and_an_update_replaces_in_place()
    {
        await dana.InstallsAsync();
        var first = await SendAsync(dana.Chat.Id, Words("first"));
        await SendAsync(dana.Chat.Id, Words("second"));
        var shown = await dana.Chat.NextMessageAsync();
        await CallAsync(HttpMethod.Put, $"v3/conversations/{dana.Chat.Id}/activities/{first}", Words("first, better"));
        Assert.Equal("first, better", (await dana.Chat.EditOfAsync(shown)).Text);
        Assert.Equal(["first, better", "second"], dana.Chat.Messages.Select(message => message.Text));
        Assert.Equal("first", shown.Text);
        await CallAsync(HttpMethod.Delete, $"v3/conversations/{dana.Chat.Id}/activities/{first}", body: null);
        Assert.Equal(["second"], dana.Chat.Messages.Select(message => message.Text));
        teams.AssertNothingUnexpected();
    }

    [Fact]
    public async Task A_button_sends_the_fields_over_its_data_and_the_answer_replaces_the_card()
    {
        var card = await ShowFormAsync();
        bot.InvokeAnswer = """{ "statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": { "type": "AdaptiveCard", "body": [ { "type": "TextBlock", "text": "Saved" } ] } }""";
        var pressed = await dana.PressAsync(card, "Save", new Dictionary<string, string> { ["urgency"] = "High" });
        var invoke = bot.Received[^1];
        Assert.Equal("adaptiveCard/action", (string?)invoke["name"]);
        Assert.Equal(card.Id, (string?)invoke["replyToId"]);
        Assert.Equal("save", (string?)invoke["value"]?["action"]?["verb"]);
        Assert.Equal("""{"reminder":"r1","reason":"their audit","urgency":"high"}""", invoke["value"]?["action"]?["data"]?.ToJsonString());
        Assert.Equal("manual", (string?)invoke["value"]?["trigger"]);
        Assert.Equal("Saved", pressed.Message.CardText);
        Assert.Equal(1, pressed.Message.Edits);
        Assert.Equal(pressed.Message, dana.Chat.Now(card));
    }

    [Theory]
    [InlineData("Skip", """{"reminder":"r1"}""")]
    [InlineData("Snooze", """{"reason":"their audit","until":"Monday"}""")]
    public async Task A_button_sends_the_fields_that_belong_to_it(string button, string data)
    {
        var card = await ShowFormAsync();
        bot.InvokeAnswer = """{ "statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Fine." }""";
        var typed = button == "Snooze" ? new Dictionary<string, string> { ["until"] = "Monday" } : null;
        var pressed = await dana.PressAsync(card, button, typed);
        Assert.Equal(data, bot.Received[^1]["value"]?["action"]?["data"]?.ToJsonString());
        Assert.Equal("Fine.", pressed.Said);
        Assert.Equal("Fine.", dana.Chat.Now(card)?.Notice);
    }

    [Fact]
    public async Task A_submit_button_arrives_as_a_message_with_a_value()
    {
        await dana.PressAsync(await ShowFormAsync(), "Tue 10:00");
        Assert.Equal("""{"slot":1,"reason":"their audit"}""", bot.Received[^1]["value"]?.ToJsonString());
        Assert.Null(bot.Received[^1]["text"]);
    }

    [Theory]
    [InlineData("Sabe", "", "", "It has \"Tue 10:00\", \"Save\", \"Skip\", \"Open\", \"Later\", \"Snooze\".")]
    [InlineData("Open", "", "", "sends nothing to the bot")]
    [InlineData("Save", "reson", "x", "Fields: reason, urgency")]
    [InlineData("Save", "urgency", "Highest", "not among the choices")]
    [InlineData("Save", "reason", "far too long for this field", "takes 20 characters")]
    [InlineData("Snooze", "reason", "x", "Say when.")]
    public async Task What_a_client_would_not_let_pass_is_refused_in_plain_words(string button, string field, string value, string why)
    {
        var card = await ShowFormAsync();
        var typed = field.Length == 0 ? [] : new Dictionary<string, string> { [field] = value };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => dana.PressAsync(card, button, typed));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{ "statusCode": 200, "type": "application/vnd.microsoft.card.adaptive" }""")]
    [InlineData("""{ "statusCode": 204, "type": "application/vnd.microsoft.activity.message", "value": "x" }""")]
    public async Task An_answer_to_a_button_that_Teams_does_not_know_is_an_error(string answer)
    {
        var card = await ShowFormAsync();
        bot.InvokeAnswer = answer;
        await Assert.ThrowsAsync<InvalidOperationException>(() => dana.PressAsync(card, "Save"));
    }

    [Fact]
    public async Task A_bot_that_fails_a_turn_fails_the_test()
    {
        await dana.InstallsAsync();
        bot.Status = 500;
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => dana.SaysAsync("help"));
        Assert.Contains("The bot answered 500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_what_does_not_come_ends_with_what_was_seen()
    {
        await dana.InstallsAsync();
        await SendAsync(dana.Chat.Id, Words("no card here"));
        teams.Patience = TimeSpan.FromMilliseconds(50);
        var error = await Assert.ThrowsAsync<TimeoutException>(dana.Chat.NextCardAsync);
        Assert.Contains("a card from the bot", error.Message, StringComparison.Ordinal);
        Assert.Contains("FollowUpBot: no card here", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "v3/teams/t1", "", 501)]
    [InlineData("PATCH", "v3/conversations", "{}", 501)]
    [InlineData("POST", "v3/conversations", """{ "members": [ { "id": "29:0001-Dana-Rossi" } ] }""", 400)]
    [InlineData("POST", "v3/conversations", """{ "isGroup": true, "tenantId": "t", "members": [ { "id": "29:0001-Dana-Rossi" } ] }""", 400)]
    [InlineData("POST", "v3/conversations/{chat}/activities", """{ "type": "event" }""", 400)]
    [InlineData("POST", "v3/conversations/{chat}/activities", """{ "type": "message" }""", 400)]
    [InlineData("POST", "v3/conversations/{chat}/activities", "not JSON", 400)]
    public async Task What_the_bot_must_not_do_is_refused_and_kept(string method, string path, string body, int status)
    {
        await dana.InstallsAsync();
        teams.AssertNothingUnexpected();
        var answer = await CallAsync(new HttpMethod(method), path.Replace("{chat}", dana.Chat.Id, StringComparison.Ordinal), body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Single(teams.Unexpected);
        Assert.Throws<InvalidOperationException>(teams.AssertNothingUnexpected);
    }

    [Fact]
    public async Task A_message_over_28_KB_is_refused_and_kept()
    {
        await dana.InstallsAsync();
        var answer = await CallAsync(HttpMethod.Post, $"v3/conversations/{dana.Chat.Id}/activities", Words(new string('x', 28 * 1024)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(teams.Unexpected);
    }

    [Fact]
    public async Task Where_the_bot_is_not_installed_it_cannot_write()
    {
        var path = $"v3/conversations/{dana.Chat.Id}/activities";
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(HttpMethod.Post, path, Words("hello"))).StatusCode);
        await dana.InstallsAsync();
        Assert.Equal(HttpStatusCode.Created, (await CallAsync(HttpMethod.Post, path, Words("hello"))).StatusCode);
        await dana.RemovesAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(HttpMethod.Post, path, Words("hello"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(HttpMethod.Post, "v3/conversations/a:nobody/activities", Words("hello"))).StatusCode);
        teams.AssertNothingUnexpected();
    }

    [Fact]
    public async Task Nobody_writes_to_a_bot_that_is_not_installed()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => dana.SaysAsync("help"));
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task A_personal_chat_is_created_once_and_found_again()
    {
        var body = $$"""{ "isGroup": false, "tenantId": "{{teams.TenantId}}", "members": [ { "id": "{{dana.Id}}" } ] }""";
        for (var time = 0; time < 2; time++)
        {
            var answer = await CallAsync(HttpMethod.Post, "v3/conversations", body);
            Assert.Equal(dana.Chat.Id, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["id"]);
        }
    }

    [Fact]
    public async Task A_post_in_a_channel_begins_a_thread_and_a_reply_stays_in_it()
    {
        var channel = teams.Team("Sales South", dana).Channel("Pipeline");
        await dana.InstallsInAsync(channel);
        var root = await SendAsync(channel.Id, Words("root"));
        await SendAsync($"{channel.Id};messageid={root}", Words("in the thread"));
        await CallAsync(HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString(channel.Id)}/activities/{root}", Words("a reply"));
        Assert.All(channel.Messages, message => Assert.Equal(root, message.ThreadId));
        Assert.Equal(3, channel.Messages.Count);
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        var omar = teams.Person("Omar Haddad", "omar@northwind.example", "Asia/Dubai");
        var channel = teams.Team("Sales South", dana, omar).Channel("Pipeline");
        var path = $"v3/conversations/{Uri.EscapeDataString(channel.Id)}/pagedmembers?pageSize=1";
        var first = JsonNode.Parse(await (await CallAsync(HttpMethod.Get, path, body: null)).Content.ReadAsStringAsync());
        var second = JsonNode.Parse(await (await CallAsync(HttpMethod.Get, $"{path}&continuationToken={first?["continuationToken"]}", body: null)).Content.ReadAsStringAsync());
        Assert.Equal(dana.Email, (string?)first?["members"]?[0]?["email"]);
        Assert.Equal(omar.AadObjectId, (string?)second?["members"]?[0]?["aadObjectId"]);
        Assert.Null(second?["continuationToken"]);
    }

    [Fact]
    public async Task A_send_meets_the_fault_that_was_told_and_the_next_one_does_not()
    {
        await dana.InstallsAsync();
        var path = $"v3/conversations/{dana.Chat.Id}/activities";
        teams.AnswerNextSendWith(SendFault.Throttled(TimeSpan.FromSeconds(7)));
        teams.AnswerNextSendWith(SendFault.Reset);
        teams.AnswerNextSendWith(SendFault.AcceptThenReset);
        teams.AnswerNextSendWith(SendFault.AcceptThenBadGateway);
        var throttled = await CallAsync(HttpMethod.Post, path, Words("one"));
        Assert.Equal((429, TimeSpan.FromSeconds(7)), ((int)throttled.StatusCode, throttled.Headers.RetryAfter?.Delta));
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(HttpMethod.Post, path, Words("two")));
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(HttpMethod.Post, path, Words("three")));
        Assert.Equal(HttpStatusCode.BadGateway, (await CallAsync(HttpMethod.Post, path, Words("four"))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await CallAsync(HttpMethod.Post, path, Words("five"))).StatusCode);
        Assert.Equal(["three", "four", "five"], dana.Chat.FromBot.Select(message => message.Text));
    }

    [Fact]
    public async Task A_fault_for_some_sends_waits_for_one_of_them()
    {
        await dana.InstallsAsync();
        teams.AnswerNextSendWith(SendFault.Refusal(503, "ServiceUnavailable") with { IsFor = activity => (string?)activity["text"] == "two" });
        await SendAsync(dana.Chat.Id, Words("one"));
        var refused = await CallAsync(HttpMethod.Post, $"v3/conversations/{dana.Chat.Id}/activities", Words("two"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(["one"], dana.Chat.FromBot.Select(message => message.Text));
    }

    [Fact]
    public async Task The_last_activity_can_arrive_again()
    {
        await dana.InstallsAsync();
        await dana.SaysAsync("help");
        await dana.LastActivityArrivesAgainAsync();
        Assert.Equal(4, bot.Received.Count);
        Assert.Equal(bot.Received[2].ToJsonString(), bot.Received[3].ToJsonString());
    }

    private static string Words(string text) => new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString();

    private async Task<ShownMessage> ShowFormAsync()
    {
        await dana.InstallsAsync();
        await SendAsync(dana.Chat.Id, $$"""
            { "type": "message", "attachments": [ { "contentType": "application/vnd.microsoft.card.adaptive", "content": {{Form}} } ] }
            """);
        return await dana.Chat.NextCardAsync();
    }

    private async Task<string?> SendAsync(string conversation, string body)
    {
        var answer = await CallAsync(HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["id"];
    }

    private async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(teams.ServiceUrl, path));
        if (body is { Length: > 0 })
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.SendAsync(request);
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// A small Teams on a loopback port: it delivers what people do to a bot, and takes what the bot sends through the Connector routes.
/// What the bot must not do is refused and kept for <see cref="AssertNothingUnexpected"/>. For the demo and for tests; it checks no tokens.
/// </summary>
public sealed class TeamsStandIn : IAsyncDisposable
{
    public const string BotId = "28:3c9e7a52-5d0b-4f4e-9d46-0f2f6ad0b07e";
    public const string BotName = "FollowUpBot";

    /// <summary>Teams gives a bot 10 to 15 s for a turn (teams rule 47).</summary>
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(15);

    private readonly TimeProvider clock;
    private readonly WebApplication server;
    private readonly HttpClient http = new() { Timeout = TurnLimit };
    private readonly List<SendFault> faults = [];
    private readonly ConcurrentQueue<string> presented = new();
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly ConcurrentDictionary<string, Chat> chats = new();
    private readonly ConcurrentDictionary<string, Person> people = new();
    private long lastId = 1_700_000_000_000;

    private TeamsStandIn(TimeProvider clock, WebApplication server) => (this.clock, this.server) = (clock, server);

    /// <summary>Where the bot lives, for example <c>http://127.0.0.1:5123/</c>; to be set before anybody does anything.</summary>
    public Uri? BotAddress { get; set; }

    /// <summary>The token with which activities are delivered; null sends none, as a stand-in without an issuer does.</summary>
    public Func<string?> Bearer { get; set; } = () => null;

    /// <summary>What the bot proved itself with, request by request; empty texts when it sent nothing.</summary>
    public IReadOnlyList<string> Presented => [.. presented];

    /// <summary>How long, in real time, is waited for what the bot should do.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>With a path and a slash at its end, as Teams gives it.</summary>
    public Uri ServiceUrl => new($"{server.Urls.First()}/emea/");

    public string TenantId { get; } = "5f0e8c1a-92b4-4c6f-8d3a-71c2b9e4a001";

    /// <summary>What the bot did that it must not do; empty when all is well.</summary>
    public IReadOnlyList<string> Unexpected => [.. unexpected];

    internal Instant Now => clock.GetUtcNow().ToInstant();

    /// <param name="clock">Stamps what people do.</param>
    public static async Task<TeamsStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var teams = new TeamsStandIn(clock, server);
        new ConnectorRoutes(teams).Map(server);
        await server.StartAsync();
        return teams;
    }

    /// <summary>Someone of the tenant, who has not installed the bot.</summary>
    /// <param name="zone">An IANA zone id.</param>
    public Person Person(string name, string email, string zone, string locale = "en-US")
    {
        var number = people.Count + 1;
        var objectId = $"00000000-0000-4000-8000-{number:D12}";
        var person = new Person(this, $"29:{number:D4}-{name.Replace(' ', '-')}", objectId, TenantId, name, email, DateTimeZoneProviders.Tzdb[zone], locale);
        people[person.Id] = person;
        chats[person.Chat.Id] = person.Chat;
        return person;
    }

    public Team Team(string name, params IReadOnlyList<Person> members)
    {
        var number = chats.Count + 1;
        return new Team(this, $"19:team-{number}@thread.tacv2", name, $"00000000-0000-4000-9000-{number:D12}") { Members = members };
    }

    /// <summary>The bot's next send, update or delete (that the fault is for) meets this; several wait in line.</summary>
    public void AnswerNextSendWith(SendFault fault)
    {
        lock (faults)
            faults.Add(fault);
    }

    /// <exception cref="InvalidOperationException">The bot did something that it must not do.</exception>
    public void AssertNothingUnexpected()
    {
        if (!unexpected.IsEmpty)
            throw new InvalidOperationException($"The bot did what Teams does not expect:\n{string.Join('\n', unexpected)}\n{this}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    public override string ToString() => string.Join("\n\n", chats.Values.Where(chat => chat.Messages.Count > 0));

    internal static string ThreadIn(Chat channel, string threadId) => $"{channel.Id};messageid={threadId}";

    internal string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    internal void Add(Channel channel) => chats[channel.Id] = channel;

    internal SendFault? TakeFault(JsonObject? activity)
    {
        lock (faults)
        {
            var fault = faults.Find(fault => fault.IsFor(activity ?? []));
            if (fault is not null)
                faults.Remove(fault);
            return fault;
        }
    }

    internal void Note(string authorization) => presented.Enqueue(authorization);

    internal void Report(string what) => unexpected.Enqueue(what);

    internal Person? FindPerson(string? id) => id is not null && people.TryGetValue(id, out var person) ? person : null;

    /// <summary>A chat by its conversation's id, which may name a thread in it.</summary>
    internal (Chat Chat, string? ThreadId)? Find(string conversationId)
    {
        var parts = conversationId.Split(";messageid=", 2);
        return chats.TryGetValue(parts[0], out var chat) ? (chat, parts.ElementAtOrDefault(1)) : null;
    }

    internal Chat ChatWith(ShownMessage message) =>
        chats.Values.FirstOrDefault(chat => chat.Find(message.Id) is not null)
        ?? throw new InvalidOperationException($"That message is gone: {message}");

    /// <summary>Delivers an activity to the bot and returns the body of its answer.</summary>
    /// <exception cref="InvalidOperationException">The bot did not answer with a success.</exception>
    internal async Task<string> PostAsync(JsonObject activity)
    {
        var bot = BotAddress ?? throw new InvalidOperationException("The bot's address is not set.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "api/messages"));
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("x-ms-conversation-id", activity.Object("conversation").Text("id"));
        request.Headers.Add("x-ms-tenant-id", TenantId);
        if (Bearer() is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? body
            : throw new InvalidOperationException($"The bot answered {(int)response.StatusCode} to {activity.ToJsonString()}: {body}\n{this}");
    }
}

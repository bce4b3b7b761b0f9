using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUpBot.Bot.Demo;

/// <summary>Someone who uses Teams. What they do reaches the bot as Teams would tell it, and returns when the bot has answered the request.</summary>
public sealed class Person
{
    private static readonly IReadOnlyDictionary<string, string> NothingTyped = new Dictionary<string, string>();

    private readonly TeamsStandIn teams;
    private JsonObject? lastActivity;

    internal Person(TeamsStandIn teams, string id, string aadObjectId, string tenantId, string name, string email, DateTimeZone zone, string locale)
    {
        this.teams = teams;
        (Id, AadObjectId, TenantId, Name, Email, Zone, Locale) = (id, aadObjectId, tenantId, name, email, zone, locale);
        Chat = new Chat(teams, $"a:{aadObjectId}", $"{name}'s chat", [this]);
    }

    /// <summary><c>29:…</c>: the id that this bot knows the person by.</summary>
    public string Id { get; }

    public string AadObjectId { get; }

    public string TenantId { get; }

    public string Name { get; }

    public string Email { get; }

    public DateTimeZone Zone { get; set; }

    public string Locale { get; set; }

    /// <summary>The personal chat with the bot.</summary>
    public Chat Chat { get; }

    /// <summary>Installs the app for oneself.</summary>
    public Task InstallsAsync() => InstallAsync(Chat);

    /// <summary>Installs the app in a channel's team, choosing that channel.</summary>
    public Task InstallsInAsync(Channel channel) => InstallAsync(channel);

    public Task RemovesAsync() => RemoveAsync(Chat);

    public Task RemovesFromAsync(Channel channel) => RemoveAsync(channel);

    /// <summary>Leaves a channel's team.</summary>
    /// <param name="isTold">Whether Teams tells the bot; it may not.</param>
    public Task LeavesAsync(Channel channel, bool isTold = true)
    {
        channel.Members = [.. channel.Members.Where(member => member != this)];
        return isTold ? SendAsync(new SentActivity(teams, this, channel).MemberRemoved()) : Task.CompletedTask;
    }

    /// <summary>Writes to the bot in the personal chat.</summary>
    public Task SaysAsync(string text) => SayAsync(Chat, text, thread: null);

    /// <summary>Writes to the bot in a channel, mentioning it; a new thread unless an older message is named.</summary>
    public Task MentionsBotInAsync(Channel channel, string text, ShownMessage? thread = null) => SayAsync(channel, text, thread);

    /// <summary>Presses a button of a card as it was looked at (it may be stale by now).</summary>
    /// <param name="typed">What is filled in before, by field id; other fields keep the values that the card shows.</param>
    /// <exception cref="InvalidOperationException">No such button or field, a required field is empty, or the bot answered what Teams does not take.</exception>
    public async Task<Pressed> PressAsync(ShownMessage message, string button, IReadOnlyDictionary<string, string>? typed = null)
    {
        var chat = teams.ChatWith(message);
        var card = new ShownCard(message.Card ?? throw new InvalidOperationException($"There is no card here: {message}"));
        var pressed = card.Button(button);
        var data = pressed.Press(typed ?? NothingTyped);
        var activity = new SentActivity(teams, this, chat);
        switch (pressed.Action.Text("type"))
        {
            case "Action.Execute":
                return await ExecuteAsync(chat, message, activity.Execute(pressed.Action, data, message));
            case "Action.Submit":
                await SendAsync(activity.Submit(data, message));
                return new Pressed(chat.Now(message) ?? message, 200, Said: null);
            default:
                throw new InvalidOperationException($"\"{button}\" is {pressed.Action.Text("type")}: it sends nothing to the bot.");
        }
    }

    /// <summary>Teams delivers this person's last activity once more, as it does when an answer was slow.</summary>
    /// <param name="newId">Under another id, as some repetitions come; null for the same.</param>
    /// <returns>The body of the bot's answer.</returns>
    public Task<string> LastActivityArrivesAgainAsync(string? newId = null)
    {
        var again = (lastActivity ?? throw new InvalidOperationException($"{Name} has done nothing yet.")).DeepClone().AsObject();
        return teams.PostAsync(newId is null ? again : again.With("id", newId));
    }

    /// <summary>Looks at a card that refreshes itself: Teams asks the bot for it, and shows this person what it answers (teams rule 53).</summary>
    public async Task<Pressed> LooksAtAsync(ShownMessage message)
    {
        var action = message.Card.Object("refresh").Object("action") ?? throw new InvalidOperationException($"This card does not refresh itself: {message}");
        var chat = teams.ChatWith(message);
        var invoke = new SentActivity(teams, this, chat).Execute(action, action.Object("data")?.DeepClone().AsObject() ?? [], message);
        invoke.Object("value")?.With("trigger", "automatic");
        return await ExecuteAsync(chat, message, invoke);
    }

    public override string ToString() => Name;

    private async Task InstallAsync(Chat chat)
    {
        chat.HasBot = true;
        var activity = new SentActivity(teams, this, chat);
        await SendAsync(activity.Installation("add"));
        await SendAsync(activity.BotAdded());
    }

    private async Task RemoveAsync(Chat chat)
    {
        chat.HasBot = false;
        await SendAsync(new SentActivity(teams, this, chat).Installation("remove"));
    }

    private async Task SayAsync(Chat chat, string text, ShownMessage? thread)
    {
        if (!chat.HasBot)
            throw new InvalidOperationException($"{TeamsStandIn.BotName} is not installed in {chat.Title}: nobody can write to it there.");
        var id = teams.NextId();
        var said = new ShownMessage { Id = id, ThreadId = chat is Channel ? thread?.ThreadId ?? id : null, From = Name, Text = text };
        chat.Add(said);
        var activity = new SentActivity(teams, this, chat);
        await SendAsync(chat is Channel ? activity.Mention(text, said) : activity.Message(text, said));
    }

    private Task<string> SendAsync(JsonObject activity)
    {
        lastActivity = activity;
        return teams.PostAsync(activity);
    }

    private async Task<Pressed> ExecuteAsync(Chat chat, ShownMessage message, JsonObject invoke)
    {
        var body = await SendAsync(invoke);
        try
        {
            return InvokeAnswer.Apply(JsonNode.Parse(body), chat, message);
        }
        catch (JsonException)
        {
            throw new InvalidOperationException($"The bot answered a button with what is not JSON: {body}");
        }
    }
}

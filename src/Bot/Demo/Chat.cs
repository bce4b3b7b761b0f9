using System.Text.Json.Nodes;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Bot.Demo;

/// <summary>A conversation as the people in it see it.</summary>
public class Chat
{
    private readonly TeamsStandIn teams;
    private readonly Lock gate = new();
    private readonly List<ShownMessage> messages = [];
    private readonly HashSet<string> seen = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Chat(TeamsStandIn teams, string id, string title, IReadOnlyList<Person> members) =>
        (this.teams, Id, Title, Members) = (teams, id, title, members);

    public string Id { get; }

    public string Title { get; }

    public IReadOnlyList<Person> Members { get; internal set; }

    /// <summary>The bot is installed here.</summary>
    public virtual bool HasBot { get; internal set; }

    /// <summary>In the order of their first appearance.</summary>
    public IReadOnlyList<ShownMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    public IReadOnlyList<ShownMessage> FromBot => [.. Messages.Where(message => message.IsFromBot)];

    /// <summary>The message as it stands now; null when it was deleted.</summary>
    public ShownMessage? Now(ShownMessage message) => Find(message.Id);

    /// <summary>The bot's first message that was not asked for yet; waits for it.</summary>
    /// <exception cref="TimeoutException">None came; the text tells what was seen instead.</exception>
    public Task<ShownMessage> NextMessageAsync() => NextAsync("a message from the bot", _ => true);

    /// <summary>As <see cref="NextMessageAsync"/>, passing over messages without a card.</summary>
    public Task<ShownMessage> NextCardAsync() => NextAsync("a card from the bot", message => message.Card is not null);

    /// <summary>Waits until the message was replaced since it was looked at, and returns it as it is then.</summary>
    public async Task<ShownMessage> EditOfAsync(ShownMessage message)
    {
        ShownMessage? found = null;
        await UntilAsync("an edit of the message", () => (found = Now(message)) is { } now && now.Edits > message.Edits);
        return found ?? message;
    }

    /// <summary>Waits until something holds in this chat.</summary>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
    public async Task UntilAsync(string what, Func<bool> holds)
    {
        using var waiting = new CancellationTokenSource(teams.Patience);
        for (var change = NextChange(); !holds(); change = NextChange())
        {
            try
            {
                await change.WaitAsync(waiting.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited {teams.Patience.TotalSeconds:0.##} s for {what}. {this}");
            }
        }
    }

    public override string ToString() => $"Seen in {Title}:\n{string.Join('\n', Messages)}".TrimEnd('\n');

    internal ShownMessage? Find(string messageId)
    {
        lock (gate)
            return messages.Find(message => message.Id == messageId);
    }

    internal void Add(ShownMessage message) => Change(() => messages.Add(message));

    internal ShownMessage Replace(string messageId, Func<ShownMessage, ShownMessage> change)
    {
        var replaced = default(ShownMessage);
        Change(() =>
        {
            var index = messages.FindIndex(message => message.Id == messageId);
            replaced = messages[index] = change(messages[index]);
        });
        return replaced ?? throw new InvalidOperationException("Nothing was replaced.");
    }

    internal void Remove(string messageId) => Change(() => messages.RemoveAll(message => message.Id == messageId));

    /// <summary>What an activity of the bot puts on the screen.</summary>
    internal static ShownMessage Content(JsonObject activity, ShownMessage over)
    {
        var card = activity.Objects("attachments").FirstOrDefault(attachment => attachment.Text("contentType") == Card.ContentType);
        return over with
        {
            Text = activity.Text("text"),
            Summary = activity.Text("summary"),
            Card = card.Object("content")?.DeepClone().AsObject(),
            Notice = null,
        };
    }

    private async Task<ShownMessage> NextAsync(string what, Func<ShownMessage, bool> matches)
    {
        ShownMessage? next = null;
        await UntilAsync(what, () => (next = TakeUnseen(matches)) is not null);
        return next ?? throw new InvalidOperationException("Nothing came.");
    }

    private ShownMessage? TakeUnseen(Func<ShownMessage, bool> matches)
    {
        lock (gate)
        {
            foreach (var message in messages.Where(message => message.IsFromBot && !seen.Contains(message.Id)))
            {
                seen.Add(message.Id);
                if (matches(message))
                    return message;
            }

            return null;
        }
    }

    private Task NextChange()
    {
        lock (gate)
            return changed.Task;
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            var before = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
        }
    }
}

using System.Text.RegularExpressions;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>The reps: they install the app, press buttons some time after they see a card, and press again when it did not work.</summary>
public sealed partial class Reps(World world, SharedTeams teams, IReadOnlyList<Server> servers)
{
    private const int MostPresses = 40;

    private static readonly Duration Patience = Duration.FromSeconds(15);

    private readonly Process process = new(world, "reps");
    private int answers;

    /// <summary>What a rep was shown as saved: the reminder and the reason that they gave.</summary>
    public HashSet<(string Chat, string Reminder, string Reason)> ShownSaved { get; } = [];

    /// <summary>The follow-ups that a rep came to by pressing on, such as the next of a list.</summary>
    public HashSet<(string Chat, string Reminder)> Seen { get; } = [];

    /// <summary>How often a rep may have asked to be asked again.</summary>
    public Dictionary<string, int> Postponed { get; } = [];

    public void Install(Player rep, string action)
    {
        process.Post(_ => _ = InstallAsync(rep, action), null);
    }

    /// <summary>Sees a card and does something about it, mostly.</summary>
    public void See(Post post)
    {
        if (Cast.All.FirstOrDefault(player => player.Chat == post.Conversation) is not { } rep || post.Reminders.Count == 0)
            return;
        if (world.Chance(0.1))
            world.In(world.Between(0.1, 5), () => process.Post(_ => _ = RefreshAsync(rep, post), null));
        if (!world.Chance(0.7))
            return;
        var wait = world.Chance(0.3) ? world.Between(0.2, 20) : world.Between(20, 9000);
        var kind = world.Random.Next(10);
        ActIn(wait, rep, post, kind);
        if (kind < 7 && world.Chance(0.4))
            ActIn(wait + OtherDevice(), rep, post, world.Chance(0.7) ? kind : world.Random.Next(10));
    }

    private void ActIn(Duration wait, Player rep, Post post, int kind)
    {
        var reason = $"stock audit {++answers}";
        world.In(wait, () => process.Post(_ => _ = ActAsync(rep, post, kind, reason), null));
    }

    /// <summary>How much later the rep's other device is pressed: with the first, while that is being stored, or when it seems slow.</summary>
    private Duration OtherDevice() => world.Random.Next(3) switch
    {
        0 => Duration.Zero,
        1 => world.Between(0.001, 0.05),
        _ => world.Between(0.5, 6),
    };

    private async Task InstallAsync(Player rep, string action)
    {
        world.Say($"{rep.Name}: {action}");
        if (action == "remove")
            teams.Closed.Add(rep.Chat);
        else
            teams.Closed.Remove(rep.Chat);
        var told = rep.Installation(action, world.Now);
        while (!(await CallAsync(told)).Ok)
            await process.DelayAsync(world.Between(5, 30));
    }

    private async Task RefreshAsync(Player rep, Post post)
    {
        if (Ids().Match(teams.CardOf(post.ActivityId)) is { Success: true } ids && !teams.Closed.Contains(rep.Chat))
            await CallAsync(rep.Press(post.ActivityId, "refresh", Values(ids), isAutomatic: true));
    }

    private async Task ActAsync(Player rep, Post post, int kind, string reason)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            if (teams.Closed.Contains(rep.Chat) || Ids().Match(teams.CardOf(post.ActivityId)) is not { Success: true } ids)
                return;
            var card = teams.CardOf(post.ActivityId);
            var values = Values(ids);
            if (Verb(card, kind) is not { } verb)
                return;
            Fill(values, verb, rep, reason);
            if (verb == Verbs.Later)
                Postponed[values[Fields.Reminder]] = Postponed.GetValueOrDefault(values[Fields.Reminder]) + 1;
            var (ok, answer) = await CallAsync(rep.Press(post.ActivityId, verb, values));
            if (answer is null)
            {
                if (ok)
                    return;
                await process.DelayAsync(world.Between(2, 30));
                continue;
            }

            teams.Show(post.ActivityId, answer);
            foreach (Match shown in Ids().Matches(answer))
                Seen.Add((rep.Chat, shown.Groups["reminder"].Value));
            if (verb == Verbs.Save && answer.Contains($"\"{reason}\"", StringComparison.Ordinal) && answer.Contains("Saved", StringComparison.Ordinal))
            {
                world.Say($"{rep.Name}: was shown {reason} as saved for {values[Fields.Reminder]}");
                ShownSaved.Add((rep.Chat, values[Fields.Reminder], reason));
            }
        }
    }

    /// <summary>The button that this rep would press on the card as it stands; null when there is none for them.</summary>
    private static string? Verb(string card, int kind)
    {
        if (Has(card, Verbs.Open))
            return kind < 9 ? Verbs.Open : null;
        if (!Has(card, Verbs.Save))
            return null;
        return kind switch { < 7 => Verbs.Save, 7 => Verbs.Later, 8 => Verbs.NotSales, _ => null };
    }

    private static bool Has(string card, string verb) => card.Contains($"\"verb\":\"{verb}\"", StringComparison.Ordinal);

    private void Fill(Dictionary<string, string> values, string verb, Player rep, string reason)
    {
        if (verb == Verbs.Later)
            values[Fields.Later] = LocalDateTimePattern.GeneralIso.Format((world.Now + Duration.FromHours(2)).InZone(rep.Zone).LocalDateTime);
        if (verb != Verbs.Save)
            return;
        values[Fields.Reason] = reason;
        values[Fields.Urgency] = "High";
        values[Fields.Driver] = "their audit";
        values[Fields.NextStep] = world.Chance(0.4) ? "none yet" : $"Demo on {LocalDatePattern.Iso.Format((world.Now + Duration.FromDays(14)).InZone(rep.Zone).Date)} at 15:00";
    }

    private async Task<(bool Ok, string? Card)> CallAsync(Activity activity)
    {
        var server = world.One(servers);
        var call = server.Process.CallAsync(process, () => server.Get<Turns>().HandleAsync(activity, server.Time.Now, CancellationToken.None));
        if (await Task.WhenAny(call, process.DelayAsync(Patience)) != call)
            return (false, null);
        try
        {
            var answer = await call;
            return (true, answer?.Shown?.ToString());
        }
        catch (StoreUnavailableException)
        {
            return (false, null);
        }
    }

    private static Dictionary<string, string> Values(Match ids) => new()
    {
        [Fields.Deal] = ids.Groups["deal"].Value,
        [Fields.Reminder] = ids.Groups["reminder"].Value,
        [Fields.Version] = ids.Groups["version"].Value,
    };

    [GeneratedRegex("\"deal\":\"(?<deal>[^\"]*)\",\"reminder\":\"(?<reminder>[^\"]*)\",\"version\":\"(?<version>[^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Ids();
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Demo;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Where a <see cref="Conversation"/> is played, line by line; what was heard otherwise than written is collected.</summary>
internal sealed partial class Stage(Office office)
{
    private static readonly LocalDateTimePattern Moment =
        LocalDateTimePattern.CreateWithInvariantCulture("d MMM HH:mm").WithTemplateValue(new LocalDateTime(2026, 1, 1, 0, 0));

    private readonly ShownMessage asItCame = office.Rosa.Chat.FromBot[^1];
    private int heard = office.Rosa.Chat.FromBot.Count;
    private ShownMessage lastForm = office.Rosa.Chat.FromBot[^1];
    private ShownMessage newest = office.Rosa.Chat.FromBot[^1];

    /// <summary>What a press brought, until a line says it.</summary>
    private (string Who, string Text)? pressed;

    public StringBuilder Told { get; } = new();

    public List<string> Wrong { get; } = [];

    public async Task PlayAsync(string line)
    {
        var (who, words) = line.Split(':', 2) is [var said, var rest] && said is "Rosa" or "Bot" or "Card" or "Now" ? (said, rest.Trim()) : ("--", line[2..].Trim());
        switch (who)
        {
            case "Bot" or "Card":
                Compare(Next(), (who, words));
                break;
            case "Now":
                Compare(("Now", Conversation.OneLine(First().CardText)), (who, words));
                break;
            default:
                Close();
                Told.AppendLine(line);
                await (who == "Rosa" ? office.Rosa.SaysAsync(words) : HappensAsync(words));
                break;
        }
    }

    /// <summary>Nothing more may have come than was heard.</summary>
    public void Close()
    {
        while (Next() is { } more)
        {
            Wrong.Add($"Not written down: {more.Text}");
            Tell(more);
        }
    }

    private void Compare((string Who, string Text)? found, (string Who, string Text) expected)
    {
        if (found != expected)
            Wrong.Add($"Expected: {expected}\nHeard:    {found?.ToString() ?? "nothing"}");
        Tell(found ?? (expected.Who, "(nothing)"));
        if (found?.Text.Contains('!', StringComparison.Ordinal) ?? false)
            Wrong.Add($"Too loud: {found}");
    }

    private void Tell((string Who, string Text) what) => Told.AppendLine($"{what.Who + ":",-5} {what.Text}");

    private (string Who, string Text)? Next()
    {
        if (pressed is { } answer)
        {
            pressed = null;
            return answer;
        }

        var messages = office.Rosa.Chat.FromBot;
        if (heard >= messages.Count)
            return null;
        var message = messages[heard++];
        newest = message.Card is null ? newest : message;
        lastForm = Seen(message).Text.Contains("[Save]", StringComparison.Ordinal) ? message : lastForm;
        return Seen(message);
    }

    private static (string Who, string Text) Seen(ShownMessage message) =>
        (message.Card is null ? "Bot" : "Card", Conversation.OneLine($"{message.Text} {message.CardText}"));

    private ShownMessage First()
    {
        var first = office.Rosa.Chat.FromBot.First(message => message.Card is not null);
        return office.Rosa.Chat.Now(first) ?? first;
    }

    private async Task HappensAsync(string what)
    {
        if (what == "restart")
            await office.RestartAsync();
        else if (Later().Match(what) is { Success: true } later)
            await RunAsync(office.Clock.GetCurrentInstant() + LengthOf(later));
        else if (what.StartsWith("at ", StringComparison.Ordinal))
            await RunAsync(MomentOf(what["at ".Length..]));
        else if (Press().Match(what) is { Success: true } press)
            await PressAsync(press.Groups["button"].Value, CardOf(press.Groups["which"].Value), press.Groups["form"].Value);
        else if (what.StartsWith("meeting ", StringComparison.Ordinal))
            await LogAsync(what["meeting ".Length..]);
        else if (what.StartsWith("deal ", StringComparison.Ordinal))
            await StandsAsync(what["deal ".Length..]);
        else
            throw new FormatException($"Nobody knows what happens here: {what}");
    }

    private static Duration LengthOf(Match later)
    {
        var count = int.Parse(later.Groups[1].Value, CultureInfo.InvariantCulture);
        return later.Groups[2].Value == "day" ? Duration.FromDays(count) : Duration.FromMinutes(count);
    }

    private Instant MomentOf(string text)
    {
        var moment = Moment.Parse(text).Value.InZoneStrictly(Berlin);
        return moment.ToInstant() > office.Clock.GetCurrentInstant() ? moment.ToInstant() : moment.LocalDateTime.PlusYears(1).InZoneStrictly(Berlin).ToInstant();
    }

    private ShownMessage CardOf(string which) => which switch
    {
        "" => office.Rosa.Chat.Now(newest) ?? newest,
        "first card" => First(),
        "last form as it came" => lastForm,
        _ => asItCame,
    };

    private async Task PressAsync(string button, ShownMessage card, string form)
    {
        var typed = form.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(field => field.Split('=', 2)).ToDictionary(field => field[0], field => field[1]);
        var answer = await office.Rosa.PressAsync(card, button, typed);
        newest = answer.Message;
        pressed = answer.Said is { } said ? ("Bot", Conversation.OneLine(said)) : Seen(newest);
    }

    private async Task LogAsync(string name)
    {
        var end = office.Clock.GetCurrentInstant();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
        {
            (meeting["id"], meeting["start"], meeting["end"]) = ($"m-{name}-{end.ToUnixTimeSeconds()}", (end - Duration.FromMinutes(30)).ToString(), end.ToString());
            meeting["deal"] = new JsonObject { ["id"] = IdOf(name), ["name"] = name };
            meeting["buyers"] = new JsonArray(new JsonObject { ["name"] = "Lars Holm", ["role"] = "workshop manager" });
        }));
    }

    private async Task StandsAsync(string what)
    {
        var (name, expected) = what.Split(": ", 2) is [var deal, var stands] ? (deal, stands.Trim()) : throw new FormatException(what);
        var followUp = (await office.DealAsync(IdOf(name)))?.FollowUp;
        var step = followUp?.NextStep?.Local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture) ?? "no step";
        var found = expected.Contains('|', StringComparison.Ordinal) ? $"{step} | {followUp?.Reason ?? "unknown"}" : step;
        if (found != expected)
            Wrong.Add($"Stored: {found}, expected: {expected}");
    }

    private static string IdOf(string name) => name.StartsWith("Contoso", StringComparison.Ordinal) ? "contoso" : name;

    private async Task RunAsync(Instant until)
    {
        var step = until - office.Clock.GetCurrentInstant() > Duration.FromHours(3) ? Duration.FromHours(1) : Duration.FromMinutes(1);
        while (office.Clock.GetCurrentInstant() < until)
            await office.Clock.AdvanceToAsync(Instant.Min(until, office.Clock.GetCurrentInstant() + step));
        await office.Clock.AdvanceAsync(Duration.FromSeconds(7));
    }

    [GeneratedRegex(@"^(\d+) (day|minute)s? later$", RegexOptions.None, 1000)]
    private static partial Regex Later();

    [GeneratedRegex("^press \"(?<button>[^\"]+)\"(?: on the (?<which>first card|last form as it came|card as it came))?(?<form>.*)$", RegexOptions.None, 1000)]
    private static partial Regex Press();
}

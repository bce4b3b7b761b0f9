using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Demo;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>
/// A whole conversation as it is read aloud, played with the real host. It begins on Tuesday, 1 December 2026, at 10:00 in Berlin: Rosa has just
/// been asked about her meeting with Dana Reed (CFO) of Contoso. A line is what Rosa says, what the bot says next ("…" stands for anything), what
/// its next card holds (parts joined by "…"), or what happens:
/// <code>
/// Rosa: they loved our demo
/// Bot:  Contoso renewal: "loved our demo" is good to hear, …
/// Card: 2 meetings to follow up … Answer: Contoso renewal
/// -- press "Save" reason=…; urgency=High      on the newest card, or: press "Save" on the first card
/// -- 7 days later, -- 20 minutes later, -- at 3 Dec 09:00
/// -- restart                                  a deploy in between
/// -- meeting Fabrikam pilot                   ended now; its card comes half an hour later
/// -- deal Contoso renewal: Fri 4 Dec 15:00    what is stored: the step, "no step", and optionally | reason
/// </code>
/// </summary>
internal static partial class Conversation
{
    public static async Task PlayAsync(string script, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        var stage = new Stage(office);
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await stage.PlayAsync(line);
        if (Environment.GetEnvironmentVariable("CONVERSATIONS") is { Length: > 0 } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), stage.Told.ToString());
        Assert.True(stage.Wrong.Count == 0, $"{string.Join('\n', stage.Wrong)}\n\n{stage.Told}");
    }

    private sealed class Stage(Office office)
    {
        private int heard = office.Rosa.Chat.FromBot.Count;
        private ShownMessage? newest = office.Rosa.Chat.FromBot.LastOrDefault(message => message.Card is not null);

        public StringBuilder Told { get; } = new();

        public List<string> Wrong { get; } = [];

        public async Task PlayAsync(string line)
        {
            var (who, words) = line.Split(':', 2) is [var said, var rest] && said is "Rosa" or "Bot" or "Card" ? (said, rest.Trim()) : ("--", line.TrimStart('-').Trim());
            switch (who)
            {
                case "Rosa":
                    Told.AppendLine(line);
                    await office.Rosa.SaysAsync(words);
                    break;
                case "Bot":
                    Hear(words, isCard: false);
                    break;
                case "Card":
                    Hear(words, isCard: true);
                    break;
                default:
                    Told.AppendLine(line);
                    await HappensAsync(words);
                    break;
            }
        }

        private void Hear(string expected, bool isCard)
        {
            var messages = office.Rosa.Chat.FromBot;
            if (heard >= messages.Count)
            {
                Wrong.Add($"Nothing came, expected: {expected}");
                Told.AppendLine(isCard ? "Card: (nothing)" : "Bot:  (nothing)");
                return;
            }

            var message = messages[heard++];
            newest = message.Card is not null ? message : newest;
            var isShown = isCard ? message.Card is not null : message.Text is { Length: > 0 };
            var text = OneLine(isCard ? message.CardText : message.Text ?? message.CardText);
            Told.AppendLine((message.Text is null ? "Card: " : "Bot:  ") + text);
            if (!isShown || !Fits(text, expected, isCard))
                Wrong.Add($"Expected: {expected}\nHeard:    {text}");
            if (text.Contains('!', StringComparison.Ordinal))
                Wrong.Add($"Too loud: {text}");
        }

        private static bool Fits(string text, string expected, bool isCard)
        {
            var pattern = string.Join(".*", expected.Split('…').Select(part => Regex.Escape(part.Trim())));
            return Regex.IsMatch(text, isCard ? pattern : $"^{pattern}$", RegexOptions.Singleline);
        }

        private static string OneLine(string text) => Blank().Replace(text.Replace("─", "", StringComparison.Ordinal), " ").Trim();

        private async Task HappensAsync(string what)
        {
            if (what == "restart")
                await office.RestartAsync();
            else if (Later().Match(what) is { Success: true } later)
                await RunAsync(office.Clock.GetCurrentInstant() + LengthOf(later));
            else if (Moment().Match(what) is { Success: true } moment)
                await RunAsync(MomentOf(moment));
            else if (Press().Match(what) is { Success: true } press)
                await PressAsync(press.Groups["button"].Value, press.Groups["first"].Success, press.Groups["form"].Value);
            else if (what.StartsWith("meeting ", StringComparison.Ordinal))
                await LogAsync(what["meeting ".Length..]);
            else
                await StandsAsync(what["deal ".Length..]);
        }

        private static Duration LengthOf(Match later)
        {
            var count = int.Parse(later.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            return later.Groups[2].Value == "day" ? Duration.FromDays(count) : Duration.FromMinutes(count);
        }

        private static Instant MomentOf(Match moment)
        {
            var (day, hour, minute) = (Number(1), Number(2), Number(3));
            return At(Berlin, 2026, 12, day, hour, minute);

            int Number(int group) => int.Parse(moment.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        private async Task PressAsync(string button, bool onFirst, string form)
        {
            var card = onFirst ? office.Rosa.Chat.FromBot.First(message => message.Card is not null) : newest ?? throw new InvalidOperationException("No card.");
            var typed = form.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(field => field.Split('=', 2)).ToDictionary(field => field[0], field => field[1]);
            newest = (await office.Rosa.PressAsync(office.Rosa.Chat.Now(card) ?? card, button, typed)).Message;
            Told.AppendLine($"   {OneLine(newest.CardText)}");
        }

        private async Task LogAsync(string name)
        {
            var end = office.Clock.GetCurrentInstant();
            await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
            {
                (meeting["id"], meeting["start"], meeting["end"]) = ($"m-{name}-{end.ToUnixTimeSeconds()}", (end - Duration.FromMinutes(30)).ToString(), end.ToString());
                meeting["deal"] = new JsonObject { ["id"] = name.StartsWith("Contoso", StringComparison.Ordinal) ? "contoso" : name, ["name"] = name };
                meeting["buyers"] = new JsonArray(new JsonObject { ["name"] = "Lars Holm", ["role"] = "workshop manager" });
            }));
        }

        private async Task StandsAsync(string what)
        {
            var (name, expected) = what.Split(": ", 2) is [var deal, var stands] ? (deal, stands.Trim()) : throw new FormatException(what);
            var followUp = (await office.DealAsync(name.StartsWith("Contoso", StringComparison.Ordinal) ? "contoso" : name))?.FollowUp;
            var step = followUp?.NextStep?.Local.ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "no step";
            var found = expected.Contains('|', StringComparison.Ordinal) ? $"{step} | {followUp?.Reason ?? "unknown"}" : step;
            if (found != expected)
                Wrong.Add($"Stored: {found}, expected: {expected}");
        }

        private async Task RunAsync(Instant until)
        {
            var step = until - office.Clock.GetCurrentInstant() > Duration.FromHours(3) ? Duration.FromHours(1) : Duration.FromMinutes(1);
            while (office.Clock.GetCurrentInstant() < until)
                await office.Clock.AdvanceToAsync(Instant.Min(until, office.Clock.GetCurrentInstant() + step));
            await office.Clock.AdvanceAsync(Duration.FromSeconds(7));
        }
    }

    [GeneratedRegex(@"^(\d+) (day|minute)s? later$", RegexOptions.None, 1000)]
    private static partial Regex Later();

    [GeneratedRegex(@"^at (\d+) Dec (\d\d):(\d\d)$", RegexOptions.None, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex("^press \"(?<button>[^\"]+)\"(?<first> on the first card)?(?<form>.*)$", RegexOptions.None, 1000)]
    private static partial Regex Press();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}

using System.Text.RegularExpressions;
using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Dialogs;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>"preview week" is what then happens.</summary>
public sealed partial class PreviewTests
{
    [Fact]
    [Trait("row", "DIGEST-PREVIEW")]
    [Trait("store", "sqlite")]
    public async Task A_preview_is_what_the_week_then_brings_line_by_line_and_looking_writes_and_sends_nothing()
    {
        await using var office = await BusyAsync();
        var before = await office.EverythingAsync();
        var shown = office.Channel.FromBot.Count + office.Rosa.Chat.FromBot.Count + office.Nick.Chat.FromBot.Count;

        var printed = await PrintedAsync(office, "2026-W50");

        Assert.Equal(before, await office.EverythingAsync());
        Assert.Equal(shown, office.Channel.FromBot.Count + office.Rosa.Chat.FromBot.Count + office.Nick.Chat.FromBot.Count);
        var foreseen = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(line => !line.Contains("not sent", StringComparison.Ordinal)).ToList();
        Assert.Equal(foreseen, await LiveAsync(office, MomentsOf(foreseen)));
        Assert.Contains(foreseen, line => line.StartsWith("Mon 7 Dec, 08:00 CET (Europe/Berlin) · to the channel Pipeline: 2 deals need a hand this week", StringComparison.Ordinal));
        Assert.Contains(foreseen, line => line.Contains("(Europe/Berlin) · to Rosa Keller:", StringComparison.Ordinal));
        Assert.Contains(foreseen, line => line.StartsWith("Mon 7 Dec, 09:00 EST (America/New_York) · to Nick Bell:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_left_out_is_told_with_its_reason()
    {
        await using var office = await BusyAsync();
        var stranger = office.Teams.Person("Ute Frei", "ute@contoso.example", "Europe/Berlin");
        await office.Crm.LogsAsync(Meeting(5, stranger.Email, "2026-12-07T10:00:00+01:00"));
        await office.Crm.PutsDealAsync("deal-1", Lost("deal-1", office.Rosa.Email));
        await office.Crm.PutsDealAsync("contoso", Lost("contoso", office.Rosa.Email));

        var printed = await PrintedAsync(office, "2026-W50");

        Assert.Contains("to ute@contoso.example · not sent: The rep has not installed the app.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("to the channel Pipeline: ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_week_says_why_no_card_comes()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");

        await office.Mona.MentionsBotInAsync(office.Channel, "preview next week");

        Assert.Contains("Mon 7 Dec, 08:00 CET (Europe/Berlin) · to the channel Pipeline · not sent: No deal was stalled.", office.Channel.FromBot[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC6")]
    public async Task A_manager_sees_the_own_channels_in_chat_and_in_the_channel_no_words_that_are_meant_for_one_person()
    {
        await using var office = await BusyAsync();
        await office.Mona.InstallsAsync();
        await office.Mona.SaysAsync("preview next week");
        Assert.Contains("to Rosa Keller: ", office.Mona.Chat.FromBot[^1].Text, StringComparison.Ordinal);

        await office.Mona.MentionsBotInAsync(office.Channel, "preview 2026-W50");
        var open = office.Channel.FromBot[^1].Text;
        Assert.Contains("to the channel Pipeline: 2 deals", open, StringComparison.Ordinal);
        Assert.Contains("to Rosa Keller\n", open + "\n", StringComparison.Ordinal);
        Assert.DoesNotContain("to Rosa Keller: ", open, StringComparison.Ordinal);

        await office.Nick.SaysAsync("preview week");
        Assert.Equal(PreviewWords.Refused, office.Nick.Chat.FromBot[^1].Text);
        await office.Nick.MentionsBotInAsync(office.Channel, "preview week");
        Assert.Equal(Replies.DigestRefused, office.Channel.FromBot[^1].Text);
        await office.Mona.SaysAsync("preview 2026-W01");
        Assert.Equal(PreviewWords.Past, office.Mona.Chat.FromBot[^1].Text);
        await office.Mona.SaysAsync("preview 2030-W01");
        Assert.Equal(PreviewWords.TooFar, office.Mona.Chat.FromBot[^1].Text);
    }

    /// <summary>A weekly card for two deals, and reminders that wait for Monday in two zones and for the middle of the week.</summary>
    private static async Task<Office> BusyAsync()
    {
        var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Rosa.InstallsAsync();
        await office.Nick.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Crm.LogsAsync(Meeting(1, office.Rosa.Email, "2026-12-01T09:50:00+01:00"));
        await office.Crm.LogsAsync(Meeting(2, office.Nick.Email, "2026-12-05T12:00:00+01:00"));
        await office.Crm.LogsAsync(Meeting(3, office.Rosa.Email, "2026-12-09T12:00:00+01:00"));
        await office.Crm.LogsAsync(Meeting(4, office.Rosa.Email, "2026-12-11T18:00:00+01:00"));
        await office.MoveToAsync(Berlin, 2026, 12, 4, 15, 0);
        return office;
    }

    private static System.Text.Json.Nodes.JsonObject Meeting(int number, string rep, string end) => Crm.Meeting(rep, meeting =>
    {
        meeting["id"] = $"m-{number}0";
        meeting["start"] = $"{end[..11]}06:00:00+01:00";
        meeting["end"] = end;
        meeting["deal"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"deal-{number}", ["name"] = $"Deal {number}" };
    });

    private static System.Text.Json.Nodes.JsonObject Lost(string id, string owner) => new() { ["id"] = id, ["name"] = id, ["owner"] = owner, ["status"] = "lost", ["revision"] = 9 };

    private static async Task<string> PrintedAsync(Office office, string week)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var arguments = new[] { "--week", week, "--environment", "Development" }.Concat(office.Arguments).ToArray();
        Assert.Equal(0, await PreviewCommand.RunAsync(arguments, output, error, office.Clock));
        Assert.Equal("", error.ToString());
        return output.ToString();
    }

    private static IEnumerable<Instant> MomentsOf(IEnumerable<string> lines)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm");
        foreach (var match in lines.Select(line => Moment().Match(line)))
        {
            Assert.True(match.Success);
            yield return pattern.Parse($"{match.Groups["day"].Value} 2026, {match.Groups["time"].Value}").Value
                .InZoneStrictly(DateTimeZoneProviders.Tzdb[match.Groups["zone"].Value]).ToInstant();
        }
    }

    /// <summary>Lives through the week minute by minute around what is foreseen, and tells what came as the preview tells it.</summary>
    private static async Task<IReadOnlyList<string>> LiveAsync(Office office, IEnumerable<Instant> moments)
    {
        var (told, seen) = (new List<string>(), new HashSet<string>());
        await office.MoveToAsync(Berlin, 2026, 12, 7, 0, 0); // what comes before the week is not of the week
        Note(office, told, seen, at: null);
        foreach (var moment in moments.Distinct().Order())
        {
            await office.Clock.AdvanceToAsync(moment - Duration.FromSeconds(1));
            Note(office, told, seen, moment - Duration.FromMinutes(1)); // nothing comes in between
            await office.Clock.AdvanceToAsync(moment + Duration.FromSeconds(2));
            Note(office, told, seen, moment);
        }

        await office.MoveToAsync(Berlin, 2026, 12, 13, 23, 50);
        Note(office, told, seen, office.Clock.GetCurrentInstant());
        return told;
    }

    private static void Note(Office office, List<string> told, HashSet<string> seen, Instant? at)
    {
        (Chat Chat, string To, DateTimeZone Zone)[] chats =
            [(office.Channel, "the channel Pipeline", Berlin), (office.Nick.Chat, "Nick Bell", NewYork), (office.Rosa.Chat, "Rosa Keller", Berlin), (office.Mona.Chat, "Mona Lang", Berlin)];
        var fresh = from chat in chats
                    from message in chat.Chat.FromBot
                    where seen.Add(message.Id) && at is not null
                    let moment = (at ?? default).InZone(chat.Zone)
                    orderby chat.To
                    select $"{Spoken.ShortMoment(moment)} ({chat.Zone.Id}) · to {chat.To}: {message.Summary ?? message.Text}";
        told.AddRange(fresh);
    }

    [GeneratedRegex(@"^(?<day>\w{3} \d+ \w{3}), (?<time>\d\d:\d\d) \S+ \((?<zone>[^)]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}

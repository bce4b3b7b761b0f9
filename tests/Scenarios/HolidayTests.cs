using FollowUpBot.Bot.Host;
using Microsoft.AspNetCore.Builder;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class HolidayTests
{
    [Fact]
    public async Task A_rep_is_not_asked_on_a_holiday_of_their_language_and_what_they_say_of_it_counts()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();

        var christmas = await office.Crm.LogsAsync(Ending(1, "2026-12-25T10:00:00+01:00"));
        Assert.Equal(At(Berlin, 2026, 12, 29, 9, 0), christmas.ReminderDue); // 25th, weekend, and the 28th in place of Boxing Day

        await office.Rosa.SaysAsync("holidays DE");
        Assert.Contains("public holidays of Germany for you; the next is Christmas Day, Fri 25 Dec 2026", office.Rosa.Chat.FromBot[^1].Text, StringComparison.Ordinal);
        await office.RestartAsync(); // plans are made by a calendar of at most a quarter of an hour ago
        Assert.Equal(At(Berlin, 2026, 12, 28, 9, 0), (await office.Crm.LogsAsync(Ending(2, "2026-12-25T10:00:00+01:00"))).ReminderDue);

        await office.Rosa.SaysAsync("holidays none");
        await office.RestartAsync();
        Assert.Equal(At(Berlin, 2026, 12, 25, 10, 30), (await office.Crm.LogsAsync(Ending(3, "2026-12-25T10:00:00+01:00"))).ReminderDue);
        await office.Rosa.SaysAsync("holidays Atlantis");
        Assert.StartsWith("I have no holidays of ATLANTIS. I know AU,", office.Rosa.Chat.FromBot[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holiday_makes_no_deal_older_and_no_slot_is_offered_on_it()
    {
        await using var office = await OpenAsync(("Holidays:Path", await FileAsync("GB, 2026-12-02, Day of the test\n")));
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));

        var vague = await office.Rosa.PressAsync(
            await office.Rosa.Chat.NextCardAsync(), "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High", ["nextStep"] = "this week" });
        Assert.DoesNotContain("Wed 2 Dec", vague.Message.CardText, StringComparison.Ordinal);

        await office.MoveToAsync(Berlin, 2026, 12, 2, 12, 0);
        await office.Mona.MentionsBotInAsync(office.Channel, "why Contoso");
        Assert.DoesNotContain("R1,", office.Channel.FromBot[^1].Text, StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2026, 12, 3, 12, 0);
        await office.Mona.MentionsBotInAsync(office.Channel, "why Contoso");
        Assert.Contains("(R1)", office.Channel.FromBot[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_holiday_file_stops_the_start_with_its_line_and_one_that_is_missing_too()
    {
        var path = await FileAsync("DE, 2026-12-25, Christmas\nDE, soon, Easter\n");

        Assert.Contains($"Holidays:Path {path}, line 2: 'soon' is no date such as 2026-12-25", Assert.Single(Mistakes(path)), StringComparison.Ordinal);
        Assert.Contains("Holidays:Path /nowhere/days.txt cannot be read", Assert.Single(Mistakes("/nowhere/days.txt")), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Mistakes(string path)
    {
        var builder = WebApplication.CreateSlimBuilder(["--environment", "Development", $"--Holidays:Path={path}"]);
        builder.AddFollowUpBot();
        using var app = builder.Build();
        return ConfigurationMistakes.Of(app.Services);
    }

    private static async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("holidays-").FullName, "days.txt");
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static System.Text.Json.Nodes.JsonObject Ending(int number, string end) => Crm.Meeting("rosa@contoso.example", meeting =>
    {
        meeting["id"] = $"m-{number}";
        meeting["end"] = end;
        meeting["start"] = "2026-12-25T09:00:00+01:00";
        meeting["deal"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"deal-{number}", ["name"] = $"Deal {number}" };
    });
}

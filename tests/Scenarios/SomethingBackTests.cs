using FollowUpBot.Bot.Demo;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Tests.Bot.Appointments;
using FollowUpBot.Tests.Teams;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What a rep gets back at once for a firm step.</summary>
public sealed class SomethingBackTests
{
    private const string Reason = "Job sheets get lost every week, so drivers go twice";

    private static readonly (string, string) Address = ("Links:Address", "https://followupbot.contoso.example");

    private static readonly Dictionary<string, string> Firm = new()
    {
        ["reason"] = Reason,
        ["urgency"] = "High",
        ["nextStep"] = "Demo with Dana, Tuesday at 3",
    };

    [Fact]
    [Trait("row", "S001.11")]
    [Trait("row", "SEC21")]
    public async Task A_firm_step_comes_back_as_a_calendar_file_that_names_no_reason()
    {
        await using var office = await OpenAsync(Address);
        var saved = (await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", Firm)).Message;

        using var answer = await office.AsksForAsync(PathOf(saved, "Add to calendar"));
        var text = await answer.Content.ReadAsStringAsync();
        var file = new ReadCalendar(text);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("attachment; filename=\"appointment.ics\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("20261208T150000", file.ValueOf("DTSTART"));
        Assert.Equal(At(Berlin, 2026, 12, 8, 15, 0), file.StartByItsOwnZone());
        Assert.Equal("Demo with Dana (Contoso renewal)", file.ValueOf("SUMMARY"));
        Assert.DoesNotContain(Reason[..8], text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("contoso", PathOf(saved, "Add to calendar"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_changed_step_keeps_its_id_in_the_calendar_and_counts_up()
    {
        await using var office = await OpenAsync(Address);
        var first = (await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", Firm)).Message;
        var before = await FileAsync(office, first);

        var changing = (await office.Rosa.PressAsync(first, "Change")).Message;
        Assert.Equal(404, (int)(await office.AsksForAsync(PathOf(first, "Add to calendar"))).StatusCode);
        var second = (await office.Rosa.PressAsync(changing, "Save", new Dictionary<string, string>(Firm) { ["nextStep"] = "Demo with Dana, Thursday at 4" })).Message;
        var after = await FileAsync(office, second);

        Assert.Equal(before.ValueOf("UID"), after.ValueOf("UID"));
        Assert.True(int.Parse(after.ValueOf("SEQUENCE"), null) > int.Parse(before.ValueOf("SEQUENCE"), null));
        Assert.Equal("20261203T160000", after.ValueOf("DTSTART"));
        Assert.Equal("20261203T160000", (await FileAsync(office, first)).ValueOf("DTSTART")); // the old link shows what stands now
    }

    [Fact]
    [Trait("row", "SEC21")]
    public async Task The_link_ends_after_seven_days_and_everything_wrong_is_not_there()
    {
        await using var office = await OpenAsync(Address);
        var saved = (await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", new Dictionary<string, string>(Firm) { ["nextStep"] = "Demo with Dana, 15 December at 3pm" })).Message;
        var path = PathOf(saved, "Add to calendar");

        foreach (var wrong in (string[])[path[..^1], path + "x", path.Replace("calendar/", "calendar/A", StringComparison.Ordinal), "/calendar/contoso", "/calendar/%2e%2e"])
            Assert.Equal(404, (int)(await office.AsksForAsync(wrong)).StatusCode);
        Assert.Equal(405, (int)(await office.AsksForAsync(path, HttpMethod.Post)).StatusCode);
        await office.Clock.AdvanceAsync(Duration.FromDays(7) - Duration.FromMinutes(1));
        Assert.Equal(200, (int)(await office.AsksForAsync(path)).StatusCode);
        await office.Clock.AdvanceAsync(Duration.FromMinutes(2));
        Assert.Equal(404, (int)(await office.AsksForAsync(path)).StatusCode);
    }

    [Fact]
    [Trait("row", "SEC21")]
    public async Task The_file_of_a_closed_deal_is_gone()
    {
        await using var office = await OpenAsync(Address);
        var saved = (await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", Firm)).Message;
        var closed = await office.Crm.PutsDealAsync("contoso", new() { ["id"] = "contoso", ["revision"] = 5, ["name"] = "Contoso renewal", ["owner"] = office.Rosa.Email, ["status"] = "lost" });
        Assert.Equal(202, closed.Status);

        Assert.Equal(404, (int)(await office.AsksForAsync(PathOf(saved, "Add to calendar"))).StatusCode);
    }

    [Fact]
    [Trait("row", "SEC26")]
    public async Task Whoever_loads_files_too_often_is_held_back()
    {
        await using var office = await OpenAsync(Address);
        var statuses = new List<int>();
        for (var n = 0; n < 70; n++)
            statuses.Add((int)(await office.AsksForAsync("/calendar/guess")).StatusCode);

        Assert.Equal([.. Enumerable.Repeat(404, 60), .. Enumerable.Repeat(429, 10)], statuses);
    }

    [Fact]
    public async Task Without_a_public_address_no_file_is_offered_and_the_rest_is()
    {
        await using var office = await OpenAsync();
        var saved = (await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", Firm)).Message;

        Assert.DoesNotContain("Add to calendar", saved.Buttons);
        Assert.Contains("New Teams meeting", saved.Buttons);
    }

    [Fact]
    [Trait("row", "SEC21")]
    public async Task A_Teams_meeting_opens_filled_in_with_whom_the_CRM_gave_an_address()
    {
        await using var office = await OpenAsync(Address);
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email, meeting => meeting["buyers"]![0]!["email"] = "Dana@fabrikam.example"));
        await office.Rosa.SaysAsync($"{Reason}. Urgent. Demo with Dana, Friday at 3");
        var saved = await office.Rosa.Chat.NextCardAsync();
        saved = saved.Buttons.Contains("New Teams meeting") ? saved : await office.Rosa.Chat.NextCardAsync();

        var link = new Uri(UrlOf(saved, "New Teams meeting"));
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Query);

        Assert.StartsWith("Saved. Next step with Contoso renewal, firm", saved.Text, StringComparison.Ordinal);
        Assert.Equal("teams.microsoft.com", link.Host);
        Assert.Equal(("Demo with Dana (Contoso renewal)", "2026-12-04T15:00:00+01:00", "dana@fabrikam.example"), (asked["subject"].ToString(), asked["startTime"].ToString(), asked["attendees"].ToString()));
        Assert.DoesNotContain("drivers", link.Query, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "S000.10")]
    public async Task A_draft_is_one_press_away_and_opens_in_Outlook_when_the_address_is_known()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email, meeting => meeting["buyers"]![0]!["email"] = "dana@fabrikam.example"));
        var saved = (await office.Rosa.PressAsync(await office.Rosa.Chat.NextCardAsync(), "Save", Firm)).Message;
        var before = (await office.ReminderAsync("contoso", "m-1"))?.Version;

        var drafted = (await office.Rosa.PressAsync(saved, "Draft a follow-up")).Message;

        Assert.Contains(Reason, drafted.Card?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.Contains("Could you bring one real example of it to our appointment on Tue 8 Dec, 15:00?", drafted.Card?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.StartsWith("https://outlook.office.com/mail/deeplink/compose?to=dana%40fabrikam.example&subject=", UrlOf(drafted, "Open in Outlook"), StringComparison.Ordinal);
        Assert.Equal(before, (await office.ReminderAsync("contoso", "m-1"))?.Version);
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null); // nothing was sent to anybody
    }

    [Fact]
    [Trait("row", "S000.10")]
    [Trait("row", "S003.7")]
    public async Task A_draft_and_what_to_know_can_be_had_in_words()
    {
        await using var office = await OpenAsync();
        await office.Rosa.PressAsync(await FollowUpByCardTests.RemindedAsync(office), "Save", Firm);

        await office.Rosa.SaysAsync("draft Contoso");
        var draft = (await office.Rosa.Chat.NextMessageAsync()).Text ?? "";
        await office.Rosa.SaysAsync("prep Contoso");
        var prep = (await office.Rosa.Chat.NextCardAsync()).Card?.ToJsonString() ?? "";
        await office.Rosa.SaysAsync("prep Fabrikam");
        var unknown = (await office.Rosa.Chat.NextMessageAsync()).Text ?? "";

        Assert.Contains($"Hi Dana,\n\nWhat stayed with me from our talk, in your words: {Reason}.", draft, StringComparison.Ordinal);
        Assert.Empty(ContactCheck.Read(draft[(draft.IndexOf("Hi Dana", StringComparison.Ordinal))..]));
        Assert.All((string[])["Tue 8 Dec 2026, 15:00 CET with Dana", Reason, "High", "Demo with Dana", AppointmentWords.AskAtTheEnd(FollowUpBot.Deals.StepKind.CustomDemo)], line => Assert.Contains(line, prep, StringComparison.Ordinal));
        Assert.Equal(WhyWords.NoSuchDeal("Fabrikam"), unknown);
    }

    [Fact]
    public async Task Words_that_begin_like_prep_are_the_next_step_while_one_is_waited_for()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        foreach (var said in (string[])[Reason, "high", "Prep call with Dana, Friday at 3"])
            await office.Rosa.SaysAsync(said);

        Assert.Equal(new LocalDateTime(2026, 12, 4, 15, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    private static async Task<ReadCalendar> FileAsync(Office office, ShownMessage card) =>
        new(await (await office.AsksForAsync(PathOf(card, "Add to calendar"))).Content.ReadAsStringAsync());

    private static string PathOf(ShownMessage card, string button)
    {
        var link = new Uri(UrlOf(card, button));
        Assert.Equal("https://followupbot.contoso.example", link.GetLeftPart(UriPartial.Authority));
        return link.AbsolutePath;
    }

    private static string UrlOf(ShownMessage card, string button) =>
        (string?)Assert.Single(CardCheck.Objects(card.Card), it => (string?)it["type"] == "Action.OpenUrl" && (string?)it["title"] == button)["url"] ?? "";
}

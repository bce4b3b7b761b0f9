using System.Text.Json.Nodes;
using FollowUpBot.Deals;
using NodaTime;
using Xunit.Abstractions;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Whole conversations after a meeting with Dana, written out as they are read aloud.</summary>
public sealed class TalkTests(ITestOutputHelper output)
{
    private const string Reason = "Job sheets get lost every week, so drivers go twice";
    private static readonly LocalDateTime FridayAtThree = new(2026, 12, 4, 15, 0);

    [Fact]
    public async Task One_sentence_gives_all_three_and_the_deal_is_done_in_one_turn()
    {
        await using var office = await RemindedAsync();

        var saved = await SaysAsync(office, "They want out of spreadsheets before the April audit, pretty urgent. Demo with Dana (CFO) Fri at 3");

        Assert.Equal("Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say \"undo\" to take it back.", saved);
        var followUp = await FollowUpAsync(office);
        Assert.Equal(("They want out of spreadsheets before the April audit", ReasonQuality.Buyer), (followUp?.Reason, followUp?.Quality));
        Assert.Equal((UrgencyLevel.High, FridayAtThree, "Dana"), (followUp?.Urgency.Level, followUp?.NextStep?.Local, followUp?.NextStep?.With));
    }

    [Fact]
    public async Task Reason_and_step_in_one_message_leave_one_question()
    {
        await using var office = await RemindedAsync();

        Assert.StartsWith("Contoso renewal: how urgent is it to them", await SaysAsync(office, $"{Reason}. Demo with Dana Friday at 3."), StringComparison.Ordinal);
        Assert.StartsWith("Saved.", await SaysAsync(office, "very, their audit is on 15 April"), StringComparison.Ordinal);

        var followUp = await FollowUpAsync(office);
        Assert.Equal((Reason, FridayAtThree, new LocalDate(2027, 4, 15)), (followUp?.Reason, followUp?.NextStep?.Local, followUp?.NeededBy));
    }

    [Fact]
    public async Task Reason_and_urgency_in_one_message_leave_the_step()
    {
        await using var office = await RemindedAsync();

        Assert.StartsWith("Contoso renewal: what is the next step", await SaysAsync(office, $"{Reason}. I think it's urgent."), StringComparison.Ordinal);
        await SaysAsync(office, "Friday at 3");

        var followUp = await FollowUpAsync(office);
        Assert.Equal((UrgencyLevel.High, UrgencySource.Guess), (followUp?.Urgency.Level, followUp?.UrgencyFrom));
        Assert.Contains("(your guess)", await CardAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vague_step_in_one_message_is_offered_two_slots_when_the_rest_is_in()
    {
        await using var office = await RemindedAsync();

        await SaysAsync(office, $"{Reason}. I think it's urgent. Demo with Dana early next week");
        var slots = (await office.ReminderAsync("contoso", "m-1"))?.Interview.Slots ?? [];
        Assert.Equal(2, slots.Count);
        await SaysAsync(office, "the second");

        Assert.Equal(slots[1], (await FollowUpAsync(office))?.NextStep?.Local);
    }

    [Fact]
    public async Task A_sellers_reason_is_asked_about_once_and_the_buyers_takes_its_place()
    {
        await using var office = await RemindedAsync();

        var asked = await SaysAsync(office, "they loved our demo");
        Assert.Contains("\"loved our demo\" is good to hear, and it is about us. Whose reason is that? What changes for Dana if they have it?", asked, StringComparison.Ordinal);
        Assert.StartsWith("Contoso renewal: how urgent", await SaysAsync(office, Reason), StringComparison.Ordinal);
        await SaysAsync(office, "high");
        Assert.Contains(", firm: ", await SaysAsync(office, "Demo with Dana, Friday at 3"), StringComparison.Ordinal);

        Assert.Equal((Reason, ReasonQuality.Strong), ((await FollowUpAsync(office))?.Reason, (await FollowUpAsync(office))?.Quality));
    }

    [Fact]
    public async Task A_second_weak_reason_is_taken_and_the_firm_date_shows_as_hope()
    {
        await using var office = await RemindedAsync();

        await SaysAsync(office, "more efficiency");
        Assert.StartsWith("Contoso renewal: how urgent", await SaysAsync(office, "they loved our demo"), StringComparison.Ordinal);
        await SaysAsync(office, "high");
        var saved = await SaysAsync(office, "Demo with Dana, Friday at 3");

        Assert.Contains("hope so far: Fri 4 Dec 2026, 15:00 CET with Dana, a demo.", saved, StringComparison.Ordinal);
        Assert.Equal(ReasonQuality.Seller, (await FollowUpAsync(office))?.Quality);
        var card = await CardAsync(office);
        Assert.Contains("Saved: a firm next step, on hope so far", card, StringComparison.Ordinal);
        Assert.Contains("Dana, what would change for you with this in place?", card, StringComparison.Ordinal);
        Assert.Contains("Fri 4 Dec, 15:00, hope so far", await SaysAsync(office, "my deals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_honest_dont_know_is_kept_as_unknown_and_gets_a_question_for_next_time()
    {
        await using var office = await RemindedAsync();

        var told = await SaysAsync(office, "don't know");
        Assert.StartsWith("Fine, noted as not known. To ask next time: \"Dana, what would change for you with this in place?\" Contoso renewal: how urgent", told, StringComparison.Ordinal);
        await SaysAsync(office, "no idea");
        await SaysAsync(office, "none");

        var followUp = await FollowUpAsync(office);
        Assert.Equal((null, ReasonQuality.Unknown, UrgencyLevel.Unknown), (followUp?.Reason, followUp?.Quality, followUp?.Urgency.Level));
    }

    [Fact]
    public async Task Dont_know_after_the_second_question_is_fine_too()
    {
        await using var office = await RemindedAsync();

        await SaysAsync(office, "they loved our demo");
        Assert.StartsWith("Fine, noted as not known.", await SaysAsync(office, "don't know"), StringComparison.Ordinal);
        await SaysAsync(office, "high");
        await SaysAsync(office, "Friday at 3");

        Assert.Equal((null, true), ((await FollowUpAsync(office))?.Reason, (await FollowUpAsync(office))?.IsHope));
    }

    [Fact]
    public async Task Our_own_quarter_is_no_urgency_and_one_line_says_why()
    {
        await using var office = await RemindedAsync();

        await SaysAsync(office, Reason);
        var told = await SaysAsync(office, "high, our quarter ends in December");
        Assert.StartsWith("That date is ours, not theirs, so the urgency is noted as not known.", told, StringComparison.Ordinal);
        await SaysAsync(office, "Friday at 3");

        Assert.Equal(new Urgency(UrgencyLevel.Unknown, null), (await FollowUpAsync(office))?.Urgency);
        Assert.Contains("That date is ours, not theirs", await CardAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_card_a_hollow_reason_comes_back_once_with_all_that_was_typed()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        var form = new Dictionary<string, string> { ["reason"] = "they loved our demo", ["urgency"] = "High", ["driver"] = "their audit in April", ["nextStep"] = "Demo with Dana, Friday at 3" };

        var asked = (await office.Rosa.PressAsync(card, "Save", form)).Message;
        Assert.Contains("Whose reason is that? You said \"their audit in April\" drives it: what changes for Dana then?", (await office.ReminderAsync("contoso", "m-1"))?.Note, StringComparison.Ordinal);
        Assert.Contains("they loved our demo", asked.Card?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.Null(await FollowUpAsync(office));
        var saved = (await office.Rosa.PressAsync(asked, "Save", form)).Message;

        Assert.Contains("Saved: a firm next step, on hope so far", saved.CardText, StringComparison.Ordinal);
        Assert.Contains("\"style\":\"warning\"", saved.Card?.ToJsonString() ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("attention", saved.Card?.ToJsonString() ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ReasonQuality.Seller, (await FollowUpAsync(office))?.Quality);
    }

    [Fact]
    public async Task By_card_a_good_form_is_still_one_press()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);

        var saved = (await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string>
        {
            ["reason"] = Reason,
            ["urgency"] = "High",
            ["driver"] = "their audit on 15 April",
            ["nextStep"] = "Demo with Dana, Friday at 3",
        })).Message;

        Assert.DoesNotContain("hope", saved.CardText, StringComparison.Ordinal);
        Assert.Equal((ReasonQuality.Strong, new LocalDate(2027, 4, 15)), ((await FollowUpAsync(office))?.Quality, (await FollowUpAsync(office))?.NeededBy));
    }

    [Fact]
    public async Task Check_names_the_moves_and_offers_a_line_from_their_reason()
    {
        await using var office = await RemindedAsync();
        await SaysAsync(office, $"{Reason}. They need it urgently. Demo with Dana Friday at 3.");

        var answer = await SaysAsync(office, "check Hi Dana, just checking in. Any news on our offer?");

        Assert.Contains("\"just checking\" is contact for its own sake.", answer, StringComparison.Ordinal);
        Assert.Contains($"\"You told me: {Reason}. On Fri 4 Dec, 15:00", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_in_the_middle_of_a_question_leaves_the_question_standing()
    {
        await using var office = await RemindedAsync();
        await SaysAsync(office, Reason);

        Assert.StartsWith("That reads well", await SaysAsync(office, "check Hi Dana, here are the drawings you asked for, with the two doors marked."), StringComparison.Ordinal);
        Assert.StartsWith("Contoso renewal: what is the next step", await SaysAsync(office, "high"), StringComparison.Ordinal);
        Assert.StartsWith("Saved.", await SaysAsync(office, "Check the figures with Dana, Friday at 3"), StringComparison.Ordinal);

        Assert.Equal("Check the figures with Dana", (await FollowUpAsync(office))?.NextStep?.What);
    }

    [Fact]
    public async Task A_conversation_begun_before_grades_were_kept_ends_well()
    {
        await using var office = await RemindedAsync();
        await SaysAsync(office, Reason);
        await SaysAsync(office, "high");
        await office.ChangeBodiesAsync("contoso", WithoutNewFields);

        await office.RestartAsync();

        Assert.StartsWith("Saved. Next step with Contoso renewal, firm: ", await SaysAsync(office, "Demo with Dana, Friday at 3"), StringComparison.Ordinal);
        Assert.Equal((Reason, ReasonQuality.Strong), ((await FollowUpAsync(office))?.Reason, (await FollowUpAsync(office))?.Quality));
    }

    [Fact]
    public async Task An_answer_stored_before_grades_were_kept_is_shown_as_it_was()
    {
        await using var office = await RemindedAsync();
        await SaysAsync(office, $"{Reason}. They need it urgently. Demo with Dana Friday at 3.");
        await office.ChangeBodiesAsync("contoso", WithoutNewFields);
        await office.RestartAsync();

        Assert.DoesNotContain("hope", await SaysAsync(office, "my deals"), StringComparison.Ordinal);
        await SaysAsync(office, "undo");
        Assert.StartsWith("Saved.", await SaysAsync(office, "Wednesday at 4"), StringComparison.Ordinal);
    }

    private static readonly string[] NewFields =
        ["quality", "driver", "urgencyFrom", "neededBy", "kind", "with", "heardStep", "isOurDate", "reaskedReason"];

    /// <summary>As the version before would have written it; what drives the urgency was there already.</summary>
    private static void WithoutNewFields(JsonObject body)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (value is JsonObject inner && name != "meeting")
                WithoutNewFields(inner);
            else if (NewFields.Contains(name) && body.GetPropertyName() != "urgency")
                body.Remove(name);
        }
    }

    private static async Task<Office> RemindedAsync()
    {
        var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        return office;
    }

    /// <summary>Says it and gives what comes back; both stand in the test's output.</summary>
    private async Task<string> SaysAsync(Office office, string text)
    {
        await office.Rosa.SaysAsync(text);
        var message = await office.Rosa.Chat.NextMessageAsync();
        var answer = message.Text is { Length: > 0 } words ? words : message.CardText;
        output.WriteLine($"Rosa: {text}\nBot:  {answer}\n");
        Assert.DoesNotContain("!", answer, StringComparison.Ordinal);
        return answer;
    }

    /// <summary>The reminder's card as it stands after the conversation.</summary>
    private async Task<string> CardAsync(Office office)
    {
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        var card = office.Rosa.Chat.FromBot.First(message => message.Card is not null);
        var text = (office.Rosa.Chat.Now(card) ?? card).CardText;
        output.WriteLine(text);
        return text;
    }

    private static async Task<FollowUp?> FollowUpAsync(Office office) => (await office.DealAsync("contoso"))?.FollowUp;
}

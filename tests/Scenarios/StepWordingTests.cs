using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Contacts;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A next step that is a check-in is saved as it was said, and better words are offered.</summary>
[Trait("row", "S000.1")]
[Trait("row", "S003.1")]
public sealed class StepWordingTests
{
    private const string Reason = "Job sheets get lost every week, so drivers go twice";

    [Theory]
    [InlineData("just checking in call with Dana")]
    [InlineData("follow up with Dana")]
    [InlineData("touch base with Dana")]
    [InlineData("circle back to Dana")]
    public async Task In_words_it_is_saved_and_one_word_takes_the_better_ones(string step)
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        foreach (var said in (string[])[Reason, "high", $"{step}, Friday at 3"])
            await office.Rosa.SaysAsync(said);

        var saved = office.Rosa.Chat.FromBot[^1].Text ?? "";
        Assert.StartsWith("Saved. Next step with Contoso renewal, firm", saved, StringComparison.Ordinal);
        Assert.Contains("tells them nothing they would come for. How about: Go through \"Job sheets get lost every week\" with Dana? Say \"reword\" to take it.", saved, StringComparison.Ordinal);
        await office.Rosa.SaysAsync("reword");

        var step2 = (await office.DealAsync("contoso"))?.FollowUp?.NextStep;
        Assert.Equal("Go through \"Job sheets get lost every week\" with Dana", step2?.What);
        Assert.Equal(new(2026, 12, 4, 15, 0), step2?.Local ?? default);
        Assert.DoesNotContain("reword", office.Rosa.Chat.FromBot[^1].Text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_card_it_is_one_press_and_the_calendar_never_says_it()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        var saved = (await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = Reason, ["urgency"] = "High", ["nextStep"] = "Just checking in, Friday at 3" })).Message;
        Assert.Contains("subject=Appointment%3A%20Contoso%20renewal", saved.Card?.ToJsonString() ?? "", StringComparison.Ordinal);

        var better = (await office.Rosa.PressAsync(saved, "Use that")).Message;

        Assert.DoesNotContain("Use that", better.Buttons);
        Assert.Empty(ContactCheck.Read((await office.DealAsync("contoso"))?.FollowUp?.NextStep?.What ?? "checking in"));
    }

    [Fact]
    public async Task Without_a_better_wording_on_offer_nothing_is_changed()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        foreach (var said in (string[])[Reason, "high", "Demo with Dana, Friday at 3", "reword"])
            await office.Rosa.SaysAsync(said);

        Assert.Equal(Replies.NothingToReword, office.Rosa.Chat.FromBot[^1].Text);
        Assert.Equal("Demo with Dana", (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.What);
    }
}

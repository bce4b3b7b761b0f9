using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Mail;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class NeverTwiceTests
{
    [Fact]
    [Trait("row", "FM12")]
    public async Task A_card_that_may_have_arrived_is_not_sent_again_and_answering_it_proves_that_it_did()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        office.Teams.AnswerNextSendWith(SendFault.AcceptThenReset);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        var card = await office.Rosa.Chat.NextCardAsync();
        Assert.Equal(DeliveryState.Uncertain, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.State);

        await office.Clock.AdvanceAsync(Duration.FromDays(2));
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        await office.Rosa.PressAsync(card, "Not a sales meeting");

        Assert.Equal(DeliveryState.Sent, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.State);
    }

    [Fact]
    [Trait("row", "FM11")]
    public async Task A_reminder_whose_worker_died_while_sending_is_not_sent_by_the_next_one()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.ChangeReminderAsync("contoso", "m-1", reminder => reminder with { Delivery = reminder.Delivery.Begin(office.Clock.GetCurrentInstant(), "gone") });

        await office.RestartAsync();
        for (var hour = 0; hour < 30; hour++)
            await office.Clock.AdvanceAsync(Duration.FromHours(1));

        var told = Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.Contains("These follow-ups may not have reached you", told.CardText, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Told, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.State);
    }

    [Fact]
    [Trait("row", "FM36")]
    public async Task An_old_version_of_a_card_that_is_still_open_shows_the_current_one_and_writes_nothing()
    {
        await using var office = await OpenAsync();
        var old = await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.PressAsync(old, "Save", new Dictionary<string, string> { ["reason"] = "audit", ["nextStep"] = "early next week" });

        var shown = await office.Rosa.PressAsync(old, "Not a sales meeting");

        Assert.Contains("early next week", shown.Message.CardText, StringComparison.Ordinal);
        Assert.Null((await office.ReminderAsync("contoso", "m-1"))?.End);
    }
}

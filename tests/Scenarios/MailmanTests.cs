using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class MailmanTests
{
    private const string MayNot = "These follow-ups may not have reached you";

    [Fact]
    [Trait("row", "FM18")]
    public async Task A_card_that_did_not_arrive_is_named_once_in_the_next_mornings_message_and_can_be_answered_there()
    {
        await using var office = await DoubtfulAsync(SendFault.Refusal(502, "ServiceError"));
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.Card is not null);

        await DayAfterAsync(office);

        var notice = Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.Contains(MayNot, notice.CardText, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Told, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.State);
        var form = await office.Rosa.PressAsync(notice, "Answer: Contoso renewal");
        await office.Rosa.PressAsync(form.Message, "Not a sales meeting");
        Assert.NotNull((await office.ReminderAsync("contoso", "m-1"))?.End);
    }

    [Fact]
    [Trait("row", "FM17")]
    public async Task A_card_that_arrived_with_a_server_error_is_one_card_and_an_answer_keeps_the_daily_message_away()
    {
        await using var office = await DoubtfulAsync(SendFault.AcceptThenBadGateway);
        var card = await office.Rosa.Chat.NextCardAsync();
        await office.Rosa.PressAsync(card, "Not a sales meeting");

        await DayAfterAsync(office);

        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
    }

    [Fact]
    public async Task Set_to_resend_once_a_card_in_doubt_comes_a_second_time_and_never_a_third()
    {
        await using var office = await DoubtfulAsync(SendFault.AcceptThenReset, ("Mail:OnAmbiguous", "ResendOnce"));
        office.Teams.AnswerNextSendWith(SendFault.AcceptThenReset);

        await DayAfterAsync(office);
        await DayAfterAsync(office);

        Assert.Equal(2, office.Rosa.Chat.FromBot.Count(message => message.Card is not null && !message.CardText.Contains(MayNot, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("row", "FM42")]
    public async Task Who_removes_the_app_while_a_card_is_in_doubt_gets_no_message_about_it()
    {
        await using var office = await DoubtfulAsync(SendFault.Refusal(502, "ServiceError"));
        var before = office.Rosa.Chat.FromBot.Count;
        await office.Rosa.RemovesAsync();

        await DayAfterAsync(office);

        Assert.Equal(before, office.Rosa.Chat.FromBot.Count);
    }

    [Fact]
    [Trait("row", "FM16")]
    [Trait("row", "FM20")]
    public async Task Refused_three_times_without_having_been_sent_it_comes_once()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        for (var i = 0; i < 3; i++)
            office.Teams.AnswerNextSendWith(SendFault.Refusal(412, "PreconditionFailed"));
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        for (var minute = 0; minute < 4; minute++)
            await office.Clock.AdvanceAsync(Duration.FromMinutes(1));

        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.Equal((DeliveryState.Sent, 4), ((await office.ReminderAsync("contoso", "m-1"))?.Delivery.State, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.Attempts));
    }

    [Theory]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("ConversationBlockedByUser")]
    [Trait("row", "FM21")]
    [Trait("row", "R30")]
    [Trait("row", "R31")]
    [Trait("row", "R32")]
    public async Task Whom_Teams_does_not_let_us_reach_is_shown_to_the_manager_and_gets_the_card_after_installing_again(string code)
    {
        await using var office = await DoubtfulAsync(SendFault.Refusal(403, code));
        Assert.Equal((DeliveryState.Unreachable, $"403 {code}"), ((await office.ReminderAsync("contoso", "m-1"))?.Delivery.State, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.Reason));
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.Contains("Rosa Keller", (await office.Channel.NextCardAsync()).CardText, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.Card is not null);

        await office.Rosa.InstallsAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 0);

        Assert.Equal(DeliveryState.Sent, (await office.ReminderAsync("contoso", "m-1"))?.Delivery.State);
        Assert.Single(office.Rosa.Chat.FromBot, message => message.CardText.Contains("Contoso renewal", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "FM48")]
    [Trait("row", "R55")]
    public async Task An_answer_to_a_card_that_the_rep_has_deleted_is_saved_and_nothing_is_sent_in_its_place()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.SaysAsync("They want out of spreadsheets");
        await office.Rosa.SaysAsync("high");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        office.Teams.AnswerNextSendWith(SendFault.Refusal(404, "ActivityNotFoundInConversation") with { IsFor = activity => activity.ContainsKey("attachments") });

        await office.Rosa.SaysAsync("Demo on Tuesday at 3");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Equal("They want out of spreadsheets", (await office.DealAsync("contoso"))?.FollowUp?.Reason);
        var due = await office.Store.DueAsync(office.Clock.GetCurrentInstant() + Duration.FromDays(7), 10, CancellationToken.None);
        Assert.Single(office.Rosa.Chat.FromBot, message => message.Card is not null);
        Assert.DoesNotContain(due, stored => stored.Document.Kind is CardUpdateDocument.Kind or ReminderDocument.Kind);
    }

    [Fact]
    [Trait("row", "FM29")]
    [Trait("row", "R26")]
    public async Task A_rep_who_has_travelled_is_asked_in_the_working_hours_of_where_they_are_now()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting => Held(meeting, "2026-12-01T16:00:00+01:00", "2026-12-01T16:30:00+01:00")));
        office.Rosa.Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
        await office.Rosa.SaysAsync("help");

        await office.MoveToAsync(Berlin, 2026, 12, 1, 17, 5);
        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.CardText.Contains("Contoso renewal", StringComparison.Ordinal));
        await office.MoveToAsync(office.Rosa.Zone, 2026, 12, 2, 9, 0);

        await office.Rosa.Chat.UntilAsync("the card", () => office.Rosa.Chat.FromBot.Any(message => message.CardText.Contains("Contoso renewal", StringComparison.Ordinal)));
    }

    /// <summary>A page in the operator's browser that gave its own name this machine's address is a stranger too.</summary>
    [Fact]
    [Trait("row", "SEC34")]
    public async Task The_admins_list_names_what_is_in_doubt_and_what_was_refused_and_is_for_this_machine_only()
    {
        await using var office = await DoubtfulAsync(SendFault.Refusal(400, "BadSyntax"));
        using var http = new HttpClient();
        var address = new Uri(office.Teams.BotAddress ?? throw new InvalidOperationException("No bot."), "admin/stuck");

        var item = Assert.Single(JsonNode.Parse(await http.GetStringAsync(address))?.AsArray() ?? []);

        Assert.Equal(("reminder:m-1", "Dead", "400 BadSyntax"), (item?["id"]?.GetValue<string>(), item?["state"]?.GetValue<string>(), item?["reason"]?.GetValue<string>()));
        foreach (var (header, value) in new[] { ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "for=203.0.113.7"), ("Host", "rebound.example") })
        {
            using var foreign = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { header, value } } };
            using var answer = await http.SendAsync(foreign);
            Assert.Equal((header, System.Net.HttpStatusCode.NotFound), (header, answer.StatusCode));
        }
    }

    /// <summary>The first send of Rosa's card meets a fault.</summary>
    private static async Task<Office> DoubtfulAsync(SendFault fault, params (string Key, string Value)[] settings)
    {
        var office = await OpenAsync(settings);
        await office.Rosa.InstallsAsync();
        office.Teams.AnswerNextSendWith(fault);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        return office;
    }

    /// <summary>Stops often enough that everything that becomes due is seen.</summary>
    private static async Task DayAfterAsync(Office office)
    {
        for (var hour = 0; hour < 26; hour++)
            await office.Clock.AdvanceAsync(Duration.FromHours(1));
    }

    private static void Held(JsonObject meeting, string start, string end) => (meeting["start"], meeting["end"]) = (start, end);
}

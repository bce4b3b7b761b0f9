using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Dialogs;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>
/// Whatever is read in Teams stands in a resource file: with those written in another alphabet no plain letter is left in any message, but in
/// names and in what people typed. Nothing runs beside it, for the sentences are the same for the whole process.
/// </summary>
[Collection(nameof(PseudoLocaleTests))]
[CollectionDefinition(nameof(PseudoLocaleTests), DisableParallelization = true)]
public sealed class PseudoLocaleTests
{
    private const string Reason = "Sheets get lost, so Lars lost the bus contract";
    private const string Driver = "their audit on 15 April";
    private const string What = "Demo with Dana";

    private static readonly string[] Names = ["Contoso renewal", "Contoso", "Fabrikam pilot", "Fabrikam", "Dana Reed", "Dana", "CFO", "Discovery", "Pipeline", Reason, Driver, What];

    [Fact]
    public void The_real_sentences_come_back_after_it()
    {
        using (var locale = new PseudoLocale())
        {
            Assert.True(locale.Files > 10);
            Assert.Equal(PseudoLocale.Of("None of your deals needs a hand"), HeadsUpWords.Title(0));
        }

        Assert.Equal("None of your deals needs a hand", HeadsUpWords.Title(0));
        Assert.Equal("⟦Śĥóŵ {0}⟧", PseudoLocale.Of("Show {0}"));
    }

    [Fact]
    public async Task A_follow_up_by_card()
    {
        await using var pseudo = await OpenAsync("efficiency");
        var (rosa, card) = (pseudo.Office.Rosa, await RemindedAsync(pseudo));

        var later = await pseudo.PressAsync(rosa, card, "Ask me then");
        var asked = await pseudo.PressAsync(rosa, later, "Answer now");
        var none = await pseudo.PressAsync(rosa, asked, "Not a sales meeting");
        var form = await pseudo.PressAsync(rosa, none, "Undo");
        var vague = await pseudo.PressAsync(rosa, form, "Save", ("reason", Reason), ("urgency", "High"), ("driver", Driver), ("nextStep", $"{What} sometime early next week"));
        var slot = await pseudo.PressAsync(rosa, vague, vague.Buttons[1]);
        var changed = await pseudo.PressAsync(rosa, slot, "Change");
        var probed = await pseudo.PressAsync(rosa, changed, "Save", ("reason", "efficiency"), ("nextStep", $"{What}, Tuesday 8 December at 15:00"));
        var saved = await pseudo.PressAsync(rosa, probed, "Save", ("reason", Reason));
        await pseudo.PressAsync(rosa, saved, "Draft a follow-up");
        var open = await pseudo.PressAsync(rosa, saved, "Change");
        await pseudo.PressAsync(rosa, open, "Save", ("nextStep", "none"));
        await pseudo.PressAsync(pseudo.Office.Nick, saved, "Change");

        pseudo.AssertNothingPlain();
    }

    [Fact]
    public async Task A_follow_up_in_words()
    {
        await using var pseudo = await OpenAsync("loved our demo", "efficiency", "whatever", "check in", "Tuesday 8 December at 15:00");
        await RemindedAsync(pseudo);

        await pseudo.SaysAsync(pseudo.Office.Rosa, "they loved our demo", "efficiency", "whatever", Reason, "high", Driver, "sometime early next week", "back", "cancel", "my deals", "Tuesday 8 December at 15:00", "undo", "check in on Friday at 10", "reword", "edit Contoso", "no next step", "draft", "prep", "draft Contoso", "prep Contoso", "why Contoso", "cancel");

        pseudo.AssertNothingPlain();
    }

    [Fact]
    public async Task Commands_and_settings()
    {
        await using var pseudo = await OpenAsync("Atlantis", "Wingtip", "London", "Europe/London", "DE", "Germany", "Christmas Day", "Hi Dana, any news?", "any news", "price");
        await RemindedAsync(pseudo);

        await pseudo.SaysAsync(pseudo.Office.Rosa,
            "help", "settings", "pause", "pause until whenever", "pause until Thursday", "why no reminder", "resume", "resume", "stop", "start", "start",
            "my hours are 8 to 5", "my hours are 5 to 5", "my time zone is Atlantis", "my time zone is London", "my country is Atlantis", "holidays DE", "holidays", "undo",
            "mute Contoso", "mute Wingtip", "settings", "unmute Contoso", "unmute", "snooze until tomorrow 9:00", "later", "log meeting with Wingtip today", "log meeting with Contoso today",
            "check", "check Hi Dana, any news?", "preview week", "preview 2026-W01", "nurture Contoso", "nurture Contoso until March", "undo", "delay Contoso until 15 January", "delay Contoso until 15 January, their budget year", "undo",
            "close Contoso", "close Contoso lost: price", "undo", "why Wingtip", "edit Wingtip", "draft Wingtip", "export me 9", "forget me", "erase deal Contoso", "erase deal Wingtip");
        var card = await SaidAsync(pseudo, "settings");
        var saved = await pseudo.PressAsync(pseudo.Office.Rosa, card, "Save", ("country", "Atlantis"), ("to", "18:00"));
        var stopped = await pseudo.PressAsync(pseudo.Office.Rosa, saved, "Stop all messages");
        await pseudo.PressAsync(pseudo.Office.Rosa, stopped, "Start again");
        await pseudo.SaysAsync(pseudo.Office.Rosa, "forget me now");

        pseudo.AssertNothingPlain();
    }

    [Fact]
    public async Task Around_an_appointment()
    {
        await using var pseudo = await OpenAsync();
        var rosa = pseudo.Office.Rosa;
        await pseudo.PressAsync(rosa, await RemindedAsync(pseudo), "Save", ("reason", Reason), ("urgency", "High"), ("driver", Driver), ("nextStep", $"{What}, Tuesday 8 December at 15:00"));

        await pseudo.MoveToAsync(8, 14, 31);
        await pseudo.MoveToAsync(8, 16, 1);
        var asked = await pseudo.PressAsync(rosa, PseudoOffice.NewestCard(rosa.Chat), OutcomeWords.Taps[0].Title);
        await pseudo.PressAsync(rosa, asked, "Save", ("nextStep", $"{What}, Friday 11 December at 10:00"));
        await pseudo.MoveToAsync(11, 11, 1);
        await pseudo.SaysAsync(rosa, "she didn't show up", "undo", "moved to Monday 14 December at 15:00", "my deals");
        await pseudo.MoveToAsync(15, 10, 0);
        await pseudo.SaysAsync(rosa, "my deals", "it was cancelled", "why Contoso");

        pseudo.AssertNothingPlain();
    }

    [Fact]
    public async Task The_weekly_card_and_its_rows()
    {
        await using var pseudo = await OpenAsync("Deal", "Wingtip", "price", "the merger", "the budget opens in January");
        var (office, mona) = (pseudo.Office, pseudo.Office.Mona);
        await office.Rosa.InstallsAsync();
        await mona.InstallsAsync();
        await mona.InstallsInAsync(office.Channel);
        pseudo.ReadAll();
        for (var number = 1; number <= 12; number++)
            await office.Crm.LogsAsync(MeetingOf(office, number, number % 6 == 5 ? office.Nick : office.Rosa));
        await pseudo.MentionsAsync(mona, "hello", "digest now", "digest here", "digest on Monday at 8:00", "preview week", "preview next week", "managers", "digest settings");
        await pseudo.MentionsAsync(office.Nick, "digest off", "digest here", "preview week");
        await pseudo.MoveToAsync(1, 12, 0);
        await pseudo.MoveToAsync(4, 9, 1);
        var headsUp = office.Rosa.Chat.FromBot.Last(message => message.Buttons.Contains(PseudoLocale.Of("Mend it")));
        var question = await pseudo.PressAsync(office.Rosa, headsUp, "Mend it");
        await pseudo.PressAsync(office.Rosa, question, "Something else…");
        await pseudo.MoveToAsync(7, 8, 0);
        var card = PseudoOffice.NewestCard(office.Channel);

        var list = await pseudo.PressAsync(mona, card, "Show all");
        await pseudo.PressAsync(mona, list, "Next");
        await pseudo.PressAsync(office.Nick, card, "Mend…");
        var row = await pseudo.PressAsync(mona, card, "Mend…");
        var nurtured = await pseudo.PressAsync(mona, row, "Put it in nurture", ("nurtureWhy", "Dana: the merger"));
        await pseudo.PressAsync(mona, row, "Close it", ("closeWhy", "price"));
        var undone = await pseudo.PressAsync(mona, nurtured, "Undo");
        var delayed = await pseudo.PressAsync(mona, undone, "Agree the delay", ("delayUntil", "2027-01-15"), ("delayWhy", "Dana: the budget opens in January"));
        var open = await pseudo.PressAsync(mona, await pseudo.PressAsync(mona, delayed, "Undo"), "Mute it", ("muteUntil", "2026-12-10"));
        var asked = await pseudo.PressAsync(mona, await pseudo.PressAsync(mona, open, "Undo"), "Ask for the next step");
        await pseudo.MoveToAsync(7, 9, 1);
        await pseudo.PressAsync(mona, asked, "Back to the list");
        await pseudo.MentionsAsync(mona, "why Deal 1", "why Wingtip", "why Deal 1 on 3 December", "digest all", "digest now");
        await pseudo.MoveToAsync(14, 8, 0);
        await pseudo.MentionsAsync(mona, "digest off", "digest now");

        pseudo.AssertNothingPlain();
    }

    [Fact]
    public async Task The_settings_of_the_weekly_card()
    {
        await using var pseudo = await OpenAsync("New business");
        var (office, mona) = (pseudo.Office, pseudo.Office.Mona);
        await mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await pseudo.MentionsAsync(mona, "digest here", "digest settings");
        var card = PseudoOffice.NewestCard(office.Channel);

        await pseudo.PressAsync(mona, card, "Save", ("rows", "99"), ("zone", "Berlin"), ("amber", "5"), ("red", "2"), ("time", "25:99"));
        var saved = await pseudo.PressAsync(mona, card, "Save", ("rows", "3"), ("quotes", "yes"));
        await pseudo.PressAsync(mona, card, "Save", ("rows", "4"));
        await pseudo.PressAsync(mona, saved, "Undo the last change");
        await pseudo.PressAsync(office.Nick, card, "Save", ("rows", "9"));

        pseudo.AssertNothingPlain();
    }

    [Fact]
    public async Task What_goes_wrong()
    {
        await using var pseudo = await OpenAsync("NotEnoughPermissions");
        var (office, rosa, mona) = (pseudo.Office, pseudo.Office.Rosa, pseudo.Office.Mona);
        await mona.InstallsAsync();
        await mona.InstallsInAsync(office.Channel);
        await rosa.InstallsAsync();
        office.Teams.AnswerNextSendWith(SendFault.AcceptThenReset);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(rosa.Email));
        var card = PseudoOffice.NewestCard(rosa.Chat);
        await pseudo.MentionsAsync(mona, "digest here");
        await pseudo.MoveToAsync(4, 9, 1);
        office.Teams.AnswerNextSendWith(SendFault.Refusal(403, "NotEnoughPermissions"));
        await pseudo.MoveToAsync(7, 8, 0);
        await pseudo.MoveToAsync(7, 9, 1);
        Assert.Contains(mona.Chat.FromBot, message => message.Text?.Contains("NotEnoughPermissions", StringComparison.Ordinal) == true);

        await office.ChangeBodiesAsync("contoso", body => body["version"] = "broken");
        await pseudo.PressAsync(rosa, card, "Not a sales meeting");

        pseudo.AssertNothingPlain();
    }

    /// <param name="typed">What is said and may be read again; what can be said to the bot is English, for that is what it reads.</param>
    private static Task<PseudoOffice> OpenAsync(params string[] typed) => PseudoOffice.OpenAsync([.. Names, .. Replies.PersonalCommands.Select(command => command.Words), .. typed]);

    private static async Task<ShownMessage> RemindedAsync(PseudoOffice pseudo)
    {
        var card = await FollowUpByCardTests.RemindedAsync(pseudo.Office);
        pseudo.ReadAll();
        return card;
    }

    private static async Task<ShownMessage> SaidAsync(PseudoOffice pseudo, string words)
    {
        await pseudo.SaysAsync(pseudo.Office.Rosa, words);
        return PseudoOffice.NewestCard(pseudo.Office.Rosa.Chat);
    }

    private static JsonObject MeetingOf(Office office, int number, Person rep) => Crm.Meeting(rep.Email, meeting =>
    {
        meeting["id"] = $"m-{number}";
        meeting["deal"] = new JsonObject { ["id"] = $"d{number}", ["name"] = $"Deal {number}", ["amount"] = 100_000 - number, ["currency"] = "EUR", ["stage"] = "Discovery" };
    });
}

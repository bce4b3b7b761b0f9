using FollowUpBot.Bot.CommandLine;
using NodaTime;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// The main job, played once: a meeting is logged, its rep is asked and answers vaguely, picks one of two offered slots, lets a week pass
/// without it, hears of it first, and the manager's channel gets the stalled deal; the manager asks, the rep mends, and the card shows it. What people do is written here; what the bot does is only read.
/// </summary>
public sealed class MainJob(TeamsStandIn teams, MovableClock clock, Transcript transcript)
{
    /// <summary>Monday, 9:00 in Berlin and 8:00 in London.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 8, 0);

    /// <summary>A worker may need two looks: one that finds what is due, one that sends it.</summary>
    private static readonly Duration Moment = Duration.FromSeconds(10);

    private static readonly Dictionary<string, string> NothingTyped = [];

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["reason"] = "They want out of spreadsheets before the audit",
        ["urgency"] = "High",
        ["driver"] = "Their audit on 15 April",
        ["nextStep"] = "Demo sometime early next week",
    };

    private static readonly Dictionary<string, string> Mended = new() { ["nextStep"] = "Decision call with Lee, Thursday at 14:00" };

    /// <returns>What people were told, to be compared with what is stored.</returns>
    /// <exception cref="InvalidOperationException">The bot did something else than the job asks.</exception>
    /// <exception cref="TimeoutException">The bot did not do what it should.</exception>
    public async Task<Told> PlayAsync(Uri bot)
    {
        var rep = teams.Person("Dana Rossi", "dana.rossi@northwind.example", "Europe/Berlin", "en-GB");
        var manager = teams.Person("Mia Chen", "mia.chen@northwind.example", "Europe/London", "en-GB");
        var channel = teams.Team("Sales", rep, manager).Channel("Pipeline");
        await SetUpAsync(rep, manager, channel);
        await LogMeetingAsync(bot, rep);
        var form = await ReminderAsync(rep);
        var (confirmed, slot) = await AnswerAsync(rep, form);
        var digest = await MissStepAsync(rep, manager, channel);
        var mended = await MendAsync(rep, manager, channel, digest);
        return new Told(rep, channel, Answers, slot, confirmed, digest, mended);
    }

    private async Task SetUpAsync(Person rep, Person manager, Channel channel)
    {
        transcript.Chapter("Setting up");
        await rep.InstallsAsync();
        Shows(rep.Zone, rep.Chat, await rep.Chat.NextMessageAsync());
        await manager.InstallsInAsync(channel);
        Shows(manager.Zone, channel, await channel.NextMessageAsync());
        transcript.Says(Now, manager.Zone, $"{manager.Name} in {channel.Title}", $"@{TeamsStandIn.BotName} digest here");
        await manager.MentionsBotInAsync(channel, "digest here");
        Shows(manager.Zone, channel, await channel.NextMessageAsync());
    }

    private async Task LogMeetingAsync(Uri bot, Person rep)
    {
        transcript.Chapter("A meeting is logged");
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 3, 9, 31));
        using var heard = new StringWriter();
        string[] meeting =
        [
            "--deal", Told.DealName, "--amount", "42000", "--currency", "EUR", "--stage", "Proposal", "--buyer", "Lee Park (CFO)",
            "--rep", rep.Email, "--ended", "1 minute ago", "--url", bot.AbsoluteUri,
        ];
        var code = await LogCommand.RunAsync(meeting, heard, heard, clock, CancellationToken.None);
        transcript.Says(Now, rep.Zone, "The CRM, signed, over HTTP", heard.ToString().TrimEnd());
        if (code != 0)
            throw new InvalidOperationException("The bot did not take the meeting.");
    }

    private async Task<ShownMessage> ReminderAsync(Person rep)
    {
        transcript.Chapter("The rep is asked, answers vaguely, and picks a slot");
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 3, 10, 0) + Moment);
        var form = await rep.Chat.NextCardAsync();
        Shows(rep.Zone, rep.Chat, form);
        return form;
    }

    private async Task<(ShownMessage Confirmed, string Slot)> AnswerAsync(Person rep, ShownMessage form)
    {
        var asked = await PressAsync(rep, rep.Chat, form, "Save", Answers);
        var slots = asked.Buttons.Except(form.Buttons).ToList();
        if (slots.Count != 2)
            throw new InvalidOperationException($"Two slots were to be offered, not these: {string.Join(", ", slots)}.");
        return (await PressAsync(rep, rep.Chat, asked, slots[0], NothingTyped), slots[0]);
    }

    private async Task<ShownMessage> MissStepAsync(Person rep, Person manager, Channel channel)
    {
        transcript.Chapter("The step is missed, and the next weekly card tells of it");
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 9, 8, 0) + Moment);
        await clock.AdvanceAsync(Moment);
        if (channel.FromBot.FirstOrDefault(message => message.Card is not null) is { } early)
            throw new InvalidOperationException($"Nothing was stalled yet, but the channel got this:\n{early}");
        transcript.Says(Now, manager.Zone, channel.Title, "Monday morning: nothing is stalled, so nothing is posted.");
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 9, 8, 30) + Moment);
        Shows(rep.Zone, rep.Chat, await rep.Chat.NextCardAsync());
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 9, 10, 30) + Moment);
        Shows(rep.Zone, rep.Chat, await rep.Chat.NextCardAsync());
        transcript.Says(Now, rep.Zone, rep.Name, "says nothing, all week.");
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 13, 8, 0) + Moment);
        await clock.AdvanceAsync(Moment);
        await CardAboutAsync(rep, "You see this first");
        await clock.AdvanceToAsync(Instant.FromUtc(2026, 3, 16, 8, 0) + Moment);
        await clock.AdvanceAsync(Moment);
        var digest = await channel.NextCardAsync();
        Shows(manager.Zone, channel, digest);
        return digest;
    }

    /// <summary>Shows what comes to the rep until the card with these words does.</summary>
    private async Task<ShownMessage> CardAboutAsync(Person rep, string words)
    {
        while (true)
        {
            var card = await rep.Chat.NextCardAsync();
            Shows(rep.Zone, rep.Chat, card);
            if (card.CardText.Contains(words, StringComparison.Ordinal))
                return card;
        }
    }

    /// <returns>The weekly card as it stands when the rep has answered.</returns>
    private async Task<ShownMessage> MendAsync(Person rep, Person manager, Channel channel, ShownMessage digest)
    {
        transcript.Chapter("The manager asks for the next step, and the rep mends it");
        var row = await PressAsync(manager, channel, digest, "Mend…", NothingTyped);
        await PressAsync(manager, channel, row, "Ask for the next step", NothingTyped);
        await clock.AdvanceAsync(Moment);
        var question = await CardAboutAsync(rep, "from the weekly card");
        await PressAsync(rep, rep.Chat, question, "Save", Mended);
        await clock.AdvanceAsync(Moment);
        var mended = channel.Now(digest) ?? throw new InvalidOperationException("The weekly card is gone.");
        Shows(manager.Zone, channel, mended);
        return mended;
    }

    private async Task<ShownMessage> PressAsync(Person who, Chat chat, ShownMessage card, string button, Dictionary<string, string> typed)
    {
        await clock.AdvanceAsync(Duration.FromMinutes(1));
        transcript.Presses(Now, who, card, button, typed);
        var pressed = await who.PressAsync(card, button, typed);
        Shows(who.Zone, chat, pressed.Message);
        return pressed.Message;
    }

    private Instant Now => clock.GetCurrentInstant();

    private void Shows(DateTimeZone zone, Chat chat, ShownMessage message) => transcript.Shows(Now, zone, chat.Title, message);
}

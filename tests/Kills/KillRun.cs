using System.Globalization;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Tests.Scenarios;
using NodaTime;
using CosmosStandIn = FollowUpBot.Tests.Storage.CosmosStandIn.CosmosStandIn;

namespace FollowUpBot.Tests.Kills;

/// <summary>
/// One run: the bot as a process, a sender that repeats what got no 2xx, Teams' stand-in, a rep who answers, and one kill. Afterwards
/// the same host runs on the same store, its clock eight days further, and what stands is compared with what was promised.
/// </summary>
internal sealed class KillRun : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Answer = new()
    {
        ["reason"] = "They want out of spreadsheets",
        ["urgency"] = "High",
        ["nextStep"] = "Demo, in 3 days at 15:00",
    };

    private readonly Random random;
    private readonly KillPhase phase;
    private readonly int meetings;
    private readonly string folder;
    private readonly TeamsStandIn teams;
    private readonly AccountClock accountClock;
    private readonly CosmosStandIn? account;
    private readonly Dictionary<string, string?> settings;
    private readonly Person rep;
    private readonly Crm crm;
    private readonly HashSet<string> acknowledged = [];
    private Uri address = new("http://127.0.0.1");

    private KillRun(int seed, KillPhase phase, TeamsStandIn teams, AccountClock accountClock, CosmosStandIn? account)
    {
        random = new Random(seed);
        this.phase = phase;
        meetings = phase is KillPhase.Stopping ? 12 : 4;
        folder = Directory.CreateTempSubdirectory("followupbot-kill-").FullName;
        (this.teams, this.accountClock, this.account) = (teams, accountClock, account);
        settings = LiveBot.SettingsFor(teams, Path.Combine(folder, "store.db"));
        settings["Feed:Sources:0:Secrets:0"] = Crm.Secret;
        settings["Reminders:After"] = "00:00:00";
        settings["Reminders:OnlyInWorkingHours"] = "false";
        settings["Reminders:Every"] = "00:00:00.1";
        settings["Reminders:Together"] = "false";
        settings["Mail:MostADay"] = "1000";
        foreach (var (key, value) in account?.Settings ?? [])
            settings[key] = value;
        rep = teams.Person("Rosa Keller", "rosa@contoso.example", "Europe/Berlin", "en-GB");
        crm = new Crm(() => address, SystemClock.Instance);
    }

    /// <summary>The seed chooses phase and moment.</summary>
    public static Task<KillOutcome> PlayAsync(int seed, bool onCosmos) => PlayAsync(seed, (KillPhase)(seed % 3), onCosmos);

    public static async Task<KillOutcome> PlayAsync(int seed, KillPhase phase, bool onCosmos)
    {
        var teams = await TeamsStandIn.StartAsync(TimeProvider.System);
        teams.Patience = TimeSpan.FromMinutes(2); // several processes share the machine
        var accountClock = new AccountClock();
        await using var run = new KillRun(seed, phase, teams, accountClock, onCosmos ? await CosmosStandIn.StartAsync(accountClock) : null);
        var point = await run.UntilKilledAsync();
        return await run.AfterwardsAsync(seed, point);
    }

    public async ValueTask DisposeAsync()
    {
        await teams.DisposeAsync();
        if (account is not null)
            await account.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> UntilKilledAsync()
    {
        using var bot = await BotProcess.StartAsync(folder, settings);
        var moment = new KillMoment(bot, random);
        (address, teams.BotAddress) = (bot.Address, bot.Address);
        await WarmUpAsync(bot);
        await (phase switch
        {
            KillPhase.Taking => DuringTakingAsync(moment),
            KillPhase.Sending => DuringSendingAsync(moment),
            KillPhase.Stopping => StoppingAsync(bot),
            _ => DuringAnsweringAsync(moment),
        });
        moment.Now("the end");
        return $"{phase}: {moment.Point}";
    }

    private async Task WarmUpAsync(BotProcess bot)
    {
        try
        {
            await rep.InstallsAsync();
            await LogAsync(0);
        }
        catch (Exception e) when (e is InvalidOperationException or TaskCanceledException)
        {
            throw new InvalidOperationException($"{e.Message}\n{bot.Log}", e);
        }
    }

    private async Task DuringTakingAsync(KillMoment moment)
    {
        var killing = Task.CompletedTask;
        var chosen = random.Next(1, meetings);
        for (var number = 1; number < meetings; number++)
        {
            if (number == chosen && account is not null)
                moment.AtBatch(account, random.Next(1, 3));
            else if (number == chosen)
                killing = moment.SoonAsync("some time after a delivery began");
            await LogAsync(number);
        }

        await killing;
    }

    private async Task DuringSendingAsync(KillMoment moment)
    {
        var killing = Task.CompletedTask;
        var way = random.Next(account is null ? 2 : 4);
        if (way == 0)
            moment.AtPost(teams, rep.Chat);
        else if (way == 1)
            killing = moment.AfterPostAsync(rep.Chat);
        else if (account is not null)
            moment.AtBatch(account, random.Next(2, 7));
        for (var number = 1; number < meetings; number++)
            await LogAsync(number);
        if (way <= 1)
            await Task.WhenAny(moment.HasCome, rep.Chat.UntilAsync("the kill", () => Cards().Count == meetings));
        await killing;
    }

    private async Task StoppingAsync(BotProcess bot)
    {
        for (var number = 1; number < meetings; number++)
            await LogAsync(number);
        var some = random.Next(1, 6); // so many come at once, the others one by one
        await rep.Chat.UntilAsync("some cards", () => Cards().Count >= some);
        Assert.Equal(0, await bot.StopAsync());
    }

    private async Task DuringAnsweringAsync(KillMoment moment)
    {
        var card = await rep.Chat.NextCardAsync();
        await TryPressAsync(card, new() { ["reason"] = "They want out of spreadsheets" });
        card = rep.Chat.Now(card) ?? card;
        if (account is not null)
            moment.AtBatch(account, random.Next(1, 4));
        var killing = account is null ? moment.SoonAsync("some time after a press") : Task.CompletedTask;
        await TryPressAsync(card, Answer);
        await killing;
    }

    /// <summary>Both stand-ins answer as usual again; what got no 2xx is delivered again, and once more what did.</summary>
    private async Task<KillOutcome> AfterwardsAsync(int seed, string point)
    {
        if (account is not null)
            account.Inject = _ => null;
        using var clock = new MovableClock(SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(2));
        accountClock.Followed = clock;
        await using var bot = await LiveBot.StartAsync(clock, settings);
        (address, teams.BotAddress) = (bot.Address, bot.Address);
        var early = acknowledged.Count;
        for (var number = 0; number < meetings; number++)
            await LogAsync(number);
        await clock.AdvanceAsync(Duration.FromSeconds(1));
        await clock.AdvanceAsync(Duration.FromSeconds(1));
        var told = new HashSet<string>();
        foreach (var card in Cards())
        {
            var shown = card.Buttons.Contains("Save") ? (await rep.PressAsync(card, "Save", Answer)).Message : card;
            if (shown.CardText.Contains("Saved: a firm next step", StringComparison.Ordinal))
                told.Add(DealOf(shown));
        }

        for (var day = 0; day < 8; day++)
            await clock.AdvanceAsync(Duration.FromDays(1));
        teams.AssertNothingUnexpected();
        var checker = new KillChecker(bot.Store, teams.TenantId, [.. Enumerable.Range(0, meetings).Select(DealId)]);
        return await checker.CheckAsync(seed, point, early, acknowledged, Cards().CountBy(DealOf).ToDictionary(), told);
    }

    private IReadOnlyList<ShownMessage> Cards() => [.. rep.Chat.FromBot.Where(message => message.Card is not null && DealOf(message).Length > 0)];

    /// <summary>By the ids with which a reminder's own card asks how it stands; a daily message may name the deal too, and is none.</summary>
    private static string DealOf(ShownMessage message) =>
        message.Card?["refresh"]?["action"]?["data"] is { } ids && ids[Fields.Reminder] is not null ? ids[Fields.Deal]?.GetValue<string>() ?? "" : "";

    private static string DealId(int number) => string.Create(CultureInfo.InvariantCulture, $"d{number:D2}");

    private async Task LogAsync(int number)
    {
        var ended = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1);
        var meeting = Crm.Meeting(rep.Email, meeting =>
        {
            meeting["id"] = $"m{number}";
            meeting["deal"] = new JsonObject { ["id"] = DealId(number), ["name"] = $"Deal {DealId(number)}" };
            meeting["start"] = (ended - Duration.FromMinutes(30)).ToString();
            meeting["end"] = ended.ToString();
        });
        try
        {
            if ((await crm.LogsAsync(meeting, $"msg-{number}")).Status is 200 or 202)
                acknowledged.Add(DealId(number));
        }
        catch (HttpRequestException)
        {
            // No 2xx: the sender will come again.
        }
    }

    private async Task TryPressAsync(ShownMessage card, Dictionary<string, string> typed)
    {
        try
        {
            await rep.PressAsync(card, "Save", typed);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
        {
            // Nothing was told; the rep will press again.
        }
    }

    /// <summary>The account's time is the bot's: a server whose clock differs would send nothing.</summary>
    private sealed class AccountClock : IClock
    {
        public IClock Followed { get; set; } = SystemClock.Instance;

        public Instant GetCurrentInstant() => Followed.GetCurrentInstant();
    }
}

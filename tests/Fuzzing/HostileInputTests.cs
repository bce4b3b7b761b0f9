using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Tests.Meetings;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>
/// Tens of thousands of senseless activities, deliveries and card presses through the whole host. Nothing fails, and nothing grows but by
/// what was accepted. <c>FOLLOWUPBOT_FUZZ=1000000</c> makes it a million; <c>FOLLOWUPBOT_FUZZ_SEED</c> repeats another run.
/// </summary>
[Trait("row", "FM44")]
[Trait("row", "SEC25")]
public sealed class HostileInputTests
{
    private const int DocumentsOfAnIntake = 6;
    private const int AtATime = 500;

    /// <summary>People, chats, teams and channels that the oddities make up; their number does not grow with the run.</summary>
    private const int MadeUp = 1500;

    private static readonly string[] Sayings =
        ["my deals", "log meeting with Contoso renewal today", "snooze until tomorrow 9:00", "undo", "Demo next Tuesday at 3"];

    private static readonly int Total = Setting("FOLLOWUPBOT_FUZZ", 50_000);
    private static readonly int Seed = Setting("FOLLOWUPBOT_FUZZ_SEED", 44);

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Feed:Sources:0:Name"] = "crm",
        ["Feed:Sources:0:Tenant"] = Messages.Tenant,
        ["Feed:Sources:0:Secrets:0"] = Signed.SecretText(1),
        ["Feed:PerSecond"] = "10000",
        ["Bot:TurnsPerSecond"] = "10000",
    };

    private static readonly Gen<Case> Activities = Gen.Elements<JsonNode>(
        [
            .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Teams", "activities"), "*.json").Order(StringComparer.Ordinal)
                .Select(file => JsonNode.Parse(File.ReadAllText(file)) ?? new JsonObject()),
            .. Sayings.Select(Messages.Said),
        ]).Mangled().Select(body => new Case("/api/messages", body, Headers: null));

    private static readonly Gen<Case> Pressed = Presses.Any.Mangled().Select(body => new Case("/api/messages", body, Headers: null));

    private static readonly Gen<Case> Deliveries = Gen.OneOf(Delivered("/api/meetings", Payloads.Full), Delivered("/api/deals", Payloads.Deal));

    [Fact]
    public Task Senseless_activities_fail_nowhere_and_leave_nothing_behind() => RunAsync(Total * 2 / 5, Activities);

    [Fact]
    public Task Senseless_card_presses_fail_nowhere_and_leave_nothing_behind() => RunAsync(Total * 3 / 10, Pressed);

    [Fact]
    public Task Senseless_deliveries_are_refused_once_and_others_flow_on() => RunAsync(Total * 3 / 10, Deliveries);

    private static Gen<Case> Delivered(string path, string sound) =>
        from body in Gen.Constant(JsonNode.Parse(sound) ?? new JsonObject()).Mangled()
        from number in Gen.Choose(0, int.MaxValue)
        from id in Gen.Frequency((49, Gen.Constant(string.Create(CultureInfo.InvariantCulture, $"msg_{number}"))), (1, Gen.Constant("a.b")))
        from signed in Gen.Frequency((19, Gen.Constant(body)), (1, Gen.Constant(Signed.Body)))
        select new Case(path, body, Signed.Headers(signed, id: id));

    private static async Task RunAsync(int count, Gen<Case> cases)
    {
        await using var bot = await InProcessBot.StartAsync(Signed.Now, Settings);
        await KnowAsync(bot);
        var (accepted, refused, memory) = (0, 0, 0L);
        for (var n = 0; n < count; n += AtATime)
        {
            foreach (var (path, body, headers) in cases.Sample(AtATime, new Rnd((ulong)(Seed + n)), AtATime))
            {
                var (status, answer) = await bot.PostAsync(path, body, headers);
                if (status >= 500 || answer.Contains("InternalServerError", StringComparison.Ordinal))
                    Assert.Fail($"In the {AtATime} from {n} of seed {Seed}: {status} {answer}\n{Encoding.UTF8.GetString(body)}\n{string.Join('\n', bot.Errors.Errors)}");
                accepted += status is 202 ? 1 : 0;
                refused += status is >= 400 ? 1 : 0;
            }

            if (memory == 0 && n >= count / 2)
                memory = GC.GetTotalMemory(forceFullCollection: true);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        Assert.Empty(bot.Errors.Errors);
        Assert.InRange(refused, 1, count - 1);
        Assert.InRange(bot.Store.Documents, 1, (DocumentsOfAnIntake * accepted) + MadeUp);
        Assert.InRange(grown, long.MinValue, (16L * 1024 * 1024) + (20_000L * accepted));
    }

    /// <summary>A rep with a deal and an open follow-up, and a channel with a weekly card, so that what is aimed at them finds something.</summary>
    private static async Task KnowAsync(InProcessBot bot)
    {
        foreach (var said in new[] { Messages.Said("hello"), Messages.AddedToTeam(), Messages.SaidInChannel("digest here") })
            Assert.Equal(200, (await bot.PostAsync("/api/messages", Encoding.UTF8.GetBytes(said.ToJsonString()))).Status);
        var meeting = Payloads.Bytes(Payloads.Full);
        Assert.Equal(202, (await bot.PostAsync("/api/meetings", meeting, Signed.Headers(meeting))).Status);
    }

    private sealed record Case(string Path, byte[] Body, IHeaderDictionary? Headers);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

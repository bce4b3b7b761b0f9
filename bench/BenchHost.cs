using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>The real host on a file, and a Connector that takes everything at once and notes when.</summary>
internal sealed partial class BenchHost : IAsyncDisposable
{
    public const string Tenant = "5f0e8c1a-92b4-4c6f-8d3a-71c2b9e4a001";

    private readonly WebApplication connector;
    private readonly WebApplication bot;

    private BenchHost(WebApplication connector, WebApplication bot) => (this.connector, this.bot) = (connector, bot);

    /// <summary>When the Connector took the card of a deal.</summary>
    public ConcurrentDictionary<int, Instant> Accepted { get; } = new();

    public Uri Address => new(bot.Urls.First());

    public IServiceProvider Services => bot.Services;

    public IDocumentStore Store => bot.Services.GetRequiredService<IDocumentStore>();

    public static async Task<BenchHost> StartAsync(string storePath, bool sendsMail)
    {
        var connector = Empty([]);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = Path.GetTempPath() });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = storePath,
            ["Reminders:OnlyInWorkingHours"] = "false",
            ["Feed:PerSecond"] = "1000",
            ["Feed:Sources:0:Name"] = "crm",
            ["Feed:Sources:0:Tenant"] = Tenant,
            ["Feed:Sources:0:Secrets:0"] = WebhookSecret.DevelopmentText,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddFollowUpBot();
        if (!sendsMail)
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(MailWorker)));
        var bot = builder.Build();
        bot.MapFollowUpBot();
        var host = new BenchHost(connector, bot);
        connector.MapPost("/emea/v3/conversations/{id}/activities", host.TakeAsync);
        await connector.StartAsync();
        await bot.StartAsync();
        return host;
    }

    /// <summary>A rep of a tenant who can be written to.</summary>
    public Document Person(string tenant, int number) => new PersonDocument
    {
        Tenant = tenant,
        ObjectId = ObjectId(number),
        UserId = $"29:{number}",
        Name = $"Rep {number}",
        Chat = new ConversationReference($"{connector.Urls.First()}/emea/", $"a:{tenant}-{number}", "28:bot"),
        ZoneId = "Europe/Berlin",
    }.ToDocument();

    public static string ObjectId(int number) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:D12}");

    /// <summary>A deal, its meeting and its reminder, ready to be written.</summary>
    public static (string Partition, DocumentWrite[] Writes, ReminderDocument Reminder) Deal(string tenant, int number, int rep, Delivery delivery)
    {
        var owner = RepId.Parse(ObjectId(rep));
        var end = Instant.FromUtc(2026, 3, 2, 9, 0);
        var facts = new DealFacts($"Deal {number}.", owner, DealStatus.Open, 1, 42000, "EUR", "Proposal", CloseOn: null, Link: null);
        var meeting = new Meeting($"m-{number}", 1, $"d-{number}", owner, [new Buyer("Dana Reed", "CFO")], MeetingKind.Video, end - Duration.FromMinutes(30), end, "Call", Note: null, Cancelled: false);
        var reminder = new ReminderDocument { Tenant = tenant, DealId = meeting.DealId, Meeting = meeting, Delivery = delivery };
        var deal = FollowUpBot.Deals.Deal.New(meeting.DealId, facts, end).Log(meeting, end);
        DocumentWrite[] writes = [new DocumentWrite.Create(deal.ToDocument(tenant)), new DocumentWrite.Create(meeting.ToDocument(tenant)), new DocumentWrite.Create(reminder.ToDocument())];
        return (reminder.Partition, writes, reminder);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.StopAsync();
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (DealNumber().Match(text) is { Success: true } match)
            Accepted.TryAdd(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), SystemClock.Instance.GetCurrentInstant());
        return Results.Text("""{"id":"1"}""", "application/json", statusCode: StatusCodes.Status201Created);
    }

    private static WebApplication Empty(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    [GeneratedRegex(@"Deal (?<number>[0-9]+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex DealNumber();
}

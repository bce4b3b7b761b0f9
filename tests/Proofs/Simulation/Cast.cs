using System.Text.Json;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>Someone with a personal chat, in one of two tenants.</summary>
public sealed record Player(string Tenant, string ObjectId, string Name, string Email, string ZoneId)
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Bot = "28:bot";

    public string Chat => $"a:{ObjectId}";

    public RepId Rep => RepId.Parse(Email);

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];

    public ChannelAccount Account => new() { Id = $"29:{ObjectId}", Name = Name, AadObjectId = ObjectId, Email = Email, UserPrincipalName = Email };

    /// <summary>The app is installed (<c>add</c>) or removed (<c>remove</c>).</summary>
    public Activity Installation(string action, Instant at) =>
        Of(ActivityTypes.InstallationUpdate) with { Action = action, Timestamp = InstantPattern.ExtendedIso.Format(at) };

    /// <summary>A press on a card, or the card's own refresh.</summary>
    public Activity Press(string cardId, string verb, IReadOnlyDictionary<string, string> values, bool isAutomatic = false) => Of(ActivityTypes.Invoke) with
    {
        Name = CardSubmission.InvokeName,
        ReplyToId = cardId,
        Value = JsonSerializer.SerializeToElement(new
        {
            action = new { type = "Action.Execute", verb, data = values },
            trigger = isAutomatic ? "automatic" : "manual",
        }),
    };

    /// <summary>A typed message.</summary>
    public Activity Says(string id, string text) => Of(ActivityTypes.Message) with { Id = id, Text = text };

    private Activity Of(string type) => new()
    {
        Type = type,
        ServiceUrl = ServiceUrl,
        ChannelId = "msteams",
        LocalTimezone = ZoneId,
        Locale = "en-GB",
        From = Account,
        Recipient = new ChannelAccount { Id = Bot },
        Conversation = new ConversationAccount { Id = Chat, ConversationType = ConversationAccount.Personal, TenantId = Tenant },
    };
}

/// <summary>Who takes part.</summary>
public static class Cast
{
    public const string North = "5f0e8c1a-0000-4000-8000-000000000001";
    public const string South = "5f0e8c1a-0000-4000-8000-000000000002";
    public const string Channel = "19:pipeline@thread.tacv2";

    public static readonly Player Rosa = new(North, "00000000-0000-4000-8000-000000000001", "Rosa", "rosa@north.example", "Europe/Berlin");
    public static readonly Player Nick = new(North, "00000000-0000-4000-8000-000000000002", "Nick", "nick@north.example", "America/New_York");

    /// <summary>In another tenant, and known there by the very address that Rosa has here.</summary>
    public static readonly Player Tara = new(South, "00000000-0000-4000-8000-000000000003", "Tara", "rosa@north.example", "Asia/Tokyo");

    public static readonly IReadOnlyList<Player> All = [Rosa, Nick, Tara];

    public static string ChatOf(ReminderDocument reminder) => All.First(player => player.Tenant == reminder.Tenant && player.Rep == reminder.Meeting.Rep).Chat;

    public static IEnumerable<ChannelAccount> MembersOf(string conversation) => conversation == Channel
        ? All.Where(player => player.Tenant == North).Select(player => player.Account)
        : All.Where(player => player.Chat == conversation).Select(player => player.Account);
}

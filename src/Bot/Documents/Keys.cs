using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUpBot.Deals;
using NodaTime;
using NodaTime.Calendars;

namespace FollowUpBot.Bot.Documents;

/// <summary>
/// Partitions and ids of every document. Names from outside are kept readable when they are harmless and encoded when they are not,
/// so that two of them never become one key and none can break out of its partition.
/// </summary>
public static class Keys
{
    public const string Deal = "deal";
    public const string Person = "person";
    public const string Alias = "alias";
    public const string Channel = "channel";
    public const string Team = "team";

    private const int LongestReadable = 120;

    public static string DealPartition(string tenant, string dealId) => $"{Part(tenant)}|deal:{Part(dealId)}";

    public static string PersonPartition(string tenant, string objectId) => $"{Part(tenant)}|person:{Part(objectId)}";

    public static string AliasPartition(string tenant, RepId email) => $"{Part(tenant)}|alias:{Part(email.Value)}";

    public static string ChannelPartition(string tenant, string channelId) => $"{Part(tenant)}|channel:{Part(channelId)}";

    public static string TeamPartition(string tenant, string teamId) => $"{Part(tenant)}|team:{Part(teamId)}";

    /// <summary>The owner of deals and reminders, for the store's queries.</summary>
    public static string Owner(string tenant, RepId rep) => $"{Part(tenant)}|{Part(rep.Value)}";

    /// <summary>Owner of the deals that were won, for the usual time in a stage. No rep is called so: it is neither a GUID nor an address.</summary>
    public static string Won(string tenant) => $"{Part(tenant)}|won";

    public static string Meeting(string meetingId) => $"meeting:{Part(meetingId)}";

    public static string Reminder(string meetingId) => $"reminder:{Part(meetingId)}";

    public static string Inbox(string source, string deliveryId) => $"inbox:{Part(source)}:{Part(deliveryId)}";

    /// <param name="version">What the bot changed.</param>
    /// <param name="revision">What the CRM changed.</param>
    public static string CardUpdate(string reminderId, int version, long revision) =>
        string.Create(CultureInfo.InvariantCulture, $"update:{reminderId}:{version}:{revision}");

    /// <summary>One a week: <c>digest:2026-W48</c>.</summary>
    public static string Digest(LocalDate day) => $"digest:{Week(day)}";

    /// <summary>By ISO 8601: <c>2026-W48</c>.</summary>
    public static string Week(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(day):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}");

    /// <summary>Sorts by time; <paramref name="about"/> tells apart what happened at the same moment.</summary>
    public static string Event(Instant at, string about) =>
        $"event:{at.ToUnixTimeTicks().ToString("D19", CultureInfo.InvariantCulture)}:{Part(about)}";

    private static string Part(string text) => text switch
    {
        _ when text.Length <= LongestReadable && text.All(IsHarmless) => text,
        _ when Encoding.UTF8.GetByteCount(text) <= LongestReadable => "~" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)),
        _ => "~~" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
    };

    private static bool IsHarmless(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '+';
}

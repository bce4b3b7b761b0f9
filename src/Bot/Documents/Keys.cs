using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUpBot.Deals;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace FollowUpBot.Bot.Documents;

/// <summary>
/// Partitions and ids of every document. Names from outside are kept readable when they are harmless and encoded when they are not,
/// so that two of them never become one key and none can break out of its partition. Deals and people are hashed, as tombstones outlive them.
/// </summary>
public static class Keys
{
    public const string Deal = "deal";
    public const string Person = "person";
    public const string Alias = "alias";
    public const string Channel = "channel";
    public const string Team = "team";
    public const string MeetingKind = "meeting";
    public const string Tombstone = "tombstone";

    /// <summary>The owner of the admin's list, over all tenants; no tenant's own, for it has no tenant before it.</summary>
    public const string StuckOwner = "stuck";
    public const string Taken = "taken";
    public const string Round = "round";
    public const string DigestUpdate = "digestUpdate";
    public const string HeadsUpPlan = "headsUpPlan";

    /// <summary>Where the key of the bot's own links lies, over all tenants.</summary>
    public const string LinkKeyPartition = "links";

    private const int LongestReadable = 120;

    /// <summary>As many bytes in base64url, behind a tilde.</summary>
    private const int LongestPart = 1 + (LongestReadable * 4 / 3);

    /// <summary>What every partition of a tenant begins with.</summary>
    public static string TenantPrefix(string tenant) => $"{Part(tenant)}|";

    public static string DealPartition(string tenant, string dealId) => $"{Part(tenant)}|deal:{Hash(dealId)}";

    public static string PersonPartition(string tenant, string objectId) => $"{Part(tenant)}|person:{Hash(objectId)}";

    public static string AliasPartition(string tenant, RepId email) => $"{Part(tenant)}|alias:{Hash(email.Value)}";

    public static string ChannelPartition(string tenant, string channelId) => $"{Part(tenant)}|channel:{Part(channelId)}";

    public static string TeamPartition(string tenant, string teamId) => $"{Part(tenant)}|team:{Part(teamId)}";

    /// <summary>The owner of what is over (closed deals, meetings, ended reminders, what somebody did), so that all of a person can be found.</summary>
    public static string PastOwner(string tenant, RepId rep) => $"{Owner(tenant, rep)}|past";

    /// <summary>The owner of a tenant's channels.</summary>
    public static string Channels(string tenant) => $"{Part(tenant)}|channels";

    /// <summary>A chat, or a thread of a channel.</summary>
    public static string ConversationPartition(string tenant, string conversationId) => $"{Part(tenant)}|conversation:{Part(conversationId)}";

    /// <summary>The owner of open deals and reminders, for the store's queries.</summary>
    public static string Owner(string tenant, RepId rep) => $"{Part(tenant)}|{Part(rep.Value)}";

    /// <summary>Owner of the deals that were won, for the usual time in a stage. No rep is called so: it is neither a GUID nor an address.</summary>
    public static string Won(string tenant) => $"{Part(tenant)}|won";

    public static string Meeting(string meetingId) => $"meeting:{Part(meetingId)}";

    public static string Reminder(string meetingId) => $"reminder:{Part(meetingId)}";

    /// <summary>A follow-up without a meeting behind it.</summary>
    public static string Ask(int number) => string.Create(CultureInfo.InvariantCulture, $"ask:{number}");

    /// <summary>Whether a follow-up can have this id. A press says whatever its sender wrote.</summary>
    public static bool IsFollowUp(string id) =>
        id.Split(':') is ["reminder" or "ask", { Length: > 0 and <= LongestPart } part]
        && part.All(c => IsHarmless(c) || c == '~');

    /// <param name="about">As in <see cref="Event"/>: news are told apart as the lines of the audit trail that tell of the same.</param>
    public static string DealNews(Instant at, string about) => $"news:{at.ToUnixTimeTicks().ToString("D19", CultureInfo.InvariantCulture)}:{Part(about)}";

    public static string Inbox(string source, string deliveryId) => $"inbox:{Part(source)}:{Part(deliveryId)}";

    /// <param name="version">What the bot changed.</param>
    /// <param name="revision">What the CRM changed.</param>
    public static string CardUpdate(string reminderId, int version, long revision) =>
        string.Create(CultureInfo.InvariantCulture, $"update:{reminderId}:{version}:{revision}");

    /// <summary>One a week: <c>digest:2026-W48</c>.</summary>
    public static string Digest(LocalDate day) => DigestOf(Week(day));

    /// <param name="week">As <see cref="Week"/> gives it.</param>
    public static string DigestOf(string week) => $"digest:{week}";

    /// <summary>One a weekly card: <c>lost:digest:2026-W48</c>.</summary>
    public static string Lost(string digestId) => $"lost:{digestId}";

    /// <summary>By ISO 8601: <c>2026-W48</c>.</summary>
    public static string Week(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(day):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}");

    /// <summary>One a weekly card, in the person's partition.</summary>
    /// <param name="week">As <see cref="Week"/> gives it.</param>
    public static string HeadsUp(string week, string channelId) => $"headsUp:{week}:{Part(channelId)}";

    /// <summary>One a day and person: <c>notice:2026-12-02</c>.</summary>
    public static string Notice(LocalDate day) => $"notice:{LocalDatePattern.Iso.Format(day)}";

    /// <summary>A moment as a part of an id.</summary>
    public static string Stamp(Instant at) => at.ToUnixTimeTicks().ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>One a day and person: <c>attention:2026-12-02</c>.</summary>
    public static string Attention(LocalDate day) => $"attention:{LocalDatePattern.Iso.Format(day)}";

    /// <summary>Several in a day, at most one each few minutes: <c>list:2026-12-02:1</c>.</summary>
    public static string List(LocalDate day, int number) => string.Create(CultureInfo.InvariantCulture, $"list:{LocalDatePattern.Iso.Format(day)}:{number}");

    /// <summary>One for each answer and side of its appointment.</summary>
    public static string Appointment(string reminderId, int version, AppointmentMoment moment) =>
        string.Create(CultureInfo.InvariantCulture, $"appointment:{moment}:{version}:{reminderId}");

    public static string Stuck(string about) => $"stuck:{Part(about)}";

    /// <summary>Sorts by time; <paramref name="about"/> tells apart what happened at the same moment.</summary>
    public static string Event(Instant at, string about) =>
        $"event:{Stamp(at)}:{Part(about)}";

    /// <summary>What stays when everything of a deal or a person was erased: no way leads back from it to the name.</summary>
    public static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Part(string text) => text switch
    {
        _ when text.Length <= LongestReadable && text.All(IsHarmless) => text,
        _ when Encoding.UTF8.GetByteCount(text) <= LongestReadable => "~" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)),
        _ => "~~" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
    };

    private static bool IsHarmless(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '+';
}

using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Teams.Protocol;

/// <summary>Where an activity comes from: person, tenant, place and clock, as the platform says it.</summary>
public static class ActivityOrigin
{
    /// <summary>Who acts: the Entra object id in lower case, null when Teams names none. Card data and text are never asked (SEC7).</summary>
    public static string? ActorId(this Activity activity) => Id(activity.From?.AadObjectId);

    /// <summary>The tenant's id in lower case; null when the activity names none.</summary>
    public static string? TenantId(this Activity activity) =>
        Id(activity.Conversation?.TenantId) ?? Id(activity.ChannelData?.Tenant?.Id);

    /// <summary>When it happened, by Teams' clock: late or repeated deliveries bear the same moment. Null when the activity does not say.</summary>
    public static Instant? HappenedAt(this Activity activity) =>
        InstantPattern.ExtendedIso.Parse(activity.Timestamp ?? "") is { Success: true } moment ? moment.Value : null;

    /// <summary>The sender's zone (teams rule 26); null when there is none or nobody knows it.</summary>
    public static DateTimeZone? Zone(this Activity activity) => Known(activity.LocalTimezone) ?? Known(ClientField(activity, "timezone"));

    /// <summary>The sender's language, such as <c>en-GB</c>; null when there is none.</summary>
    public static string? SpokenLocale(this Activity activity) => activity.Locale ?? ClientField(activity, "locale");

    /// <summary>How to speak here again; null when the activity does not say.</summary>
    public static ConversationReference? Reference(this Activity activity) =>
        activity is { ServiceUrl: { Length: > 0 } url, Conversation.Id: { Length: > 0 } conversation, Recipient.Id: { Length: > 0 } bot }
            ? new ConversationReference(url, conversation, bot)
            : null;

    private static string? Id(string? id) => string.IsNullOrWhiteSpace(id) ? null : id.Trim().ToLowerInvariant();

    private static string? ClientField(Activity activity, string name) =>
        (activity.Entities ?? []).Where(entity => entity.TextField("type") == "clientInfo").Select(entity => entity.TextField(name)).FirstOrDefault();

    private static DateTimeZone? Known(string? zone) => zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
}

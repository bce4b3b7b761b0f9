namespace FollowUpBot.Bot.Meetings;

/// <summary>A sender whose signature is known.</summary>
/// <param name="Tenant">Everything from this source belongs to this tenant, whatever the body says.</param>
public sealed record FeedSource(string Name, string Tenant, IReadOnlyList<WebhookSecret> Secrets)
{
    /// <exception cref="FormatException">A secret cannot be read; <see cref="FeedOptionsCheck"/> finds that at start.</exception>
    public static FeedSource From(FeedSourceOptions options) =>
        new(options.Name, options.Tenant.ToLowerInvariant(), [.. options.Secrets.Select(WebhookSecret.Parse)]);
}

using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Meetings;

/// <summary>Stops the start on a feed that could not work or would not be safe, with one line for each mistake. No line shows a secret.</summary>
public sealed class FeedOptionsCheck(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<FeedOptions>
{
    private const int NameLimit = 50;
    private const int TenantLimit = 64;

    public ValidateOptionsResult Validate(string? name, FeedOptions options)
    {
        var mistakes = new List<string>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Sources.Count; i++)
        {
            var (source, at) = (options.Sources[i], $"{FeedOptions.Section}:Sources:{i}");
            if (!IsPlain(source.Name, NameLimit))
                mistakes.Add($"{at}:Name must be 1 to {NameLimit} letters, digits, '-' or '_'.");
            else if (!names.Add(source.Name))
                mistakes.Add($"{at}:Name '{source.Name}' is used twice.");
            if (!IsPlain(source.Tenant, TenantLimit))
                mistakes.Add($"{at}:Tenant must be the Entra tenant id.");
            if (source.Secrets.Count == 0)
                mistakes.Add($"{at}:Secrets must hold at least one secret.");
            for (var j = 0; j < source.Secrets.Count; j++)
                CheckSecret(source.Secrets[j], $"{at}:Secrets:{j}", secrets, mistakes);
        }

        CheckTokens(options, mistakes);
        if (options.PerSecond is < 1 or > 10_000)
            mistakes.Add("Feed:PerSecond must be 1 to 10000.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private void CheckTokens(FeedOptions options, List<string> mistakes)
    {
        if (options.AppId.Length > 0 && !Guid.TryParse(options.AppId, out _))
            mistakes.Add("Feed:AppId is no GUID.");
        if (options.AppId.Length > 0 && configuration["Teams:TenantId"] is null or "")
            mistakes.Add("Feed:AppId needs Teams:TenantId: the tenant whose applications may send.");
        if (options.OpenIdMetadata.Length > 0
            && !(Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata) && (metadata.Scheme == Uri.UriSchemeHttps || metadata.IsLoopback)))
        {
            mistakes.Add("Feed:OpenIdMetadata must be an https address; plain http is for this machine only.");
        }
    }

    /// <summary>A secret names its source and so its tenant: the same one in two places would leave that open.</summary>
    private void CheckSecret(string text, string at, Dictionary<string, string> seen, List<string> mistakes)
    {
        if (!WebhookSecret.TryParse(text, out var secret))
            mistakes.Add($"{at} must be '{WebhookSecret.Prefix}' and base64 of {WebhookSecret.MinBytes} to {WebhookSecret.MaxBytes} random bytes.");
        else if (secret.Equals(WebhookSecret.Development) && !environment.IsDevelopment())
            mistakes.Add($"{at} is the public development secret; make one with: openssl rand -base64 32");
        else if (!seen.TryAdd(secret.Fingerprint, at))
            mistakes.Add($"{at} is the same secret as {seen[secret.Fingerprint]}.");
    }

    private static bool IsPlain(string text, int limit) =>
        text.Length >= 1 && text.Length <= limit && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

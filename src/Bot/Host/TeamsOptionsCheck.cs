using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Host;

/// <summary>Without what Teams needs the bot does not start, and every missing setting is named. Development may do without all of them.</summary>
public sealed class TeamsOptionsCheck(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<TeamsOptions>
{
    private const string AppId = $"{BotOptions.Section}:{nameof(BotOptions.AppId)}";

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var isGiven = !string.IsNullOrWhiteSpace(configuration[AppId]);
        var mistakes = Addresses(options).Concat(isGiven || !environment.IsDevelopment() ? Credentials(options, isGiven) : []).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Credentials(TeamsOptions options, bool hasAppId)
    {
        if (!hasAppId)
            yield return $"{AppId} is missing: the bot's app id, which is the client id of its identity in Entra.";
        if (options.TenantId.Length == 0)
            yield return "Teams:TenantId is missing: the Entra tenant in which the bot is registered.";
        var (hasSecret, hasCertificate) = (options.ClientSecret.Length > 0, options.CertificatePath.Length > 0);
        if (options.AppType == BotAppType.SingleTenant && hasSecret == hasCertificate)
            yield return "Teams:ClientSecret or Teams:CertificatePath is needed for Teams:AppType SingleTenant, and only one of them.";
        if (options.AppType == BotAppType.UserAssignedMSI && (hasSecret || hasCertificate))
            yield return "Teams:ClientSecret and Teams:CertificatePath are for Teams:AppType SingleTenant; a managed identity needs none.";
        if (hasCertificate && !File.Exists(options.CertificatePath))
            yield return "Teams:CertificatePath names no file that can be read.";
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        if (options.TenantId.Length > 0 && !Guid.TryParse(options.TenantId, out _))
            yield return "Teams:TenantId is no GUID.";
        foreach (var tenant in options.Tenants.Where(tenant => !Guid.TryParse(tenant, out _)))
            yield return $"Teams:Tenants '{tenant}' is no GUID.";
        if (!Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata)
            || (metadata.Scheme != Uri.UriSchemeHttps && !(metadata.Scheme == Uri.UriSchemeHttp && metadata.IsLoopback)))
        {
            yield return "Teams:OpenIdMetadata must be an https address; plain http is for this machine only.";
        }

        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme != Uri.UriSchemeHttps)
            yield return "Teams:Issuer must be an https address.";
    }
}

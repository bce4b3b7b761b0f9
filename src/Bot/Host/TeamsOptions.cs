using FollowUpBot.Teams.Tokens;

namespace FollowUpBot.Bot.Host;

/// <summary>What the Azure Bot resource says of the bot's identity. Multi-tenant bots cannot be made any more (teams rule 10).</summary>
public enum BotAppType
{
    /// <summary>A user-assigned managed identity: there is no secret at all.</summary>
    UserAssignedMSI,

    /// <summary>An app registration with a certificate or a secret.</summary>
    SingleTenant,
}

/// <summary>The bot's identity towards Teams, and whose activities it takes. Not needed in Development.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    public BotAppType AppType { get; set; } = BotAppType.UserAssignedMSI;

    /// <summary>The Entra tenant in which the bot is registered.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The tenants whose people may use the bot; without any, <see cref="TenantId"/> alone.</summary>
    public IReadOnlyList<string> Tenants { get; set; } = [];

    /// <summary>For <see cref="BotAppType.SingleTenant"/>: this or <see cref="CertificatePath"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>A PKCS#12 file without a password, or a PEM file with certificate and key.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Who signs the tokens of Teams; <c>https://api.botframework.us</c> in the US Government cloud (teams rule 8).</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the issuer's keys are described: https, or on this machine for a rehearsal.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>What the bot's own token is asked for; <c>https://api.botframework.us/.default</c> in the US Government cloud.</summary>
    public string TokenScope { get; set; } = EntraConnectorToken.PublicScope;

    /// <summary>
    /// The issuer is on this machine: the way of production is rehearsed with a stand-in for Teams. Callers and addresses are then of
    /// this machine too, so that a forgotten setting opens nothing to anybody else.
    /// </summary>
    public bool IsRehearsal => Uri.TryCreate(OpenIdMetadata, UriKind.Absolute, out var metadata) && metadata.IsLoopback;
}

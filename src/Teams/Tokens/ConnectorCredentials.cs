using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace FollowUpBot.Teams.Tokens;

/// <summary>
/// The ways in which a bot proves who it is (teams rule 10). Each returns how to make the credential: nothing of Azure is loaded
/// before the first message goes out.
/// </summary>
public static class ConnectorCredentials
{
    /// <summary>A user-assigned managed identity: there is no secret at all.</summary>
    /// <param name="appId">The identity's client id, which is the bot's app id.</param>
    public static Func<TokenCredential> ManagedIdentity(string appId) =>
        () => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId));

    public static Func<TokenCredential> Certificate(string tenantId, string appId, Func<X509Certificate2> certificate) =>
        () => new ClientCertificateCredential(tenantId, appId, certificate());

    public static Func<TokenCredential> Secret(string tenantId, string appId, string secret) =>
        () => new ClientSecretCredential(tenantId, appId, secret);
}

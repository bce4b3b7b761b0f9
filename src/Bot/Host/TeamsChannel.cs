using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>
/// The way to and from Teams. With an app id the tokens of both directions are the real ones; without, which only Development allows,
/// the bot speaks to this machine alone.
/// </summary>
public static class TeamsChannel
{
    public static void AddTeams(this IServiceCollection services)
    {
        services.AddOptions<TeamsOptions>()
            .BindConfiguration(TeamsOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.AddSingleton(Addresses);
        services.AddSingleton(services => new SigningKeys(new Uri(Teams(services).OpenIdMetadata)));
        services.TryAddSingleton(Credential);
        services.AddSingleton(Token);
        services.AddSingleton(Check);
        services.AddSingleton<IConnector>(services =>
            new ConnectorClient(services.GetRequiredService<ServiceUrls>(), services.GetRequiredService<IConnectorToken>()));
    }

    /// <summary>Whether Teams must prove who it is; the options' check refuses to start without that outside Development.</summary>
    public static bool HasCredentials(IServiceProvider services) => Bot(services).AppId.Length > 0;

    private static ServiceUrls Addresses(IServiceProvider services) =>
        new(ServiceUrls.MicrosoftHosts, allowLoopback: !HasCredentials(services) || Teams(services).IsRehearsal);

    private static IInboundCheck Check(IServiceProvider services)
    {
        var serviceUrls = services.GetRequiredService<ServiceUrls>();
        if (!HasCredentials(services))
            return new LoopbackOnly(serviceUrls);
        var teams = Teams(services);
        var options = new ChannelTokenOptions
        {
            AppId = Bot(services).AppId,
            Tenants = teams.Tenants.Count > 0 ? teams.Tenants : [teams.TenantId],
            Issuer = teams.Issuer,
        };
        var tokens = new ChannelTokens(options, serviceUrls, services.GetRequiredService<SigningKeys>());
        return new ChannelTokenCheck(tokens, services.GetRequiredService<IClock>(), teams.IsRehearsal);
    }

    private static IConnectorToken Token(IServiceProvider services) => HasCredentials(services)
        ? new EntraConnectorToken(services.GetRequiredService<Func<TokenCredential>>(), services.GetRequiredService<TimeProvider>(), Teams(services).TokenScope)
        : new NoToken();

    private static Func<TokenCredential> Credential(IServiceProvider services)
    {
        var (appId, teams) = (Bot(services).AppId, Teams(services));
        return teams switch
        {
            { AppType: BotAppType.UserAssignedMSI } => ConnectorCredentials.ManagedIdentity(appId),
            { CertificatePath.Length: > 0 } => ConnectorCredentials.Certificate(teams.TenantId, appId, () => Certificate(teams.CertificatePath)),
            _ => ConnectorCredentials.Secret(teams.TenantId, appId, teams.ClientSecret),
        };
    }

    /// <summary>Read anew for each credential, so that a renewed file is taken without a restart.</summary>
    private static X509Certificate2 Certificate(string path) => Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, password: null);

    private static TeamsOptions Teams(IServiceProvider services) => services.GetRequiredService<IOptions<TeamsOptions>>().Value;

    private static BotOptions Bot(IServiceProvider services) => services.GetRequiredService<IOptions<BotOptions>>().Value;
}

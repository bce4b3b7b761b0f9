using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using FollowUpBot.Bot.Host;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Teams.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FollowUpBot.Tests.Bot.Host;

[Trait("row", "SEC40")]
public sealed class StartTests
{
    private const string Tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    [Fact]
    public void Production_without_settings_names_each_that_is_missing() => Assert.Equal(
        [
            "Bot:AppId is missing: the bot's app id, which is the client id of its identity in Entra.",
            "Teams:TenantId is missing: the Entra tenant in which the bot is registered.",
        ],
        Mistakes("Production"));

    [Theory]
    [InlineData("Staging")]
    [InlineData("production")]
    [InlineData("development ")]
    [InlineData("Test")]
    [Trait("row", "R6")]
    public void Every_environment_but_Development_needs_credentials(string environment) => Assert.Equal(2, Mistakes(environment).Count);

    [Fact]
    public void Development_needs_none() => Assert.Empty(Mistakes("Development"));

    [Fact]
    public void A_managed_identity_needs_app_id_and_tenant_alone() =>
        Assert.Empty(Mistakes("Production", ("Bot:AppId", LoopbackIssuer.AppId), ("Teams:TenantId", Tenant)));

    [Theory]
    [InlineData("Teams:ClientSecret or Teams:CertificatePath is needed", "Teams:AppType", "SingleTenant")]
    [InlineData("Teams:ClientSecret or Teams:CertificatePath is needed", "Teams:AppType", "SingleTenant", "Teams:ClientSecret", "s", "Teams:CertificatePath", "LICENSE")]
    [InlineData("Teams:CertificatePath names no file", "Teams:AppType", "SingleTenant", "Teams:CertificatePath", "/nowhere/bot.pem")]
    [InlineData("a managed identity needs none", "Teams:ClientSecret", "s")]
    [InlineData("Teams:TenantId is no GUID", "Teams:TenantId", "contoso")]
    [InlineData("Teams:Tenants 'contoso' is no GUID", "Teams:Tenants:0", "contoso")]
    [InlineData("Teams:OpenIdMetadata must be an https address", "Teams:OpenIdMetadata", "http://login.example/openid")]
    [InlineData("Teams:OpenIdMetadata must be an https address", "Teams:OpenIdMetadata", "file:///keys")]
    [InlineData("Teams:Issuer must be an https address", "Teams:Issuer", "somebody")]
    [InlineData("Bot:AppId is no GUID", "Bot:AppId", "bot")]
    [InlineData("Http:TrustedProxies 'anybody' is no network", "Http:TrustedProxies:0", "anybody")]
    [InlineData("Feed:AppId is no GUID", "Feed:AppId", "feed")]
    [InlineData("Feed:PerSecond must be", "Feed:PerSecond", "0")]
    [InlineData("Bot:TurnsPerSecond must be", "Bot:TurnsPerSecond", "0")]
    [InlineData("'TenantID2'", "Teams:TenantID2", "x")]
    [InlineData("'Proxies'", "Http:Proxies", "x")]
    public void A_wrong_setting_is_named(string mistake, params string[] settings)
    {
        var all = new List<(string, string)> { ("Bot:AppId", LoopbackIssuer.AppId), ("Teams:TenantId", Tenant) };
        for (var at = 0; at < settings.Length; at += 2)
            all.Add((settings[at], settings[at + 1]));

        Assert.Contains(Mistakes("Production", [.. all]), line => line.Contains(mistake, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_process_ends_with_1_and_one_line()
    {
        var (before, error) = (Console.Error, new StringWriter());
        Console.SetError(error);
        try
        {
            Assert.Equal(1, await FollowUpBotHost.RunAsync(["--environment=Production", $"--contentRoot={Path.GetTempPath()}"]));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains("FollowUpBot does not start: Bot:AppId is missing", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Teams:TenantId is missing", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".pem")]
    [InlineData(".pfx")]
    public void A_certificate_is_read_from_its_file(string ending)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        var path = Path.Combine(Directory.CreateTempSubdirectory("followupbot-").FullName, $"bot{ending}");
        if (ending == ".pem")
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        else
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12));
        var app = App("Production", ("Bot:AppId", LoopbackIssuer.AppId), ("Teams:TenantId", Tenant), ("Teams:AppType", "SingleTenant"), ("Teams:CertificatePath", path));

        Assert.Empty(ConfigurationMistakes.Of(app.Services));
        Assert.IsType<ClientCertificateCredential>(app.Services.GetRequiredService<Func<TokenCredential>>()());
        Directory.Delete(Path.GetDirectoryName(path) ?? "", recursive: true);
    }

    private static IReadOnlyList<string> Mistakes(string environment, params (string Key, string Value)[] settings)
    {
        var app = App(environment, settings);
        return ConfigurationMistakes.Of(app.Services);
    }

    private static WebApplication App(string environment, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = Repository.Root });
        builder.Configuration.Sources.Clear();
        foreach (var (key, value) in settings)
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]);
        builder.AddFollowUpBot();
        return builder.Build();
    }
}

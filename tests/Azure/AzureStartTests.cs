using System.Text.RegularExpressions;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Tests.Azure;

/// <summary>With the settings of azuredeploy.json, and nothing else, the bot would start in Production.</summary>
public sealed partial class AzureStartTests
{
    private const string Tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string Identity = "3b0c1f6e-6c5f-4a3e-9a55-7b1e0d9b4c21";
    private const string Account = "https://fub-1.documents.azure.com:443/";

    /// <summary>What Azure makes of the expressions that settings are written with.</summary>
    private static readonly Dictionary<string, string> Azure = new()
    {
        ["concat('https://', variables('domain'))"] = "https://followupbot.azurewebsites.net",
        ["subscription().tenantId"] = Tenant,
        ["reference(variables('identityId'), '2024-11-30').clientId"] = Identity,
        ["reference(variables('accountId'), '2024-11-15').documentEndpoint"] = Account,
        ["concat('@Microsoft.KeyVault(VaultName=', variables('vaultName'), ';SecretName=feed-signing)')"] = Crm.Secret,
        ["parameters('feedName')"] = "crm",
    };

    [Fact]
    [Trait("row", "SEC40")]
    public async Task The_bot_starts_in_Production_with_the_settings_of_the_template()
    {
        await using var app = App();

        Assert.Empty(ConfigurationMistakes.Of(app.Services));

        var teams = app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        Assert.Equal((BotAppType.UserAssignedMSI, Tenant), (teams.AppType, teams.TenantId));
        Assert.False(teams.IsRehearsal);
        Assert.Equal(Identity, app.Services.GetRequiredService<IOptions<BotOptions>>().Value.AppId);
        Assert.Equal(StoreKind.Cosmos, app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Kind);
        Assert.Equal(Account, app.Services.GetRequiredService<IOptions<CosmosStorageOptions>>().Value.Endpoint);
        Assert.Equal(Tenant, Assert.Single(app.Services.GetRequiredService<IOptions<FeedOptions>>().Value.Sources).Tenant);
    }

    [Theory]
    [InlineData("Bot:AppId")]
    [InlineData("Teams:TenantId")]
    [InlineData("Storage:Cosmos:Endpoint")]
    [InlineData("Feed:Sources:0:Secrets:0")]
    public async Task Without_one_of_them_it_would_not(string missing)
    {
        await using var app = App(missing);
        Assert.NotEmpty(ConfigurationMistakes.Of(app.Services));
    }

    /// <summary>The front end of App Service hands requests over from a link-local address; everything else may claim what it likes.</summary>
    [Fact]
    [Trait("row", "SEC42")]
    public async Task Only_the_platforms_front_end_is_believed_about_the_callers_address()
    {
        await using var app = App();
        Assert.Equal(["169.254.0.0/16"], app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.TrustedProxies);
    }

    private static WebApplication App(string? without = null)
    {
        var settings = AzureTemplate.Settings.Where(setting => setting.Key != without).ToDictionary(setting => setting.Key, setting => (string?)Value(setting.Value));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = settings["ASPNETCORE_ENVIRONMENT"], ContentRootPath = Repository.Root });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddJsonFile(Repository.FullPath("src/Bot/appsettings.json")).AddInMemoryCollection(settings);
        builder.AddFollowUpBot();
        return builder.Build();
    }

    /// <summary>A text as it stands, or what Azure makes of an expression; an unknown expression has no value, so that the bot would miss it.</summary>
    private static string Value(string written)
    {
        var expression = written.StartsWith('[') && written.EndsWith(']') ? written[1..^1] : written;
        if (Azure.TryGetValue(expression, out var value))
            return value;
        return Parameter().Match(expression) is { Success: true } named
            ? (string?)AzureTemplate.Root["parameters"]?[named.Groups["name"].Value]?["defaultValue"] ?? ""
            : written.StartsWith('[') ? "" : written == expression && expression.Contains('(', StringComparison.Ordinal) ? "" : written;
    }

    [GeneratedRegex(@"^parameters\('(?<name>\w+)'\)$")]
    private static partial Regex Parameter();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Host;
using FollowUpBot.Storage.Cosmos;
using FollowUpBot.Tests.Hygiene;

namespace FollowUpBot.Tests.Azure;

/// <summary>The cloud template opens nothing that need not be open, and fits the bot that it installs.</summary>
public sealed partial class AzureTemplateTests
{
    private static readonly string[] OfThePlatform =
    [
        "ASPNETCORE_ENVIRONMENT", "ApplicationInsightsAgent_EXTENSION_VERSION", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    [Fact]
    [Trait("row", "SEC28")]
    [Trait("row", "R10")]
    public void The_bot_signs_in_with_its_identity_and_has_no_password()
    {
        var bot = AzureTemplate.Properties("Microsoft.BotService/botServices");
        Assert.Equal("UserAssignedMSI", (string?)bot?["msaAppType"]);
        Assert.Equal("[variables('identityId')]", (string?)bot?["msaAppMSIResourceId"]);
        Assert.Contains("identityId", (string?)bot?["msaAppId"], StringComparison.Ordinal);
        Assert.True((bool?)bot?["disableLocalAuth"]);
        Assert.Equal("MsTeamsChannel", (string?)AzureTemplate.Properties("Microsoft.BotService/botServices/channels")?["channelName"]);
        var site = AzureTemplate.Resource("Microsoft.Web/sites");
        Assert.Equal("UserAssigned", (string?)site["identity"]?["type"]);
        Assert.NotNull(site["identity"]?["userAssignedIdentities"]?["[variables('identityId')]"]);
    }

    [Fact]
    [Trait("row", "SEC28")]
    [Trait("row", "R65")]
    public void The_web_app_speaks_only_https_of_today_and_has_no_other_door()
    {
        Assert.True((bool?)AzureTemplate.Properties("Microsoft.Web/sites")?["httpsOnly"]);
        var config = AzureTemplate.SiteConfig;
        Assert.Matches("^1[.][23]$", (string?)config?["minTlsVersion"]);
        Assert.Matches("^1[.][23]$", (string?)config?["scmMinTlsVersion"]);
        Assert.Equal("Disabled", (string?)config?["ftpsState"]);
        Assert.False((bool?)config?["remoteDebuggingEnabled"]);
        Assert.False((bool?)config?["webSocketsEnabled"]);
        Assert.Equal("Production", AzureTemplate.Settings["ASPNETCORE_ENVIRONMENT"]);
    }

    [Fact]
    [Trait("row", "SEC28")]
    public void The_web_app_is_two_servers_of_64_bits_that_stay_awake_and_are_asked_for_their_health()
    {
        var plan = AzureTemplate.Resource("Microsoft.Web/serverfarms");
        Assert.True((bool?)plan["properties"]?["reserved"]);
        Assert.Equal("[parameters('instances')]", (string?)plan["sku"]?["capacity"]);
        Assert.True((int?)Parameter("instances")["minValue"] >= 2);
        Assert.True((int?)Parameter("instances")["defaultValue"] >= 2);
        var config = AzureTemplate.SiteConfig;
        Assert.Equal("DOTNETCORE|10.0", (string?)config?["linuxFxVersion"]);
        Assert.False((bool?)config?["use32BitWorkerProcess"]);
        Assert.True((bool?)config?["alwaysOn"]);
        Assert.Equal("/health/ready", (string?)config?["healthCheckPath"]);
        Assert.Equal($"dotnet {typeof(BotOptions).Assembly.GetName().Name}.dll", (string?)config?["appCommandLine"]);
    }

    [Fact]
    [Trait("row", "SEC28")]
    public void The_store_takes_no_key_and_lets_the_identity_into_its_database_alone()
    {
        var account = AzureTemplate.Properties("Microsoft.DocumentDB/databaseAccounts");
        Assert.True((bool?)account?["disableLocalAuth"]);
        Assert.True((bool?)account?["disableKeyBasedMetadataWriteAccess"]);
        Assert.Equal("Tls12", (string?)account?["minimalTlsVersion"]);
        Assert.Equal("Continuous", (string?)account?["backupPolicy"]?["type"]);
        var role = AzureTemplate.Properties("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments");
        Assert.Equal("[concat(variables('accountId'), '/dbs/', variables('database'))]", (string?)role?["scope"]);
        Assert.Equal("[concat(variables('accountId'), '/sqlRoleDefinitions/', variables('cosmosDataContributor'))]", (string?)role?["roleDefinitionId"]);
        Assert.Equal("00000000-0000-0000-0000-000000000002", (string?)AzureTemplate.Root["variables"]?["cosmosDataContributor"]); // Built-in Data Contributor
    }

    [Fact]
    [Trait("row", "SEC28")]
    public void The_vault_knows_roles_only_and_lets_nothing_be_purged()
    {
        var vault = AzureTemplate.Properties("Microsoft.KeyVault/vaults");
        Assert.True((bool?)vault?["enableRbacAuthorization"]);
        Assert.True((bool?)vault?["enablePurgeProtection"]);
        Assert.True((bool?)vault?["enableSoftDelete"]);
        Assert.Null(vault?["accessPolicies"]);
        var roles = AzureTemplate.Of("Microsoft.Authorization/roleAssignments").ToDictionary(role => (string?)role["scope"] ?? "");
        Assert.Equal(["[variables('insightsId')]", "[variables('vaultId')]"], roles.Keys.Order());
        Assert.Contains("vaultSecretsUser", (string?)roles["[variables('vaultId')]"]["properties"]?["roleDefinitionId"], StringComparison.Ordinal);
        Assert.Equal("4633458b-17de-408a-b874-0445c86b69e6", (string?)AzureTemplate.Root["variables"]?["vaultSecretsUser"]); // Key Vault Secrets User
        Assert.Equal("[variables('identityId')]", (string?)AzureTemplate.Properties("Microsoft.Web/sites")?["keyVaultReferenceIdentity"]);
    }

    /// <summary>An ingestion key alone lets nobody write: local sign-in is off (<c>DisableLocalAuth</c>).</summary>
    [Fact]
    [Trait("row", "SEC28")]
    public void No_parameter_takes_a_secret_and_no_setting_holds_one()
    {
        Assert.All(AzureTemplate.Root["parameters"]?.AsObject() ?? [], parameter =>
        {
            Assert.DoesNotContain("secure", (string?)parameter.Value?["type"], StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(SecretName(), parameter.Key);
        });
        Assert.DoesNotMatch(KeyFunction(), AzureTemplate.Root.ToJsonString());
        Assert.All(
            AzureTemplate.Settings.Where(setting => SecretName().IsMatch(setting.Key)),
            setting => Assert.Contains("@Microsoft.KeyVault(VaultName=", setting.Value, StringComparison.Ordinal));
        Assert.True((bool?)AzureTemplate.Properties("Microsoft.Insights/components")?["DisableLocalAuth"]);
        Assert.Empty(AzureTemplate.Of("Microsoft.KeyVault/vaults/secrets"));
    }

    [Fact]
    public void Every_setting_is_one_that_the_bot_or_the_platform_knows() => Assert.Empty(
        AzureTemplate.Settings.Keys.Except(OfThePlatform).Except(SettingsTests.Keys()));

    [Fact]
    public void The_database_and_the_container_are_those_that_the_bot_looks_for()
    {
        var defaults = new CosmosOptions { Endpoint = new Uri("https://followupbot.documents.azure.com") };
        Assert.Equal(defaults.Database, (string?)AzureTemplate.Root["variables"]?["database"]);
        Assert.Equal(defaults.Container, (string?)AzureTemplate.Root["variables"]?["container"]);
    }

    [Theory]
    [InlineData("digest-not-sent")]
    [InlineData("stuck-items")]
    [InlineData("failed-turns")]
    [InlineData("store-away")]
    public void An_alert_looks_for_words_that_the_bot_really_logs(string name)
    {
        var alert = Assert.Single(AzureTemplate.Variable("logAlerts"), alert => (string?)alert?["name"] == name);
        var words = (string?)alert?["words"] ?? "";
        Assert.Contains(
            Repository.Under("src", ".cs").SelectMany(file => Repository.Read(file).Split('\n')),
            line => line.Contains("[LoggerMessage(", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_alerts_for_server_errors_for_sick_servers_and_for_throttling() => Assert.Equal(
        ["Http5xx", "HealthCheckStatus", "TotalRequests"],
        AzureTemplate.Variable("metricAlerts").Select(alert => (string?)alert?["criterion"]?["metricName"]));

    [Fact]
    public void The_package_comes_from_the_address_that_is_given() =>
        Assert.Equal("[parameters('packageUri')]", (string?)AzureTemplate.Properties("Microsoft.Web/sites/extensions")?["packageUri"]);

    [Fact]
    public void Every_parameter_says_what_it_is() => Assert.All(
        AzureTemplate.Root["parameters"]?.AsObject() ?? [],
        parameter => Assert.NotNull((string?)parameter.Value?["metadata"]?["description"]));

    private static JsonObject Parameter(string name) => AzureTemplate.Root["parameters"]?[name]?.AsObject() ?? [];

    [GeneratedRegex("secret|password|key$|token", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"listKeys|listSecrets|listConnectionStrings|getSecret|AccountKey", RegexOptions.IgnoreCase)]
    private static partial Regex KeyFunction();
}

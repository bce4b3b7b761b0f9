using FollowUpBot.Bot.Meetings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Tests.Meetings;

public sealed class FeedOptionsTests
{
    [Fact]
    public void A_feed_may_have_no_source_or_several()
    {
        Assert.Empty(Mistakes([]));
        Assert.Empty(Mistakes([Source("crm", "t1", Signed.SecretText(1), Signed.SecretText(2)), Source("calendar", "t1", Signed.SecretText(3))]));
    }

    [Fact]
    public void Every_mistake_has_its_own_line()
    {
        var mistakes = Mistakes([
            Source("crm", "t1", Signed.SecretText(1)),
            Source("CRM", "", Signed.SecretText(1), "short", Signed.SecretText(4, 65)),
            Source("a|b", "t|1"),
            Source("", new string('t', 65), WebhookSecret.DevelopmentText),
        ]);

        Assert.Collection(
            mistakes,
            line => Assert.Equal("Feed:Sources:1:Name 'CRM' is used twice.", line),
            line => Assert.Equal("Feed:Sources:1:Tenant must be the Entra tenant id.", line),
            line => Assert.Equal("Feed:Sources:1:Secrets:0 is the same secret as Feed:Sources:0:Secrets:0.", line),
            line => Assert.StartsWith("Feed:Sources:1:Secrets:1 must be", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:1:Secrets:2 must be", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:2:Name must be", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:2:Tenant must be", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:2:Secrets must hold", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:3:Name must be", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:3:Tenant must be", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Feed:Sources:3:Secrets:0 is the public development secret", line, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "SEC29")]
    public void No_mistake_shows_a_secret()
    {
        var almost = Signed.SecretText(5) + "!";

        Assert.DoesNotContain(Mistakes([Source("crm", "t1", almost)]), line => line.Contains(almost[6..16], StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "SEC40")]
    public void The_development_secret_is_for_development_only()
    {
        Assert.Empty(Mistakes([Source("development", "t1", WebhookSecret.DevelopmentText)], Environments.Development));
        Assert.Single(Mistakes([Source("development", "t1", WebhookSecret.DevelopmentText)], Environments.Production));
        Assert.Single(Mistakes([Source("development", "t1", WebhookSecret.DevelopmentText)], Environments.Staging));
    }

    [Fact]
    public void The_section_is_read_from_configuration()
    {
        var options = Bound(("Feed:Sources:0:Name", "crm"), ("Feed:Sources:0:Tenant", "t1"), ("Feed:Sources:0:Secrets:0", Signed.SecretText(1)));

        var source = Assert.Single(options().Sources);
        Assert.Equal(("crm", "t1", Signed.SecretText(1)), (source.Name, source.Tenant, Assert.Single(source.Secrets)));
    }

    [Fact]
    public void A_misspelt_key_stops_the_start() =>
        Assert.Contains("Secret", Assert.Throws<InvalidOperationException>(() => Bound(("Feed:Sources:0:Secret", "x"))()).ToString(), StringComparison.Ordinal);

    private static Func<FeedOptions> Bound(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(it => KeyValuePair.Create(it.Key, (string?)it.Value))).Build();
        var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production })
            .AddSingleton<IConfiguration>(configuration)
            .AddFeed(configuration)
            .BuildServiceProvider();
        return () => services.GetRequiredService<IOptions<FeedOptions>>().Value;
    }

    private static FeedSourceOptions Source(string name, string tenant, params string[] secrets) =>
        new() { Name = name, Tenant = tenant, Secrets = [.. secrets] };

    private static List<string> Mistakes(FeedSourceOptions[] sources, string environment = "Production") =>
        [.. new FeedOptionsCheck(new HostingEnvironment { EnvironmentName = environment }, new ConfigurationBuilder().Build())
            .Validate(null, new FeedOptions { Sources = [.. sources] }).Failures ?? []];
}

using FollowUpBot.Teams.Tokens;
using NodaTime;

namespace FollowUpBot.Tests.Teams.Tokens;

public sealed class SigningKeysTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 15, 0);

    [Fact]
    [Trait("row", "R2")]
    public async Task Keys_are_read_once_and_kept_for_a_day()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        using var keys = new SigningKeys(issuer.Metadata);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FindAsync(keys, "key-1", Now)));
        Assert.Equal(["msteams", "webchat"], (await FindAsync(keys, "key-1", Now + Duration.FromHours(23)))?.Endorsements);
        Assert.Equal(2, issuer.Asked); // the metadata and the keys

        await FindAsync(keys, "key-1", Now + Duration.FromHours(24));
        Assert.Equal(4, issuer.Asked);
    }

    [Fact]
    [Trait("row", "FM46")]
    [Trait("row", "R2")]
    public async Task A_new_key_is_found_at_once_and_a_withdrawn_one_goes_with_the_next_reading()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        using var keys = new SigningKeys(issuer.Metadata);
        await FindAsync(keys, "key-1", Now);
        issuer.Publish("key-2", "msteams");
        issuer.Withdraw("key-1");

        Assert.NotNull(await FindAsync(keys, "key-2", Now + SigningKeys.AskedAtMostEvery));
        Assert.Null(await FindAsync(keys, "key-1", Now + SigningKeys.AskedAtMostEvery));
    }

    [Fact]
    [Trait("row", "SEC26")]
    public async Task A_flood_of_unknown_keys_asks_the_issuer_once_a_minute()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        using var keys = new SigningKeys(issuer.Metadata);
        await FindAsync(keys, "key-1", Now);
        var later = Now + Duration.FromMinutes(5);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => FindAsync(keys, $"key-{n + 100}", later)));
        for (var n = 0; n < 59; n++)
        {
            await FindAsync(keys, $"key-{n + 1000}", later + Duration.FromSeconds(n));
        }

        Assert.Equal(4, issuer.Asked);
    }

    [Fact]
    [Trait("row", "FM46")]
    public async Task While_the_issuer_is_down_the_keys_at_hand_go_on()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        using var keys = new SigningKeys(issuer.Metadata);
        await FindAsync(keys, "key-1", Now);
        issuer.IsDown = true;

        Assert.NotNull(await FindAsync(keys, "key-1", Now + Duration.FromDays(3)));
        issuer.IsDown = false;
        issuer.Nonsense = "<html>";
        Assert.NotNull(await FindAsync(keys, "key-1", Now + Duration.FromDays(4)));
        issuer.Nonsense = """{"keys":[{"kty":"oct","kid":"key-1","k":"c2VjcmV0"}]}""";
        Assert.NotNull(await FindAsync(keys, "key-1", Now + Duration.FromDays(5)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"jwks_uri":"http://evil.example/keys"}""")]
    [InlineData("""{"jwks_uri":5}""")]
    [InlineData("""{"jwks_uri":"file:///etc/passwd"}""")]
    public async Task Metadata_that_is_none_gives_no_keys_and_no_exception(string nonsense)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        using var keys = new SigningKeys(issuer.Metadata);
        issuer.Nonsense = nonsense;

        Assert.Null(await FindAsync(keys, "key-1", Now));
        Assert.False(keys.AreKnown);
    }

    [Fact]
    public async Task Before_the_first_keys_a_good_token_is_told_to_come_again_and_a_bad_one_is_refused()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        using var keys = new SigningKeys(issuer.Metadata);
        var bearer = new BearerTokens([LoopbackIssuer.Name], [LoopbackIssuer.AppId], keys);
        issuer.IsDown = true;

        Assert.Equal(503, Status(await bearer.CheckAsync("Bearer " + LoopbackIssuer.Token(Now), Now, CancellationToken.None)));
        Assert.Equal(401, Status(await bearer.CheckAsync("Bearer x.y.z", Now, CancellationToken.None)));
        issuer.IsDown = false;
        var later = Now + SigningKeys.AskedAtMostEvery;
        Assert.IsType<TokenVerdict.Trusted>(await bearer.CheckAsync("Bearer " + LoopbackIssuer.Token(Now), later, CancellationToken.None));
    }

    private static int? Status(TokenVerdict verdict) => (verdict as TokenVerdict.Refused)?.Status;

    private static Task<SigningKey?> FindAsync(SigningKeys keys, string id, Instant now) =>
        keys.FindAsync(id, now, CancellationToken.None).AsTask();
}

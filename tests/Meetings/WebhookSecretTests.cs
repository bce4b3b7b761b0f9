using FollowUpBot.Bot.Meetings;

namespace FollowUpBot.Tests.Meetings;

[Trait("row", "SEC11")]
public sealed class WebhookSecretTests
{
    [Fact]
    public void A_secret_is_read_with_and_without_its_prefix() =>
        Assert.Equal(WebhookSecret.Parse(Signed.SecretText(7)), WebhookSecret.Parse(Signed.SecretText(7)[WebhookSecret.Prefix.Length..]));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64!")]
    [InlineData("WHSEC_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB")]
    public void What_is_no_secret_is_not_read(string? text) => Assert.False(WebhookSecret.TryParse(text, out _));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_secret_has_24_to_64_bytes(int bytes, bool isRead) =>
        Assert.Equal(isRead, WebhookSecret.TryParse(Signed.SecretText(7, bytes), out _));

    [Fact]
    [Trait("row", "SEC29")]
    public void A_secret_never_shows_itself()
    {
        var text = Signed.SecretText(7);

        Assert.Equal("whsec_…", WebhookSecret.Parse(text).ToString());
        Assert.DoesNotContain(text[6..20], Signed.Source.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("shown", Assert.Throws<FormatException>(() => WebhookSecret.Parse("shown")).Message, StringComparison.Ordinal);
    }
}

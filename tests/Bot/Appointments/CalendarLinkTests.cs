using System.Security.Cryptography;
using System.Text;
using FollowUpBot.Bot.Appointments;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Appointments;

[Trait("row", "SEC21")]
public sealed class CalendarLinkTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly CalendarLink Link = new("tenant|deal:abc", "def", Now + CalendarLink.Life);

    [Fact]
    public void A_link_is_read_again_until_seven_days_are_over()
    {
        var token = Link.Sign(Key);

        Assert.Equal(Link, CalendarLink.Read(token, Key, Now));
        Assert.Equal(Link, CalendarLink.Read(token, Key, Now + Duration.FromDays(7) - Duration.FromSeconds(1)));
        Assert.Null(CalendarLink.Read(token, Key, Now + Duration.FromDays(7)));
    }

    [Fact]
    [Trait("row", "SEC43")]
    public void A_link_that_was_changed_anywhere_or_signed_by_another_is_none()
    {
        var token = Link.Sign(Key);

        Assert.All(Enumerable.Range(0, token.Length), place =>
            Assert.Null(CalendarLink.Read(token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..], Key, Now)));
        Assert.All(Enumerable.Range(0, token.Length), length => Assert.Null(CalendarLink.Read(token[..length], Key, Now)));
        Assert.Null(CalendarLink.Read(token, RandomNumberGenerator.GetBytes(32), Now));
        Assert.Null(CalendarLink.Read(token + "A", Key, Now));
        Assert.Null(CalendarLink.Read(token + "==", Key, Now));
        Assert.Null(CalendarLink.Read(" " + token, Key, Now));
        Assert.All((string[])["", "%", "..", new string('A', 100_000)], wrong => Assert.Null(CalendarLink.Read(wrong, Key, Now)));
    }

    [Fact]
    public void Nothing_of_the_deal_can_be_read_from_it()
    {
        var reading = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(Link.Sign(Key)));

        Assert.DoesNotContain("contoso", reading, StringComparison.OrdinalIgnoreCase);
    }
}

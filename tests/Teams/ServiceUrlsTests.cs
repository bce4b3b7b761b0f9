using FollowUpBot.Teams;

namespace FollowUpBot.Tests.Teams;

[Trait("row", "SEC16")]
public sealed class ServiceUrlsTests
{
    private static readonly ServiceUrls Production = new(ServiceUrls.MicrosoftHosts, allowLoopback: false);
    private static readonly ServiceUrls Development = new(ServiceUrls.MicrosoftHosts, allowLoopback: true);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net/emea/72f988bf-86f1-41af-91ab-2d7cd011db47/")]
    [InlineData("https://SMBA.trafficmanager.net:443/teams")]
    [InlineData("https://europe.botframework.com")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    [Trait("row", "R8")]
    public void The_connectors_hosts_are_accepted(string url) => Assert.NotNull(Production.Accept(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net/amer")]
    [InlineData("//smba.trafficmanager.net/amer")]
    [InlineData("http://smba.trafficmanager.net/amer/")] // no TLS
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://smba.trafficmanager.net:8443/")] // another port
    [InlineData("https://smba.trafficmanager.net:80/")]
    [InlineData("https://evil.smba.trafficmanager.net/")] // a shared name space
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net.attacker.tld/")]
    [InlineData("https://smba.trafficmanager.net.attacker.tld/")]
    [InlineData("https://attacker.tld/smba.trafficmanager.net")]
    [InlineData("https://attacker.tld#smba.trafficmanager.net")]
    [InlineData("https://attacker.tld?smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net?x=1")]
    [InlineData("https://smba.trafficmanager.net#x")]
    [InlineData("https://smba.trafficmanager.net@evil/")] // user info
    [InlineData("https://evil@smba.trafficmanager.net/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")] // trailing dot
    [InlineData("https://evilbotframework.com/")] // not below botframework.com
    [InlineData("https://botframework.com.evil.tld/")]
    [InlineData("https://.botframework.com/")]
    [InlineData("https://botframework.com/")] // nothing of ours lives there
    [InlineData("https://169.254.169.254/metadata/identity")] // the cloud's own metadata
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://2852039166/")] // the same, decimal
    [InlineData("https://0xA9FEA9FE/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://smba.trafficmanager.xn--net-/")] // punycode
    [InlineData("https://xn--smba-.trafficmanager.net/")]
    [InlineData("https://ѕmba.trafficmanager.net/")] // a Cyrillic letter
    [InlineData("https://smba。trafficmanager.net/")] // an ideographic full stop
    [InlineData("https://ｓmba.trafficmanager.net/")] // a full-width letter
    [InlineData("https://smba.trafficmanager.net\\@evil.tld/")]
    [InlineData("https:\\\\smba.trafficmanager.net/")]
    [InlineData("https:/smba.trafficmanager.net/")]
    [InlineData("https://smba%2Etrafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net%00.evil.tld/")]
    [InlineData("https://smba.trafficmanager.net\u0000/")]
    [InlineData("https://smba.trafficmanager.net\r\nHost: evil.tld/")]
    [InlineData(" https://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/ ")]
    [Trait("row", "R12")]
    public void Everything_else_is_refused(string? url) => Assert.Null(Production.Accept(url));

    [Fact]
    public void An_endless_address_is_refused() =>
        Assert.Null(Production.Accept("https://smba.trafficmanager.net/" + new string('a', 5000)));

    [Theory]
    [InlineData("http://localhost:56150", true)]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("https://[::1]:5001/", true)]
    [InlineData("http://localhost.attacker.tld/", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://0x7f.1/", false)]
    [InlineData("http://127.1/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    public void Development_adds_this_machine_and_nothing_else(string url, bool accepted) =>
        Assert.Equal(accepted, Development.Accept(url) is not null);
}

using System.Net;
using FollowUpBot.Bot.Host;

namespace FollowUpBot.Tests.Bot.Host;

/// <summary>The links that Teams shows to everybody who installs the app.</summary>
[Trait("row", "R62")]
public sealed class PolicyPagesTests
{
    [Theory]
    [InlineData(PolicyPages.PrivacyPath, "To see or delete what is kept of you")]
    [InlineData(PolicyPages.TermsPath, "MIT license")]
    public async Task Without_a_company_page_the_bot_says_it_itself(string path, string words)
    {
        await using var bot = await RehearsedBot.StartAsync();

        var asked = bot.Store.Asked;

        using var answer = await bot.Http.GetAsync(new Uri(bot.Address, path));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(asked, bot.Store.Asked);
    }

    [Theory]
    [InlineData(PolicyPages.PrivacyPath, "Links:Privacy")]
    [InlineData(PolicyPages.TermsPath, "Links:Terms")]
    public async Task With_a_company_page_they_lead_there(string path, string setting)
    {
        const string Page = "https://contoso.example/policies/bot";
        await using var bot = await RehearsedBot.StartAsync((setting, Page));
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var answer = await http.GetAsync(new Uri(bot.Address, path));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(Page), answer.Headers.Location);
    }

    [Theory]
    [InlineData("Links:Privacy", "http://contoso.example/privacy")]
    [InlineData("Links:Terms", "javascript:alert(1)")]
    [InlineData("Links:Terms", "terms")]
    public async Task A_link_that_is_no_https_page_stops_the_start(string setting, string link)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => RehearsedBot.StartAsync((setting, link)));
        Assert.Contains($"{setting} must be the https address of a page.", refusal.Message, StringComparison.Ordinal);
    }
}

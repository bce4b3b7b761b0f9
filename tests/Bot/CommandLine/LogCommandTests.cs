using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using FollowUpBot.Tests.Meetings;
using NodaTime;

namespace FollowUpBot.Tests.Bot.CommandLine;

public sealed class LogCommandTests
{
    private static readonly string[] Least = ["--deal", "Contoso renewal", "--rep", "lee@example.com"];

    [Fact]
    public async Task A_meeting_is_logged_with_the_development_secret_and_the_reminder_s_time_is_told()
    {
        await using var server = await FeedServer.StartAsync(WebhookSecret.DevelopmentText);
        server.Answer = () => new IntakeAnswer(IsRepeat: false, Signed.Now + Duration.FromSeconds(5));

        var (code, output, error) = await RunAsync([.. Least, "--url", $"{server.Url}"]);

        Assert.Equal((0, "Logged the meeting on Contoso renewal. lee@example.com is reminded in 5 s (2026-03-02T15:04:10Z).\n", ""), (code, output, error));
        var (delivery, (deal, meeting)) = Assert.Single(server.Taken);
        Assert.Equal("tenant-a", delivery.Tenant);
        Assert.Equal(new DealFacts("Contoso renewal", RepId.Parse("lee@example.com"), DealStatus.Open, null, null, null, null, null, null), deal);
        Assert.Equal(("contoso-renewal", Signed.Now), (meeting.DealId, meeting.End));
    }

    [Fact]
    public async Task Everything_that_can_be_said_of_the_meeting_arrives()
    {
        await using var server = await FeedServer.StartAsync();

        var (code, _, error) = await RunAsync([
            .. Least, "--amount", "42000.50", "--currency", "eur", "--stage", "Proposal", "--buyer", "Dana Reed (CFO)", "--buyer", "Kim Ito",
            "--ended", "5 minutes ago", "--url", $"{server.Url}", "--secret", Signed.SecretText(1),
        ]);

        Assert.Equal((0, ""), (code, error));
        var (deal, meeting) = Assert.Single(server.Taken).Logged;
        Assert.Equal((42000.5m, "EUR", "Proposal"), (deal.Amount, deal.Currency, deal.Stage));
        Assert.Equal([new Buyer("Dana Reed", "CFO"), new Buyer("Kim Ito", null)], meeting.Buyers);
        Assert.Equal(Signed.Now - Duration.FromMinutes(5), meeting.End);
    }

    [Fact]
    public async Task Two_calls_log_two_meetings_on_one_deal()
    {
        await using var server = await FeedServer.StartAsync(WebhookSecret.DevelopmentText);

        await RunAsync([.. Least, "--url", $"{server.Url}"]);
        await RunAsync([.. Least, "--url", $"{server.Url}"]);

        Assert.Single(server.Taken.Select(taken => taken.Logged.Meeting.DealId).Distinct());
        Assert.Equal(2, server.Taken.Select(taken => taken.Logged.Meeting.Id).Distinct().Count());
        Assert.Equal(2, server.Taken.Select(taken => taken.Delivery.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("--rep 'Lee Wong' is neither an Entra object id nor an e-mail address; a name alone could mean another person.", "--deal", "D", "--rep", "Lee Wong")]
    [InlineData("--deal needs the deal's name.", "--rep", "lee@example.com")]
    [InlineData("--deal needs the deal's name.", "--deal", "!?", "--rep", "lee@example.com")]
    [InlineData("--rep needs an Entra object id or an e-mail address.", "--deal", "D")]
    [InlineData("--rep needs a value.", "--deal", "D", "--rep")]
    [InlineData("--amount 'much' is not a plain number", "--amount", "much")]
    [InlineData("--ended 'yesterday' is neither like '5 minutes ago'", "--ended", "yesterday")]
    [InlineData("--url 'here' is not an http address.", "--url", "here")]
    [InlineData("--url 'file:///etc/passwd' is not an http address.", "--url", "file:///etc/passwd")]
    [InlineData("--secret is not 'whsec_' and base64 of 24 to 64 bytes.", "--secret", "hunter2")]
    [InlineData("--colour is not known.", "--colour", "red")]
    public async Task What_cannot_be_meant_is_named_with_the_usage(string line, params string[] args)
    {
        var (code, output, error) = await RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(line, error, StringComparison.Ordinal);
        Assert.Contains(LogOptions.Usage, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_no_bot_is_running_the_line_says_how_to_start_one()
    {
        var (code, _, error) = await RunAsync([.. Least, "--url", "http://127.0.0.1:9"]);

        Assert.Equal((1, "No bot answers at http://127.0.0.1:9/. Start it with: dotnet run --project src/Bot\n"), (code, error));
    }

    [Fact]
    public async Task A_refused_signature_says_which_secret_to_give()
    {
        await using var server = await FeedServer.StartAsync();

        var (code, _, error) = await RunAsync([.. Least, "--url", $"{server.Url}"]);

        Assert.Equal(1, code);
        Assert.Contains("--secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_a_feed_says_what_to_configure()
    {
        await using var server = await FeedServer.StartAsync(secrets: []);

        var (code, _, error) = await RunAsync([.. Least, "--url", $"{server.Url}"]);

        Assert.Equal(1, code);
        Assert.Contains("Feed:Sources", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_fields_are_shown_line_by_line()
    {
        await using var server = await FeedServer.StartAsync(WebhookSecret.DevelopmentText);

        var (code, _, error) = await RunAsync([.. Least, "--amount", "1", "--currency", "euros", "--stage", new string('x', 101), "--url", $"{server.Url}"]);

        Assert.Equal(1, code);
        Assert.Equal(
            "deal.currency must be a currency of ISO 4217 in three capital letters, such as EUR.\ndeal.stage must not be longer than 100 characters; it has 101.\n",
            error);
    }

    [Theory]
    [InlineData("now", 0)]
    [InlineData("1 minute ago", 1)]
    [InlineData("2 hours ago", 120)]
    [InlineData("2026-03-02T15:03:05Z", 1)]
    [InlineData("2026-03-02T16:03:05+01:00", 1)]
    public void The_end_may_be_told_in_words_or_as_a_moment(string ended, int minutesAgo)
    {
        Assert.True(LogOptions.TryParse([.. Least, "--ended", ended], Signed.Now, out var options, out _));

        Assert.Equal(Signed.Now - Duration.FromMinutes(minutesAgo), options.Ended);
    }

    [Theory]
    [InlineData("Contoso renewal", "contoso-renewal")]
    [InlineData("  Fabrikam / Phase #2 (EU) ", "fabrikam-phase-2-eu")]
    [InlineData("株式会社 更新", "株式会社-更新")]
    public void A_deal_s_id_comes_from_its_name(string name, string id)
    {
        Assert.True(LogOptions.TryParse(["--deal", name, "--rep", "lee@example.com"], Signed.Now, out var options, out _));

        Assert.Equal(id, options.DealId);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await LogCommand.RunAsync(args, output, error, new StandingClock(Signed.Now), CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}

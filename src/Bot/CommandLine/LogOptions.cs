using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.CommandLine;

/// <summary>What <c>log</c> was asked to post.</summary>
public sealed partial record LogOptions
{
    public const string Usage = """
        log --deal "Contoso renewal" --rep <Entra object id or e-mail>
            [--amount 42000 --currency USD] [--stage Proposal] [--buyer "Dana Reed (CFO)"]...
            [--ended "5 minutes ago" | 2026-03-02T10:00:00Z] [--url http://localhost:3978] [--secret whsec_...]
        """;

    public required string Deal { get; init; }
    public required RepId Rep { get; init; }
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }
    public string? Stage { get; init; }
    public IReadOnlyList<Buyer> Buyers { get; init; } = [];
    public required Instant Ended { get; init; }
    public Uri Url { get; init; } = new("http://localhost:3978");
    public WebhookSecret Secret { get; init; } = WebhookSecret.Development;

    /// <summary>The deal's name as an id: its letters and digits in lower case, everything else a hyphen.</summary>
    public string DealId => Slug(Deal);

    /// <param name="args">What stands after <c>log</c>.</param>
    /// <param name="mistake">One line that names what is wrong.</param>
    public static bool TryParse(
        IReadOnlyList<string> args, Instant now, [NotNullWhen(true)] out LogOptions? options, [NotNullWhen(false)] out string? mistake)
    {
        options = null;
        var parsed = new LogOptions { Deal = "", Rep = default, Ended = now };
        mistake = args.Count % 2 == 0 ? null : $"{args[^1]} needs a value.";
        for (var i = 0; i < args.Count && mistake is null; i += 2)
            (parsed, mistake) = parsed.With(args[i], args[i + 1].Trim(), now);
        mistake ??= parsed.DealId.Length == 0 ? "--deal needs the deal's name."
            : parsed.Rep == default ? "--rep needs an Entra object id or an e-mail address."
            : null;
        options = mistake is null ? parsed : null;
        return options is not null;
    }

    private (LogOptions Options, string? Mistake) With(string name, string value, Instant now) => name switch
    {
        "--deal" => (this with { Deal = value }, null),
        "--rep" when RepId.TryParse(value, out var rep) => (this with { Rep = rep }, null),
        "--rep" => Not($"--rep '{value}' is neither an Entra object id nor an e-mail address; a name alone could mean another person."),
        "--amount" when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) =>
            (this with { Amount = amount, Currency = Currency ?? "USD" }, null),
        "--amount" => Not($"--amount '{value}' is not a plain number such as 42000."),
        "--currency" => (this with { Currency = value.ToUpperInvariant() }, null),
        "--stage" => (this with { Stage = value }, null),
        "--buyer" => (this with { Buyers = [.. Buyers, BuyerIn(value)] }, null),
        "--ended" when MomentIn(value, now) is { } ended => (this with { Ended = ended }, null),
        "--ended" => Not($"--ended '{value}' is neither like '5 minutes ago' nor like 2026-03-02T10:00:00Z."),
        "--url" when Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => (this with { Url = url }, null),
        "--url" => Not($"--url '{value}' is not an http address."),
        "--secret" when WebhookSecret.TryParse(value, out var secret) => (this with { Secret = secret }, null),
        "--secret" => Not("--secret is not 'whsec_' and base64 of 24 to 64 bytes."),
        _ => Not($"{name} is not known."),
    };

    private (LogOptions Options, string? Mistake) Not(string mistake) => (this, mistake);

    private static Buyer BuyerIn(string text) =>
        NameAndRole().Match(text) is { Success: true } match ? new Buyer(match.Groups["name"].Value, match.Groups["role"].Value) : new Buyer(text, null);

    private static Instant? MomentIn(string text, Instant now)
    {
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
            return now;
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var at })
            return at.ToInstant();
        if (Ago().Match(text) is not { Success: true } match)
            return null;
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return now - (match.Groups["unit"].Value[0] is 'h' or 'H' ? Duration.FromHours(count) : Duration.FromMinutes(count));
    }

    private static string Slug(string name)
    {
        var hyphened = string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        var slug = string.Join('-', hyphened.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= SalesFields.IdLimit ? slug : slug[..SalesFields.IdLimit];
    }

    [GeneratedRegex(@"^(?<name>[^()]+?) *\((?<role>[^()]+)\)$", RegexOptions.NonBacktracking)]
    private static partial Regex NameAndRole();

    [GeneratedRegex("^(?<count>[0-9]{1,4}) *(?<unit>min|minutes?|h|hours?) ago$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ago();
}

using FollowUpBot.Bot.Sentences;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Host;

/// <summary>Where a company's own pages are, which Teams shows to everybody who installs the app (teams rules 62 and 63).</summary>
public sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>The privacy statement, https; without one the bot says itself what it keeps.</summary>
    public string Privacy { get; set; } = "";

    /// <summary>The terms of use, https; without them the bot names its licence.</summary>
    public string Terms { get; set; } = "";

    /// <summary>The bot's own public address, https, for the calendar file of a firm step; without one no such file is offered.</summary>
    public string Address { get; set; } = "";
}

/// <summary>Names what is wrong with the section "Links".</summary>
public sealed class LinkOptionsCheck : IValidateOptions<LinkOptions>
{
    public ValidateOptionsResult Validate(string? name, LinkOptions options)
    {
        var mistakes = new[] { ("Privacy", options.Privacy), ("Terms", options.Terms) }
            .Where(link => link.Item2.Length > 0 && !(Uri.TryCreate(link.Item2, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps))
            .Select(link => $"Links:{link.Item1} must be the https address of a page.")
            .ToList();
        if (options.Address.Length > 0 && !IsAddress(options.Address))
            mistakes.Add("Links:Address must be the bot's own https address without a path, such as https://followupbot.contoso.com.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    /// <summary>Plain http on this machine only.</summary>
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

/// <summary><c>/privacy</c> and <c>/terms</c>: the company's own pages, or a plain text in their place, so that no link of the app is dead.</summary>
public static class PolicyPages
{
    public const string PrivacyPath = "/privacy";
    public const string TermsPath = "/terms";

    public static void MapPolicyPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PrivacyPath, (IOptions<LinkOptions> links) => Page(links.Value.Privacy, PolicyText.Privacy));
        routes.MapGet(TermsPath, (IOptions<LinkOptions> links) => Page(links.Value.Terms, PolicyText.Terms));
    }

    private static IResult Page(string link, string otherwise) => link.Length > 0 ? Results.Redirect(link) : Results.Text(otherwise);
}

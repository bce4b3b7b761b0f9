using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Host;

namespace FollowUpBot.Bot.CommandLine;

/// <summary>
/// <c>package --app-id GUID --domain bot.example.com [--privacy URL] [--terms URL] [--meeting-end yes] [--output FollowUpBot.zip]</c>: the
/// app package to upload in Teams. Without links of the company's own, the bot's pages are named (<see cref="PolicyPages"/>).
/// </summary>
public static class PackageCommand
{
    private const string Usage =
        "package --app-id GUID --domain bot.example.com [--privacy URL] [--terms URL] [--meeting-end yes] [--output FollowUpBot.zip]";

    private const int LongestUrl = 2048;

    private static readonly string[] Names = ["--app-id", "--domain", "--privacy", "--terms", "--meeting-end", "--output"];
    private static readonly string[] Links = ["--privacy", "--terms"];
    private static readonly string[] Files = ["manifest.json", "color.png", "outline.png"];

    /// <returns>0, or 2 with every bad argument named on <paramref name="error"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var (given, problems) = Parse(args);
        if (problems.Count > 0)
        {
            problems.ForEach(error.WriteLine);
            error.WriteLine($"Usage: {Usage}");
            return 2;
        }

        var path = Path.GetFullPath(given.GetValueOrDefault("--output", "FollowUpBot.zip"));
        File.WriteAllBytes(path, Zip(Manifest(given)));
        output.WriteLine($"Wrote {path}. Upload it in Teams under Apps > Manage your apps > Upload an app.");
        return 0;
    }

    private static (Dictionary<string, string> Given, List<string> Problems) Parse(string[] args)
    {
        var given = new Dictionary<string, string>();
        var problems = new List<string>();
        for (var at = 0; at < args.Length; at++)
        {
            if (!Names.Contains(args[at]))
            {
                problems.Add($"'{args[at]}' is not known here.");
            }
            else if (at + 1 == args.Length || Names.Contains(args[at + 1]))
            {
                problems.Add($"{args[at]} has no value.");
            }
            else if (!given.TryAdd(args[at], args[++at]))
            {
                problems.Add($"{args[at - 1]} stands twice.");
            }
        }

        problems.AddRange(Wrong(given));
        return (given, problems);
    }

    private static IEnumerable<string> Wrong(Dictionary<string, string> given)
    {
        if (!given.TryGetValue("--app-id", out var id) || !Guid.TryParseExact(id, "D", out var guid) || guid == Guid.Empty)
        {
            yield return "--app-id must be the bot's application (client) id, a GUID such as 11111111-2222-3333-4444-555555555555.";
        }

        if (!given.TryGetValue("--domain", out var domain) || !IsPublicName(domain))
        {
            yield return "--domain must be the bot's host name alone, such as bot.example.com.";
        }

        foreach (var link in Links.Where(link => given.TryGetValue(link, out var url) && !IsPublicPage(url)))
        {
            yield return $"{link} must be the https address of a page, such as https://example.com/privacy.";
        }

        if (given.TryGetValue("--meeting-end", out var ends) && ends is not ("yes" or "no"))
        {
            yield return "--meeting-end must be yes or no.";
        }

        if (given.TryGetValue("--output", out var path)
            && (path.Length == 0 || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))))
        {
            yield return "--output must be a file in a folder that exists.";
        }
    }

    private static bool IsPublicName(string domain) =>
        domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.') && domain.All(char.IsAscii)
        && Uri.CheckHostName(domain) == UriHostNameType.Dns;

    private static bool IsPublicPage(string url) =>
        url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.UserInfo.Length == 0
        && IsPublicName(page.Host);

    private static byte[] Zip(string manifest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var file in Files)
            {
                using var entry = zip.CreateEntry(file).Open();
                entry.Write(file == "manifest.json" ? Encoding.UTF8.GetBytes(manifest) : Embedded(file));
            }
        }

        return bytes.ToArray();
    }

    private static string Manifest(Dictionary<string, string> given)
    {
        var domain = given["--domain"].ToLowerInvariant();
        var appId = Guid.Parse(given["--app-id"]).ToString("D");
        var manifest = Encoding.UTF8.GetString(Embedded("manifest.json"))
            .Replace("{{APP_ID}}", appId, StringComparison.Ordinal)
            .Replace("{{PRIVACY}}", Link("--privacy", PolicyPages.PrivacyPath), StringComparison.Ordinal)
            .Replace("{{TERMS}}", Link("--terms", PolicyPages.TermsPath), StringComparison.Ordinal)
            .Replace("{{DOMAIN}}", domain, StringComparison.Ordinal);
        return given.GetValueOrDefault("--meeting-end") == "yes" ? WithMeetingEnd(manifest, appId) : manifest;

        string Link(string name, string path) => new Uri(given.GetValueOrDefault(name, $"https://{domain}{path}")).AbsoluteUri;
    }

    /// <summary>What the event that a meeting ended needs (teams rule 27): asked for only on request, as a team's owner must consent to it.</summary>
    private static string WithMeetingEnd(string manifest, string appId)
    {
        var json = JsonNode.Parse(manifest)?.AsObject() ?? throw new InvalidOperationException("The manifest is empty.");
        json["webApplicationInfo"] = new JsonObject { ["id"] = appId, ["resource"] = $"api://{appId}" };
        json["authorization"] = new JsonObject
        {
            ["permissions"] = new JsonObject
            {
                ["resourceSpecific"] = new JsonArray(
                    new JsonObject { ["name"] = "OnlineMeeting.ReadBasic.Chat", ["type"] = "Application" },
                    new JsonObject { ["name"] = "ChannelMeeting.ReadBasic.Group", ["type"] = "Application" }),
            },
        };
        return json.ToJsonString();
    }

    private static byte[] Embedded(string file)
    {
        using var stream = typeof(PackageCommand).Assembly.GetManifestResourceStream($"manifest/{file}")
            ?? throw new InvalidOperationException($"{file} was not built in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

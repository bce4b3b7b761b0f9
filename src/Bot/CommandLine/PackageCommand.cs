using System.IO.Compression;
using System.Text;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>package --app-id GUID --domain bot.example.com [--output FollowUpBot.zip]</c>: the app package to upload in Teams.</summary>
public static class PackageCommand
{
    private const string Usage = "package --app-id GUID --domain bot.example.com [--output FollowUpBot.zip]";

    private static readonly string[] Names = ["--app-id", "--domain", "--output"];
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
        File.WriteAllBytes(path, Zip(Guid.Parse(given["--app-id"]), given["--domain"].ToLowerInvariant()));
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

        if (given.TryGetValue("--output", out var path)
            && (path.Length == 0 || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))))
        {
            yield return "--output must be a file in a folder that exists.";
        }
    }

    private static bool IsPublicName(string domain) =>
        domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.') && domain.All(char.IsAscii)
        && Uri.CheckHostName(domain) == UriHostNameType.Dns;

    private static byte[] Zip(Guid appId, string domain)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var file in Files)
            {
                using var entry = zip.CreateEntry(file).Open();
                entry.Write(file == "manifest.json" ? Filled(appId, domain) : Embedded(file));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Filled(Guid appId, string domain) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Embedded("manifest.json"))
            .Replace("{{APP_ID}}", appId.ToString("D"), StringComparison.Ordinal)
            .Replace("{{DOMAIN}}", domain, StringComparison.Ordinal));

    private static byte[] Embedded(string file)
    {
        using var stream = typeof(PackageCommand).Assembly.GetManifestResourceStream($"manifest/{file}")
            ?? throw new InvalidOperationException($"{file} was not built in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

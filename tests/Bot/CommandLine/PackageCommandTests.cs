using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Dialogs;
using FollowUpBot.Tests.Teams;

namespace FollowUpBot.Tests.Bot.CommandLine;

public sealed class PackageCommandTests : IDisposable
{
    private const string AppId = "3b0c1f6e-6c5f-4a3e-9a55-7b1e0d9b4c21";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private string ZipPath => Path.Combine(folder.FullName, "app.zip");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [Trait("row", "R62")]
    public void The_package_holds_a_manifest_that_Teams_takes()
    {
        var (code, _, error) = Run("--app-id", AppId, "--domain", "Bot.Example.com", "--output", ZipPath);

        Assert.Equal((0, ""), (code, error));
        using var zip = ZipFile.OpenRead(ZipPath);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        var manifest = JsonNode.Parse(Bytes(zip, "manifest.json"));
        Assert.Empty(JsonSchema.Load("teams-manifest-1.25.json").Errors(manifest));
        Assert.DoesNotContain("{{", manifest?.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(AppId, (string?)manifest?["id"]);
        Assert.Equal(AppId, (string?)manifest?["bots"]?[0]?["botId"]);
        Assert.Equal(["bot.example.com"], Texts(manifest?["validDomains"]));
        Assert.Equal(["personal", "team", "groupChat"], Texts(manifest?["bots"]?[0]?["scopes"]));
    }

    [Fact]
    [Trait("row", "R62")]
    [Trait("row", "R59")]
    public void Every_command_of_the_manifest_is_one_that_the_bot_understands_in_that_place()
    {
        var lists = Made()["bots"]?[0]?["commandLists"]?.AsArray() ?? [];

        Assert.Equal(["personal", "team", "groupChat"], lists.SelectMany(list => Texts(list?["scopes"])));
        foreach (var list in lists)
        {
            var titles = list?["commands"]?.AsArray().Select(command => (string?)command?["title"] ?? "").ToList() ?? [];
            Assert.Contains("help", titles);
            Assert.All(titles.Except(["help"]), title => Assert.True(IsUnderstood(Texts(list?["scopes"]).Single() ?? "", title), title));
        }
    }

    [Fact]
    public void Texts_are_no_longer_than_Teams_shows()
    {
        var manifest = Made();
        Assert.InRange(((string?)manifest["name"]?["short"])?.Length ?? 0, 1, 30);
        Assert.InRange(((string?)manifest["name"]?["full"])?.Length ?? 0, 1, 100);
        Assert.InRange(((string?)manifest["description"]?["short"])?.Length ?? 0, 1, 80);
        Assert.InRange(((string?)manifest["description"]?["full"])?.Length ?? 0, 1, 4000);
        foreach (var list in manifest["bots"]?[0]?["commandLists"]?.AsArray() ?? [])
        {
            var commands = list?["commands"]?.AsArray() ?? [];
            Assert.InRange(commands.Count, 1, 10);
            Assert.All(commands, command => Assert.InRange(((string?)command?["title"])?.Length ?? 0, 1, 32));
            Assert.All(commands, command => Assert.InRange(((string?)command?["description"])?.Length ?? 0, 1, 128));
        }
    }

    [Fact]
    [Trait("row", "R62")]
    public void The_links_are_those_that_are_given_or_the_bots_own_pages()
    {
        var own = Made()["developer"];
        Assert.Equal("https://bot.example.com/privacy", (string?)own?["privacyUrl"]);
        Assert.Equal("https://bot.example.com/terms", (string?)own?["termsOfUseUrl"]);
        var given = Made("--privacy", "https://contoso.example/privacy?x=\"1\"", "--terms", "https://contoso.example/terms")["developer"];
        Assert.Equal("https://contoso.example/privacy?x=%221%22", (string?)given?["privacyUrl"]);
        Assert.Equal("https://contoso.example/terms", (string?)given?["termsOfUseUrl"]);
    }

    [Fact]
    [Trait("row", "R62")]
    public void The_permission_for_ended_meetings_is_asked_for_on_request_only()
    {
        Assert.Null(Made()["authorization"]);
        Assert.Null(Made()["webApplicationInfo"]);
        var manifest = Made("--meeting-end", "yes");
        Assert.Empty(JsonSchema.Load("teams-manifest-1.25.json").Errors(manifest));
        Assert.Equal(AppId, (string?)manifest["webApplicationInfo"]?["id"]);
        var permissions = manifest["authorization"]?["permissions"]?["resourceSpecific"]?.AsArray() ?? [];
        Assert.Contains("OnlineMeeting.ReadBasic.Chat", permissions.Select(permission => (string?)permission?["name"]));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void The_icons_have_the_sizes_that_Teams_wants(string icon, int side)
    {
        Run("--app-id", AppId, "--domain", "bot.example.com", "--output", ZipPath);
        using var zip = ZipFile.OpenRead(ZipPath);

        var png = Bytes(zip, icon);

        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        Assert.Equal(side, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(side, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Theory]
    [InlineData("--app-id", "--domain bot.example.com")]
    [InlineData("--domain", "--app-id " + AppId)]
    [InlineData("--app-id", "--app-id 42 --domain bot.example.com")]
    [InlineData("--app-id", "--app-id 00000000-0000-0000-0000-000000000000 --domain bot.example.com")]
    [InlineData("--app-id has no value", "--app-id --domain bot.example.com")]
    [InlineData("--app-id stands twice", "--app-id " + AppId + " --app-id " + AppId + " --domain bot.example.com")]
    [InlineData("--domain", "--app-id " + AppId + " --domain https://bot.example.com")]
    [InlineData("--domain", "--app-id " + AppId + " --domain bot.example.com:443")]
    [InlineData("--domain", "--app-id " + AppId + " --domain bot.example.com/api")]
    [InlineData("--domain", "--app-id " + AppId + " --domain localhost")]
    [InlineData("--domain", "--app-id " + AppId + " --domain *.example.com")]
    [InlineData("--privacy", "--app-id " + AppId + " --domain bot.example.com --privacy http://example.com/privacy")]
    [InlineData("--terms", "--app-id " + AppId + " --domain bot.example.com --terms https://me@example.com/")]
    [InlineData("--meeting-end", "--app-id " + AppId + " --domain bot.example.com --meeting-end perhaps")]
    [InlineData("--output", "--app-id " + AppId + " --domain bot.example.com --output /no/such/folder/app.zip")]
    [InlineData("'--colour'", "--app-id " + AppId + " --domain bot.example.com --colour")]
    public void A_bad_argument_is_named_and_nothing_is_written(string named, string args)
    {
        var (code, output, error) = Run(args.Split(' '));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_bad_arguments_are_named_at_once()
    {
        var (_, _, error) = Run("--app-id", "x", "--domain", "y", "--z");

        Assert.All(["--app-id", "--domain", "'--z'"], name => Assert.Contains(name, error, StringComparison.Ordinal));
    }

    private JsonObject Made(params string[] more)
    {
        var (code, _, error) = Run(["--app-id", AppId, "--domain", "bot.example.com", "--output", ZipPath, .. more]);
        Assert.Equal((0, ""), (code, error));
        using var zip = ZipFile.OpenRead(ZipPath);
        return JsonNode.Parse(Bytes(zip, "manifest.json"))?.AsObject() ?? [];
    }

    private static bool IsUnderstood(string scope, string title) => scope switch
    {
        "personal" => PersonalCommand.Parse(title) is not (PersonalCommand.Answer or PersonalCommand.Help),
        "team" => ChannelCommand.Parse(title) is not ChannelCommand.Help,
        _ => false,
    };

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = PackageCommand.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)?.Open() ?? throw new FileNotFoundException(name);
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<string?> Texts(JsonNode? list) => list?.AsArray().Select(each => (string?)each) ?? [];
}

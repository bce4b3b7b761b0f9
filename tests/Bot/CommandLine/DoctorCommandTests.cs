using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Teams.Tokens;

namespace FollowUpBot.Tests.Bot.CommandLine;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("followupbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_missing_setting_is_a_line_and_the_exit_code_is_1()
    {
        var (code, lines) = await ExamineAsync("--environment=Production");

        Assert.Equal(1, code);
        Assert.All(lines, line => Assert.StartsWith("FIX   configuration", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Bot:AppId is missing", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Teams:TenantId is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Development_all_is_well_without_Teams()
    {
        var (code, lines) = await ExamineAsync("--environment=Development", $"--Storage:Path={Path.Combine(folder, "store.db")}");

        Assert.Equal(0, code);
        Assert.Equal(["ok    configuration", "ok    store", "note  teams"], lines.Take(3).Select(line => line[..(line.IndexOf("  ", 7, StringComparison.Ordinal) is > 0 and var end ? end : line.Length)]));
    }

    [Fact]
    public async Task What_cannot_be_had_from_Entra_is_named_with_what_to_do_and_the_rest_is_looked_at_too()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();

        var (code, lines) = await ExamineAsync([.. Credentials(issuer), $"--Storage:Path={Path.Combine(folder, "store.db")}"]);

        Assert.Equal(1, code);
        Assert.Equal(["ok", "ok", "ok", "ok", "FIX", "note"], lines.Select(line => line.Split(' ')[0]));
        Assert.Contains("check Teams:TenantId and the secret or certificate", lines[4], StringComparison.Ordinal);
        Assert.Contains("is off, so no meetings come in", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_and_an_issuer_that_do_not_answer_are_named()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        issuer.IsDown = true;

        var (code, lines) = await ExamineAsync([.. Credentials(issuer), $"--Storage:Path={folder}"]);

        Assert.Equal(1, code);
        Assert.StartsWith("FIX   store", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("FIX   metadata", lines[2], StringComparison.Ordinal);
    }

    /// <summary>The certificate is a file that holds none.</summary>
    private static IEnumerable<string> Credentials(LoopbackIssuer issuer) =>
    [
        "--environment=Production",
        $"--Bot:AppId={LoopbackIssuer.AppId}",
        "--Teams:TenantId=d6d49420-f39b-4df7-a1dc-d59a935871db",
        "--Teams:AppType=SingleTenant",
        $"--Teams:CertificatePath={Repository.FullPath("LICENSE")}",
        $"--Teams:OpenIdMetadata={issuer.Metadata}",
    ];

    private async Task<(int Code, IReadOnlyList<string> Lines)> ExamineAsync(params string[] args)
    {
        var output = new StringWriter();
        var code = await DoctorCommand.RunAsync([$"--contentRoot={folder}", .. args], output, CancellationToken.None);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}

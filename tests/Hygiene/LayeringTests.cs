using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>Who may know whom (docs/architecture.md).</summary>
public sealed partial class LayeringTests
{
    [Theory]
    [InlineData("Deals", "")]
    [InlineData("Dialogs", "Deals")]
    [InlineData("Storage", "Deals")]
    [InlineData("Teams", "")] // nothing of ours: swapping in an SDK would touch only it and src/Bot/Messages
    [InlineData("Bot", "Deals Dialogs Storage Teams")]
    public void A_project_sees_only_the_projects_that_the_page_names(string project, string seen) =>
        Assert.Equal(seen, string.Join(' ', References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order()));

    [Theory]
    [InlineData("Deals")]
    [InlineData("Dialogs")]
    public void The_rules_and_the_talk_need_no_package_but_NodaTime(string project) =>
        Assert.Equal(["NodaTime"], References(project, "PackageReference"));

    [Theory]
    [InlineData("Deals")]
    [InlineData("Dialogs")]
    public void The_rules_and_the_talk_are_pure(string project) =>
        Assert.Empty(Sources($"src/{project}").Where(source => ImpureWord().IsMatch(source.Text)).Select(source => source.Path));

    [Fact]
    public void The_next_step_reader_could_be_taken_out_and_used_alone() => Assert.Empty(
        from source in Sources("src/Dialogs/NextSteps")
        from name in UsedNamespace().Matches(source.Text).Select(match => match.Groups["name"].Value)
        where !IsOrIsBelow(name, "System") && !IsOrIsBelow(name, "NodaTime") && !IsOrIsBelow(name, "FollowUpBot.Dialogs.NextSteps")
        select $"{source.Path}: {name}");

    [Theory]
    [InlineData("Deals")]
    [InlineData("Dialogs")]
    [InlineData("Teams")]
    public void Only_the_host_listens(string project) => Assert.Empty(
        from source in Sources($"src/{project}")
        where source.Text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)
        select source.Path);

    private static bool IsOrIsBelow(string name, string ancestor) => name == ancestor || name.StartsWith(ancestor + ".", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Repository.Under(folder, ".cs").Select(path => (path, Repository.Read(path)));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj")).Descendants(kind).Select(reference => (string?)reference.Attribute("Include") ?? "");

    [GeneratedRegex(@"\b(async|Task|ValueTask|IClock|SystemClock|TimeProvider|Stopwatch|Random|Console|File|HttpClient|Environment)\b[ <.(]", RegexOptions.NonBacktracking)]
    private static partial Regex ImpureWord();

    [GeneratedRegex(@"(using (static )?|FollowUpBot\.(?=Deals|Bot|Teams|Storage))(?<name>[A-Z][\w.]*)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex UsedNamespace();
}

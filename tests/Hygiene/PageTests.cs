using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>The pages name only what is there, and every page can be found.</summary>
public sealed partial class PageTests
{
    private static readonly string[] Entrances = ["README.md", "docs/architecture.md"];

    [Fact]
    public void Every_path_that_a_page_names_exists() => Assert.Empty(
        from page in Repository.Pages()
        from path in NamedPath().Matches(Repository.Read(page)).Select(match => match.Groups["path"].Value)
        where !Exists(path)
        select $"{page}: {path}");

    [Fact]
    public void Every_link_between_pages_leads_somewhere() => Assert.Empty(
        from page in Repository.Pages()
        from link in LocalLink().Matches(Repository.Read(page)).Select(match => match.Groups["path"].Value)
        where !Repository.Has(Path.Combine(Path.GetDirectoryName(page) ?? "", link))
        select $"{page}: {link}");

    [Fact]
    public void Every_type_that_the_architecture_page_names_exists()
    {
        var sources = Repository.Under("src", ".cs").Concat(Repository.Under("tests", ".cs")).Select(Repository.Read).ToList();
        Assert.Empty(
            from name in TypeName().Matches(Repository.Read("docs/architecture.md")).Select(match => match.Groups["name"].Value).Distinct()
            where !sources.Any(source => Regex.IsMatch(source, $@"\b{name}\b", RegexOptions.NonBacktracking))
            select name);
    }

    [Fact]
    public void Every_page_is_linked_from_the_README_or_the_architecture_page()
    {
        var linked = Entrances.SelectMany(LinkedFrom).ToHashSet();
        Assert.All(Repository.Under("docs", ".md"), page => Assert.Contains(page, linked));
    }

    [Theory]
    [InlineData("README.md", 120)]
    [InlineData("docs/architecture.md", 200)]
    [InlineData("CONTRIBUTING.md", 60)]
    public void A_page_is_short_enough_to_be_read(string page, int lines) => Assert.InRange(File.ReadLines(Repository.FullPath(page)).Count(), 1, lines);

    private static IEnumerable<string> LinkedFrom(string page) =>
        from link in LocalLink().Matches(Repository.Read(page)).Select(match => match.Groups["path"].Value)
        let full = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page) ?? "", link))
        select Path.GetRelativePath(Repository.Root, full).Replace('\\', '/');

    /// <summary>A path may stand for several files: <c>src/Bot/Cards/*Card.cs</c>.</summary>
    private static bool Exists(string path)
    {
        var star = path.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? Repository.Has(path)
            : Repository.Files.Any(file => file.StartsWith(path[..star], StringComparison.Ordinal) && file.EndsWith(path[(star + 1)..], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(^|[\s`(])(?<path>(src|tests|docs|manifest|bench|tools|\.ci)/[\w./*-]*[\w*/])", RegexOptions.Multiline)]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\]\((?<path>(?!https?:|#)[^)#\s]+)")]
    private static partial Regex LocalLink();

    [GeneratedRegex(@"`(?<name>I?[A-Z][a-z]+([A-Z][A-Za-z]+)+)`")]
    private static partial Regex TypeName();
}

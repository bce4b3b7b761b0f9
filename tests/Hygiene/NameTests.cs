using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>Names say what a thing is or does in the salesperson's words or the protocol's.</summary>
public sealed partial class NameTests
{
    private const int MostLines = 320;

    private static readonly string[] EmptyFolders =
    [
        "Application", "Common", "Contracts", "Core", "Helpers", "Infrastructure", "Managers", "Services", "Shared", "Utilities", "Utils",
    ];

    /// <summary>The protocol's own name for what it is (<c>channelData</c>).</summary>
    private static readonly string[] ProtocolNames = ["TeamsChannelData"];

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() => Assert.Empty(
        Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => file.Split('/')[..^1])
            .Intersect(EmptyFolders));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Assert.Empty(
        from file in Repository.Under("src", ".cs")
        from name in EmptyName().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)
        where !ProtocolNames.Contains(name)
        select $"{file}: {name}");

    [Fact]
    public void A_namespace_is_its_folder() => Assert.Empty(
        from file in Repository.Under("src", ".cs").Where(file => file != "src/Bot/Program.cs")
        let expected = "FollowUpBot." + string.Join('.', file.Split('/')[1..^1])
        where !Repository.Read(file).Contains($"namespace {expected};", StringComparison.Ordinal)
        select $"{file}: {expected}");

    [Fact]
    public void No_source_file_is_too_long_to_hold_in_the_head() => Assert.Empty(
        from file in Repository.Under("src", ".cs")
        let lines = File.ReadLines(Repository.FullPath(file)).Count()
        where lines > MostLines
        select $"{file}: {lines} lines");

    [Fact]
    public void Nothing_is_left_to_be_done_in_a_comment() => Assert.Empty(
        from file in Repository.Under("src", ".cs").Concat(Repository.Under("tests", ".cs"))
        where LeftToDo().IsMatch(Repository.Read(file))
        select file);

    [GeneratedRegex(@"\b(class|record|struct|interface|enum) (?<name>\w*(Manager|Helper|Util|Utils|Provider|Data|Info|Processor|Base))\b", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(TO[D]O|HA[C]K|FIX[M]E)\b", RegexOptions.NonBacktracking)]
    private static partial Regex LeftToDo();
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>The files that hold what a user reads can be handed to a translator.</summary>
public sealed partial class SentenceFilesTests
{
    private static readonly IReadOnlyList<Sentence> Sentences = [.. Repository.Under("src", ".resx").SelectMany(In)];

    [Fact]
    public void There_are_sentences_in_files() => Assert.NotEmpty(Sentences);

    [Fact]
    public void A_key_stands_once_in_its_file() => Assert.Empty(
        from key in Sentences.GroupBy(sentence => sentence.Name)
        where key.Count() > 1
        select key.Key);

    [Fact]
    public void Places_are_numbered_from_0_without_a_hole() => Assert.Empty(
        from sentence in Sentences
        let places = PlacesIn(sentence.Text)
        where !places.SequenceEqual(Enumerable.Range(0, places.Count))
        select sentence.Name);

    [Fact]
    public void A_comment_says_of_each_place_what_it_is() => Assert.Empty(
        from sentence in Sentences
        where !PlacesIn(sentence.Comment).SequenceEqual(PlacesIn(sentence.Text))
        select sentence.Name);

    [Fact]
    public void No_sentence_shouts() => Assert.Empty(
        from sentence in Sentences
        where sentence.Text.Contains('!', StringComparison.Ordinal)
        select sentence.Name);

    [Fact]
    public void No_sentence_begins_or_ends_with_a_blank() => Assert.Empty(
        from sentence in Sentences
        where sentence.Text.Length == 0 || sentence.Text.Trim() != sentence.Text
        select sentence.Name);

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var said = Sentences.Select(sentence => sentence.Project).Distinct().ToDictionary(project => project, SaidIn);
        Assert.Empty(
            from sentence in Sentences
            where !said[sentence.Project].Contains($"{Path.GetFileNameWithoutExtension(sentence.File)}.{sentence.Key}")
            select sentence.Name);
    }

    private static IEnumerable<Sentence> In(string file) =>
        from data in XDocument.Parse(Repository.Read(file), LoadOptions.PreserveWhitespace).Descendants("data")
        select new Sentence(file, (string?)data.Attribute("name") ?? "", (string?)data.Element("value") ?? "", (string?)data.Element("comment") ?? "");

    private static HashSet<string> SaidIn(string project) =>
        [.. Repository.Under(project, ".cs").SelectMany(file => Named().Matches(Repository.Read(file))).Select(match => match.Value)];

    private static IReadOnlyList<int> PlacesIn(string text) =>
        [.. Place().Matches(text).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()];

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b\w+Text\.\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    private sealed record Sentence(string File, string Key, string Text, string Comment)
    {
        public string Name => $"{File}: {Key}";

        public string Project => string.Join('/', File.Split('/')[..2]);
    }
}

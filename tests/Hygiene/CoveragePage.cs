using System.Reflection;
using System.Text;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>docs/coverage.md, made from the traits on the tests: which promise is shown by which test of which code.</summary>
public static class CoveragePage
{
    public const string Path = "docs/coverage.md";
    public const string Remake = "UPDATE_DOCS=1 dotnet test --filter CoverageTests";

    private const string Promises = "tests/Hygiene/promises.txt";

    /// <summary>What each row promises, by its id, in the order of the file.</summary>
    public static IReadOnlyList<(string Id, string Text)> KnownRows { get; } =
    [
        .. Repository.Read(Promises).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[line.IndexOf(' ', StringComparison.Ordinal)..].Trim())),
    ];

    public static IReadOnlyList<(string Row, string Test)> Traits() =>
    [
        .. from type in typeof(CoveragePage).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where method.GetCustomAttributes().Any(attribute => attribute is FactAttribute)
           from row in RowsOf(method).Concat(RowsOf(type)).Distinct()
           select (row, $"{NameOf(type)}.{method.Name}"),
    ];

    public static string Make()
    {
        var traits = Traits().GroupBy(trait => trait.Row).ToDictionary(group => group.Key, group => group.Select(trait => trait.Test).Order(StringComparer.Ordinal));
        var missing = KnownRows.Where(row => !traits.ContainsKey(row.Id)).Select(row => row.Id).ToList();
        var page = new StringBuilder();
        page.Append("# What the tests show\n\n");
        page.Append("Each row is a promise. SEC rows are about security and privacy, FM rows about faults: what happens when something breaks at the worst\n");
        page.Append($"moment, STALL rows the rules of a stalled deal, DIGEST rows the weekly card. This page is made from the traits on the tests: `{Remake}`.\n\n");
        page.Append("| Row | Promise | Code | Tests |\n|---|---|---|---|\n");
        foreach (var (id, text) in KnownRows.Where(row => traits.ContainsKey(row.Id)))
            page.Append($"| {id} | {text} | {Code(traits[id])} | {string.Join("<br>", traits[id].Select(Shown))} |\n");
        page.Append(missing.Count == 0
            ? $"\nEach of the {KnownRows.Count} is shown by a test.\n"
            : $"\nNot shown by a test yet, {missing.Count} of {KnownRows.Count}: {string.Join(", ", missing)}.\n");
        return page.ToString();
    }

    private static IEnumerable<string> RowsOf(MemberInfo member) =>
        from attribute in member.GetCustomAttributesData()
        where attribute.AttributeType == typeof(TraitAttribute) && attribute.ConstructorArguments[0].Value is "row"
        select attribute.ConstructorArguments[1].Value as string;

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace("FollowUpBot.Tests.", "", StringComparison.Ordinal).Replace('+', '.');

    /// <summary>Folders of tests mirror those of src.</summary>
    private static string Code(IEnumerable<string> tests) => string.Join("<br>", tests.Select(FolderOf).OfType<string>().Distinct());

    private static string? FolderOf(string test)
    {
        var parts = test.Split('.')[..^2];
        for (var length = parts.Length; length > 0; length--)
        {
            if (string.Join('/', parts.Prepend("src").Take(length + 1)) is var folder && Repository.Has(folder))
                return folder;
        }

        return Repository.Has($"src/Bot/{string.Join('/', parts)}") ? $"src/Bot/{string.Join('/', parts)}" : null;
    }

    private static string Shown(string test) => $"{test.Split('.')[^2]}: {test.Split('.')[^1].Replace('_', ' ')}";
}

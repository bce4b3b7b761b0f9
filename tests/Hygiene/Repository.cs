namespace FollowUpBot.Tests.Hygiene;

/// <summary>The working tree, without what builds and tools leave in it. Paths count from its root and are parted by <c>/</c>.</summary>
public static class Repository
{
    private static readonly HashSet<string> LeftBehind =
    [
        ".git", ".idea", ".vs", "artifacts", "bin", "BenchmarkDotNet.Artifacts", "node_modules", "obj", "TestResults",
    ];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = [.. FilesOf(Root).Order(StringComparer.Ordinal)];

    public static string FullPath(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(FullPath(path));

    public static bool Has(string path) => Path.Exists(FullPath(path));

    public static IEnumerable<string> Under(string folder, string ending) => Files.Where(file =>
        file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>README, CONTRIBUTING and everything in docs.</summary>
    public static IEnumerable<string> Pages() => Under("docs", ".md").Prepend("CONTRIBUTING.md").Prepend("README.md");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FollowUpBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run in a working tree of the product.");
    }

    private static IEnumerable<string> FilesOf(string folder)
    {
        var files = Directory.GetFiles(folder).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'));
        return Directory.GetDirectories(folder)
            .Where(inner => !LeftBehind.Contains(Path.GetFileName(inner)) && inner != FullPath("data"))
            .SelectMany(FilesOf)
            .Concat(files);
    }
}

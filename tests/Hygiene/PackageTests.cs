using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>What is built upon is pinned, and no version with a known hole comes in, not even by way of another package.</summary>
public sealed partial class PackageTests
{
    [Theory]
    [InlineData("Azure.Identity", "1.11.4")] // CVE-2024-35255
    [InlineData("Microsoft.Data.SqlClient", "5.1.3")] // CVE-2024-0056
    [InlineData("Microsoft.Identity.Client", "4.61.3")] // CVE-2024-35255
    [InlineData("Microsoft.IdentityModel.JsonWebTokens", "7.1.2")] // CVE-2024-21319
    [InlineData("Newtonsoft.Json", "13.0.3")] // CVE-2024-21907 (mended in 13.0.1)
    [InlineData("System.Drawing.Common", "5.0.3")] // CVE-2021-24112
    [InlineData("System.IdentityModel.Tokens.Jwt", "7.1.2")] // CVE-2024-21319
    [InlineData("System.Net.Http", "4.3.4")] // CVE-2018-8292
    [InlineData("System.Text.Encodings.Web", "4.7.2")] // CVE-2021-26701
    [InlineData("System.Text.Json", "8.0.5")] // CVE-2024-43485
    [InlineData("System.Text.RegularExpressions", "4.3.1")] // CVE-2019-0820
    [Trait("row", "SEC39")]
    public void No_package_comes_in_a_version_with_a_known_hole(string package, string atLeast) =>
        Assert.All(Resolved().Where(resolved => resolved.Id == package), resolved => Assert.True(
            Version.Parse(resolved.Version.Split('-')[0]) >= Version.Parse(atLeast), $"{resolved.LockFile} has {resolved.Version}."));

    [Fact]
    [Trait("row", "SEC39")]
    public void SQLite_itself_has_no_known_hole()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 50, 2), connection.ServerVersion); // CVE-2025-6965
    }

    [Fact]
    [Trait("row", "SEC39")]
    public void Every_project_has_its_lock_file() => Assert.Empty(
        from project in Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
        let lockFile = $"{Path.GetDirectoryName(project)}/packages.lock.json"
        where !Repository.Has(lockFile)
        select lockFile);

    [Fact]
    [Trait("row", "SEC39")]
    public void Every_version_is_exact() => Assert.Empty(
        from package in XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
        where !ExactVersion().IsMatch((string?)package.Attribute("Version") ?? "")
        select (string?)package.Attribute("Include"));

    private static IEnumerable<(string LockFile, string Id, string Version)> Resolved() =>
        from file in Repository.Files.Where(file => file.EndsWith("packages.lock.json", StringComparison.Ordinal))
        from framework in JsonDocument.Parse(Repository.Read(file)).RootElement.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (file, package.Name, package.Value.GetProperty("resolved").GetString() ?? "");

    [GeneratedRegex(@"^\d+(\.\d+){2,3}$")]
    private static partial Regex ExactVersion();
}

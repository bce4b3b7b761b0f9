namespace FollowUpBot.Tests.Hygiene;

public sealed class CoverageTests
{
    [Fact]
    public void The_page_is_what_the_traits_say()
    {
        var page = CoveragePage.Make();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Repository.FullPath(CoveragePage.Path), page);
        Assert.True(
            Repository.Has(CoveragePage.Path) && Repository.Read(CoveragePage.Path) == page,
            $"{CoveragePage.Path} is not up to date; make it anew with: {CoveragePage.Remake}");
    }

    [Fact]
    public void Every_trait_names_a_known_row() => Assert.Empty(
        CoveragePage.Traits().Select(trait => trait.Row).Distinct().Except(CoveragePage.KnownRows.Select(row => row.Id)));

    [Fact]
    public void A_row_promises_one_thing() => Assert.Empty(CoveragePage.KnownRows.GroupBy(row => row.Id).Where(rows => rows.Count() > 1).Select(rows => rows.Key));
}

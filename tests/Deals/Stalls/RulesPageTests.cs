using FollowUpBot.Deals.Stalls;
using FollowUpBot.Tests.Hygiene;

namespace FollowUpBot.Tests.Deals.Stalls;

public sealed class RulesPageTests
{
    [Fact]
    public void The_tables_of_the_page_are_what_the_code_does()
    {
        var page = Repository.Read(RulesPage.Path);
        var updated = RulesPage.Updated(page);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Repository.FullPath(RulesPage.Path), updated);
        Assert.True(page == updated, $"{RulesPage.Path} is not up to date; make its tables anew with: UPDATE_DOCS=1 dotnet test --filter RulesPageTests");
    }

    [Fact]
    public void Every_rule_has_its_place_in_the_table() =>
        Assert.Equal(Enum.GetValues<StallRule>(), StallRules.All.Select(row => row.Rule).Order());
}

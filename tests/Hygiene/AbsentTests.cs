namespace FollowUpBot.Tests.Hygiene;

/// <summary>What the product does not do, so that it cannot go wrong with it.</summary>
public sealed class AbsentTests
{
    [Fact]
    [Trait("row", "SEC22")]
    public void Nothing_is_written_in_a_form_that_a_spreadsheet_opens() => Assert.DoesNotContain(
        Repository.Under("src", ".cs").Select(Repository.Read), text => Has(text, "text/csv", ".csv\"", "spreadsheetml", ".xlsx"));

    [Fact]
    [Trait("row", "SEC23")]
    public void No_language_model_is_at_hand() => Assert.DoesNotContain(
        Repository.Under("src", ".cs").Concat(Repository.Under("src", "packages.lock.json")).Append("azuredeploy.json").Select(Repository.Read),
        text => Has(text, "OpenAI", "CognitiveServices", "SemanticKernel", "Microsoft.Extensions.AI", "Anthropic", "Ollama", "OnnxRuntime"));

    private static bool Has(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}

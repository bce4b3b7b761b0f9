using System.Buffers;
using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>No secret is in the tree. What looks like one and is public is named here, with where it is published.</summary>
public sealed partial class SecretTests
{
    private const double MostBitsACharacter = 4.6;

    private static readonly string[] PublicOnes =
    [
        "Zm9sbG93dXBib3QtZGV2ZWxvcG1lbnQtb25seQ==", // our own for Development; production refuses it
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", // the example of github.com/standard-webhooks/standard-webhooks
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==", // learn.microsoft.com/azure/cosmos-db/emulator
    ];

    private static readonly string[] MadeByTools = ["packages.lock.json", "package-lock.json", ".svg", ".png"];

    [Fact]
    [Trait("row", "SEC29")]
    public void Nothing_in_the_tree_looks_like_a_secret() => Assert.Empty(
        from file in Repository.Files
        where !MadeByTools.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))
        from found in Suspects(Repository.Read(file))
        select $"{file}: {found[..Math.Min(found.Length, 12)]}…");

    [Theory]
    [InlineData("whsec_", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ")]
    [InlineData("AccountKey=", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ==")]
    [InlineData("-----BEGIN ", "PRIVATE KEY-----")]
    [InlineData("eyJhbGciOi", "JIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U")]
    [InlineData("p7Kx2Vd9QmZr4TbY8WnLc5", "HsJf3GgA6uEeRqXk1MvBzN")]
    public void A_secret_would_be_found(string start, string rest) => Assert.NotEmpty(Suspects(start + rest));

    private static readonly SearchValues<byte> PlainLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private static IEnumerable<string> Suspects(string text)
    {
        var shown = PublicOnes.Aggregate(text, (rest, known) => rest.Replace(known, "", StringComparison.Ordinal));
        var named = Pattern().Matches(shown).Select(match => match.Value).Where(found => !SpellsWords(found));
        var random = LongWord().Matches(Signature().Replace(shown, "")).Select(match => match.Value).Where(LooksRandom);
        return named.Concat(random);
    }

    /// <summary>A test's secret may say what it is: base64 of "scenario-tests-only".</summary>
    private static bool SpellsWords(string found)
    {
        var text = found.Split('_')[^1];
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length)
            && bytes.AsSpan(0, length).IndexOfAnyExcept(PlainLetters) < 0;
    }

    /// <summary>Keys mix cases and digits evenly; words, paths, ids and alphabets do not.</summary>
    private static bool LooksRandom(string word) =>
        word.Count(char.IsAsciiDigit) >= 3 && word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower)
        && !word.Contains("ABCDEFGHIJKL", StringComparison.OrdinalIgnoreCase) && BitsACharacter(word) >= MostBitsACharacter;

    private static double BitsACharacter(string word) =>
        word.GroupBy(c => c).Select(group => (double)group.Count() / word.Length).Sum(share => -share * Math.Log2(share));

    [GeneratedRegex(
        """
        -----BEGIN[ ][A-Z ]*PRIVATE[ ]KEY-----
        | whsec_[A-Za-z0-9+/]{24,}
        | (AccountKey|SharedAccessKey|SharedAccessSignature|ClientSecret|Password|pwd)[ ]*=[ ]*[A-Za-z0-9+/~_.-]{12,}
        | eyJ[A-Za-z0-9_-]{12,}\.eyJ[A-Za-z0-9_-]{12,}\.[A-Za-z0-9_-]{16,}
        | AKIA[0-9A-Z]{16}
        | gh[pousr]_[A-Za-z0-9]{30,}
        | xox[abprs]-[A-Za-z0-9-]{20,}
        | [A-Za-z0-9_~.]{3}8Q~[A-Za-z0-9_~.-]{34}
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();

    /// <summary>A signature tells nothing of its secret.</summary>
    [GeneratedRegex(@"\bv1a?,[A-Za-z0-9+/]+={0,2}", RegexOptions.NonBacktracking)]
    private static partial Regex Signature();

    [GeneratedRegex(@"[A-Za-z0-9+/]{40,}={0,2}", RegexOptions.NonBacktracking)]
    private static partial Regex LongWord();
}

using System.Text.RegularExpressions;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

[Trait("row", "SEC18")]
public sealed partial class UntrustedTextTests
{
    public static TheoryData<string> Corpus =>
    [
        "[click me](https://evil.example)",
        "[click me](javascript:alert(1))",
        "![x](https://evil.example/pixel.png)",
        "[x][1]\n\n[1]: https://evil.example",
        @"\[x](https://evil.example)",
        @"\\[x](https://evil.example)",
        "<https://evil.example>",
        "<a href=\"https://evil.example\">x</a>",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<!-- x -->",
        "<at>CEO</at>",
        "<AT id=\"0\">CEO</AT>",
        "<\u200Bat>CEO</at>",
        "&lt;at&gt;CEO&lt;/at&gt;",
        "&#x202E;evil",
        "**bold** __bold__ *it* _it_ ~~gone~~ `code`",
        "# heading",
        "\r- item",
        "\n1. item",
        "1) item",
        "> quoted",
        "---",
        "- - -",
        "## deeper",
        "12.",
        "{{DATE(2026-03-05T10:00:00Z,SHORT)}}",
        "{\u200B{TIME(2026-03-05T10:00:00Z)}}",
        "{{{DATE(2026-03-05T10:00:00Z)}}}",
        "${deal.amount}",
        "$\u2060{deal.amount}",
        "\",\"color\":\"attention\",\"x\":\"",
        "\"}]},{\"type\":\"Image\",\"url\":\"https://evil.example\"}",
        "safe \u202Etxt.exe\u202C and \u2066isolated\u2069 \u200Fmark",
        "zero\u200Bwidth\u2060joiner\uFEFF\u00AD",
        "nul\0bell\aescape\u001B[31m",
        "line\u2028paragraph\u2029end\u0085",
        "\uD83D\uDC69\u200D\uD83D\uDCBB emoji \uD83C\uDF89",
        "half \uD83D a character",
        new string('x', 10_000),
        string.Concat(Enumerable.Repeat("\uD83C\uDF89", 10_000)),
        "",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    [Trait("row", "R56")]
    public void In_a_text_run_it_stays_text(string text)
    {
        var card = new Card { FallbackText = "x", Body = [new RichTextBlock([new TextRun(text)])] };
        var json = CardCheck.Json(card);

        CardCheck.IsFitForTeams(card);
        Assert.Equal(["AdaptiveCard", "RichTextBlock", "TextRun"], CardCheck.Objects(json).Select(each => (string?)each["type"]));
        var run = CardCheck.Objects(json).Last();
        Assert.Equal(["type", "text"], run.Select(field => field.Key).OrderDescending());
        AssertIsHarmlessAnywhere((string?)run["text"] ?? string.Empty);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Around_a_field_to_fill_in_it_stays_text(string text)
    {
        CardElement[] fields =
        [
            new TextInput(text) { Placeholder = text, ErrorMessage = text },
            new ChoiceInput(text, [new Choice(text, "value")]) { Placeholder = text, ErrorMessage = text },
            new DateInput(text) { ErrorMessage = text },
            new TimeInput(text) { ErrorMessage = text },
        ];
        var json = CardCheck.Json(new Card { FallbackText = text, Body = fields, Actions = [Button.Execute(text, "verb")] });

        string[] shown = ["label", "placeholder", "errorMessage", "title", "fallbackText"];
        var texts = CardCheck.Objects(json).SelectMany(each => shown.Select(name => (string?)each[name])).OfType<string>().ToList();
        Assert.Equal(14, texts.Count);
        Assert.All(texts, AssertIsHarmlessAnywhere);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Escaped_it_marks_nothing_in_markdown(string text)
    {
        var escaped = Markdown.Escape(text);

        AssertIsHarmlessAnywhere(escaped);
        Assert.DoesNotMatch(UnescapedMark(), escaped);
        Assert.DoesNotMatch(TagOrEntity(), escaped);
        CardCheck.IsFitForTeams(new Card { FallbackText = "x", Body = [new FactSet([new Fact("Deal", escaped)])] });
    }

    [Theory]
    [InlineData("Contoso renewal: 3 < 4, AT&T, Q3-plan, 50 % (net), $5.50")]
    [InlineData("1.250.000 EUR")]
    [InlineData("-5 %")]
    [InlineData("#4711 and +1 (555) 0100")]
    [InlineData("Zoë O'Brien, 株式会社, مرحبا")]
    [InlineData("\uD83D\uDC69\u200D\uD83D\uDCBB done")]
    public void Ordinary_words_stay_as_they_are(string text)
    {
        Assert.Equal(text, PlainText.Clean(text));
        Assert.Equal(text, Markdown.Escape(text));
    }

    [Fact]
    public void A_text_run_cannot_be_changed_into_something_unclean() =>
        Assert.Equal("a b", (new TextRun("x") with { Text = "a\nb\u202E" }).Text);

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var cut = PlainText.Clean("x" + string.Concat(Enumerable.Repeat("\uD83C\uDF89", 5000)));

        Assert.True(cut.Length <= PlainText.MaxLength);
        Assert.EndsWith("\uD83C\uDF89…", cut, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC20")]
    [Trait("row", "R20")]
    public void A_message_mentions_only_whom_it_was_given()
    {
        var ann = Mention.Of("29:ann", "Ann");

        var message = Activity.OfText($"{ann.Text}: {Markdown.Escape("<at>CEO</at>")}", ann);

        Assert.Equal("<at>Ann</at>: ‹at>CEO‹/at>", message.Text);
        Assert.Equal("29:ann", Assert.Single(message.MentionedPeople()).Id);
    }

    private static void AssertIsHarmlessAnywhere(string text)
    {
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(ControlOrDirection(), text);
        Assert.True(text.Length <= 2 * PlainText.MaxLength);
    }

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]")]
    private static partial Regex ControlOrDirection();

    /// <summary>A mark of Markdown with an even number of backslashes before it, or one that starts a block.</summary>
    [GeneratedRegex(@"(?<!\\)(\\\\)*[\[\]*_`~]|^\s*([-+#]([-+# ]|$)|>|\d+[.)]( |$))")]
    private static partial Regex UnescapedMark();

    [GeneratedRegex(@"<[a-zA-Z/!?]|(?<!\\)&[#a-zA-Z0-9]+;")]
    private static partial Regex TagOrEntity();
}

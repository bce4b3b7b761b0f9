using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpBot.Teams;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUpBot.Tests.Teams;

public sealed class WireEncoderTests
{
    private static readonly Gen<string> Texts = Gen.Elements("a", "ä", "漢", "😀", "\"", "\\", "<&'", "\u0000", "\n", "\u2028", "\u202E", "\ud83d", "\ude00", "👩‍👩‍👧‍👦")
        .ListOf().Select(parts => string.Concat(parts));

    [Fact]
    public void Whatever_is_written_is_read_as_it_was_but_for_halves_of_characters() => FsCheck.Fluent.Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { [text] = text }, TeamsJson.Wire.JsonObject);
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var (name, value) = Assert.Single(JsonNode.Parse(written)?.AsObject() ?? []);
        return name == whole && value?.GetValue<string>() == whole;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("😀漢ä", "\"😀漢ä\"")]
    [InlineData("a\"b\\c\n", "\"a\\\"b\\\\c\\n\"")]
    [InlineData("\u0000\u001f", "\"\\u0000\\u001F\"")]
    public void Only_what_JSON_asks_for_is_escaped(string text, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(text, TeamsJson.Wire.String)));
}

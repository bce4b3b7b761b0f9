using System.Text;
using FollowUpBot.Bot.Meetings;

namespace FollowUpBot.Tests.Meetings;

public sealed class PayloadBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"id\":}")]
    [InlineData("{} {}")]
    [InlineData("{\"id\":\"1\",}")]
    [InlineData("{/* no */}")]
    [InlineData("\uFEFF{}")]
    public void What_is_not_JSON_is_refused_with_its_place(string body) => IsRefused("must be JSON", Payloads.Bytes(body));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    public void What_is_not_an_object_is_refused(string body) => IsRefused("must be a JSON object.", Payloads.Bytes(body));

    [Fact]
    [Trait("row", "SEC25")]
    public void More_than_32_levels_are_refused_wherever_they_are()
    {
        static byte[] Nested(int levels) =>
            Payloads.With(Payloads.Full, "extra", new string('[', levels - 1) + new string(']', levels - 1));

        Assert.Empty(Payloads.MeetingErrors(Nested(32)));
        IsRefused("must be JSON, at most 32 levels deep", Nested(33));
        IsRefused("must be JSON, at most 32 levels deep", Encoding.ASCII.GetBytes(new string('[', 60_000)));
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":\"a\",\"\\u0069d\":\"b\"}")]
    [InlineData("{\"deal\":{\"id\":\"a\",\"id\":\"b\"}}")]
    public void A_field_named_twice_is_refused(string body) => IsRefused("must be JSON", Payloads.Bytes(body));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        IsRefused("must be UTF-8", [.. "{\"id\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ud83d x")]
    [InlineData("\\udd1d")]
    [InlineData("\\udd1d\\ud83d")]
    [InlineData("\\udd1d\\udd1d")]
    [InlineData("\\ud83d\\ud83d\\udd1d")]
    [InlineData("\\\\\\ud83d")]
    public void Half_a_character_is_refused_in_a_value_and_in_a_name(string half)
    {
        IsRefused("must be UTF-8", Payloads.Bytes($"{{\"id\":\"{half}\"}}"));
        IsRefused("must be UTF-8", Payloads.Bytes($"{{\"{half}\":1}}"));
        IsRefused("must be UTF-8", Payloads.Bytes($"{{\"id{half}\":1}}"));
    }

    [Theory]
    [InlineData("\\ud83e\\udd1d", "🤝")]
    [InlineData("\\\\ud83e", "\\ud83e")]
    [InlineData("a\\n\\ud83e\\udd1d\\tb", "a\n🤝\tb")]
    public void A_whole_character_may_be_escaped(string escaped, string text) =>
        Assert.Equal(text, Payloads.Meeting(Payloads.Bytes(Payloads.Full.Replace("Went well.\\nWants a quote.", escaped, StringComparison.Ordinal))).Meeting.Note);

    private static void IsRefused(string message, byte[] body)
    {
        var (where, messages) = Assert.Single(Payloads.MeetingErrors(body));
        Assert.Equal(FieldErrors.WholeBody, where);
        Assert.StartsWith(message, Assert.Single(messages), StringComparison.Ordinal);
    }
}

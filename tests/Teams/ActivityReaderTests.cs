using System.Text;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

public sealed class ActivityReaderTests
{
    [Fact]
    [Trait("row", "R48")]
    public void What_nobody_has_heard_of_is_read_and_ignored()
    {
        var activity = Read("""{"type":"event","name":"application/vnd.example.new","x":{"y":[1,{"z":null}]},"value":[1,"two",null],"channelData":{"new":1}}""");

        Assert.Equal(("event", "application/vnd.example.new"), (activity.Type, activity.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"message",}""")]
    [InlineData("""{"type":"message"} {}""")]
    [InlineData("""{"type":"message" /* comment */}""")]
    [InlineData("""{"type":["message"]}""")]
    [InlineData("""{"type":"message","from":"ann"}""")]
    [InlineData("""{"type":"message","membersAdded":[null]}""")]
    [InlineData("""{"type":"message","attachments":[null]}""")]
    [InlineData("""{"type":"message","text":"\ud83d"}""")]
    [InlineData("""{"type":"message","value":{"verb":"\ud83d"}}""")]
    [InlineData("""{"type":"message","value":{"\udc00":1}}""")]
    [InlineData("""{"type":"message","type":"invoke"}""")]
    [InlineData("""{"type":"message","value":{"verb":"a","verb":"b"}}""")]
    [Trait("row", "SEC25")]
    public void What_is_no_activity_is_malformed(string json) =>
        Assert.IsType<ActivityRead.Malformed>(ActivityReader.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    [Trait("row", "SEC25")]
    public void Bytes_that_are_no_text_are_malformed() =>
        Assert.IsType<ActivityRead.Malformed>(ActivityReader.Parse([.. "{\"type\":\"message\",\"value\":\""u8, 0xFF, 0xC3, .. "\"}"u8]));

    [Fact]
    [Trait("row", "SEC25")]
    public void A_hundred_thousand_brackets_are_malformed()
    {
        Assert.IsType<ActivityRead.Malformed>(ActivityReader.Parse(Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{new string('[', 100_000)}}""")));
        Assert.IsType<ActivityRead.Read>(ActivityReader.Parse(Nested(31)));
        Assert.IsType<ActivityRead.Malformed>(ActivityReader.Parse(Nested(32)));

        static byte[] Nested(int deep) =>
            Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{new string('[', deep)}}{{new string(']', deep)}}}""");
    }

    [Theory]
    [InlineData(ActivityReader.MaxBytes, typeof(ActivityRead.Read))]
    [InlineData(ActivityReader.MaxBytes + 1, typeof(ActivityRead.TooLarge))]
    [InlineData(10 * ActivityReader.MaxBytes, typeof(ActivityRead.TooLarge))]
    [Trait("row", "SEC25")]
    public async Task A_body_is_read_up_to_256_KB(int length, Type expected)
    {
        const string Frame = """{"type":"message","text":""}""";
        var json = Frame.Insert(Frame.Length - 2, new string('x', length - Frame.Length));
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Assert.IsType(expected, await ActivityReader.ReadAsync(body, CancellationToken.None));
        Assert.True(body.Position <= ActivityReader.MaxBytes + 1, "the rest of a body that is too large is not even read");
    }

    [Fact]
    [Trait("row", "SEC24")]
    public void A_type_name_in_the_body_is_just_a_field_that_nobody_reads()
    {
        var activity = Read("""{"$type":"System.IO.FileInfo, System.IO.FileSystem","type":"message","channelData":{"$type":"X","tenant":{"id":"T"}}}""");

        Assert.Equal("t", activity.TenantId());
    }

    [Fact]
    public void The_reason_repeats_nothing_of_the_body()
    {
        var read = ActivityReader.Parse("""{"type":"message","text":{"secret":"Ann"}}"""u8);

        Assert.DoesNotContain("Ann", Assert.IsType<ActivityRead.Malformed>(read).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.IsType<ActivityRead.Malformed>(read).Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Teams", "activities"), "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_real_activity_is_read_with_its_origin(string file)
    {
        var activity = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Teams", "activities", file)));

        Assert.NotNull(activity.ActorId());
        Assert.NotNull(activity.TenantId());
        Assert.NotNull(activity.Reference());
        Assert.Equal("msteams", activity.ChannelId);
    }

    private static Activity Read(string json) =>
        Assert.IsType<ActivityRead.Read>(ActivityReader.Parse(Encoding.UTF8.GetBytes(json))).Activity;
}

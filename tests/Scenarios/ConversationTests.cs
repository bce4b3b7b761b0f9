using Xunit.Sdk;
using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A transcript cannot be fulfilled by anything but what is written in it.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("Rosa: back\nBot: …")]
    [InlineData("Rosa: back\nBot:")]
    [InlineData("-- told why\nRosa: high\nBot: Contoso renewal: what is the next step, …")]
    [InlineData("-- told why\nRosa: high\nCard: Contoso renewal: what is the next step, with a day and a time? For example: \"Demo with Dana, Tuesday at 3\".")]
    [InlineData("-- told why\nRosa: high")]
    [InlineData("-- told why\nRosa: help\n-- told how urgent")]
    [InlineData("-- press \"Not a sales meeting\"")]
    [InlineData("-- told why\nBot: And?")]
    [InlineData("Now: {questions}")]
    [InlineData("-- told why\n-- told how urgent\n-- told the next step\n-- deal Contoso renewal: no step")]
    public async Task What_is_open_missing_too_much_or_otherwise_is_wrong(string script) => await Assert.ThrowsAsync<TrueException>(() => PlayAsync(script));

    [Theory]
    [InlineData("Bot: hello\nNora: hello", "Nora")]
    [InlineData("-- it rains", "it rains")]
    [InlineData("-- told too much", "told too much")]
    public async Task A_line_that_says_nothing_known_is_refused(string script, string named) =>
        Assert.Contains(named, (await Assert.ThrowsAnyAsync<Exception>(() => PlayAsync(script))).Message, StringComparison.Ordinal);

    [Fact]
    public Task What_is_written_word_for_word_is_right() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);
}

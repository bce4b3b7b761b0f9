using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Contacts;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs;

public sealed class MailWordsTests
{
    private const string Nagging = "Hi Dana, just checking in. Any news on the offer?";

    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly RepId Rosa = RepId.Parse("rosa@contoso.example");

    [Fact]
    public void The_moves_are_named_with_their_words_and_a_line_is_made_of_their_reason()
    {
        var answer = MailWords.Answer(Nagging, [DealOf("Contoso renewal", "They want out of their spreadsheets")], Now);

        Assert.Contains("\"just checking\" is contact for its own sake.", answer, StringComparison.Ordinal);
        Assert.Contains("\"Any news\" asks them for a report.", answer, StringComparison.Ordinal);
        Assert.Contains("\"You told me: you want out of your spreadsheets. On Tue 8 Dec, 15:00 we go through exactly that; what should be on the table?\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("They want out of their spreadsheets before the April audit")]
    [InlineData("Fitters copy every job sheet by hand.")]
    public void What_is_offered_is_clean_itself(string reason)
    {
        foreach (var deal in new[] { DealOf("Contoso", reason), DealOf("Contoso", reason, hasStep: false) })
        {
            var answer = MailWords.Answer(Nagging, [deal], Now);
            Assert.Empty(ContactCheck.Read(answer[answer.LastIndexOf("\"You told me", StringComparison.Ordinal)..]));
        }
    }

    [Fact]
    public void Of_several_deals_only_the_one_that_the_mail_names_is_used()
    {
        Deal[] deals = [DealOf("Contoso renewal", "Job sheets get lost"), DealOf("Fabrikam pilot", "Tyres are noted on cardboard")];

        Assert.Contains("About Fabrikam pilot", MailWords.Answer("Just checking in about Fabrikam", deals, Now), StringComparison.Ordinal);
        Assert.DoesNotContain("About ", MailWords.Answer("Just checking in", deals, Now), StringComparison.Ordinal);
        Assert.DoesNotContain("About ", MailWords.Answer("Just checking in about Fabrikam and Contoso", deals, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_is_not_theirs_is_not_offered()
    {
        var deal = DealOf("Contoso renewal", "they loved our demo");
        var weak = deal with { FollowUp = deal.FollowUp! with { Quality = ReasonQuality.Seller } };
        Assert.DoesNotContain("loved", MailWords.Answer(Nagging, [weak], Now), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Paste your mail behind the word")]
    [InlineData("Hi Dana, here are the two drawings you asked for. Tuesday at 3 on the line?", "That reads well")]
    public void Every_text_gets_an_answer(string mail, string words) => Assert.Contains(words, MailWords.Answer(mail, [], Now), StringComparison.Ordinal);

    [Theory]
    [InlineData("check Hi Dana, any news?", "Hi Dana, any news?")]
    [InlineData("Check: Hi Dana", "Hi Dana")]
    [InlineData("check\nHi Dana", "Hi Dana")]
    [InlineData("check", "")]
    public void The_command_takes_what_stands_behind_the_word(string text, string mail) =>
        Assert.Equal(mail, Assert.IsType<PersonalCommand.Check>(PersonalCommand.Parse(text)).Mail);

    [Theory]
    [InlineData("checking their numbers takes three days")]
    [InlineData("checked")]
    public void A_longer_word_is_no_command(string text) => Assert.IsType<PersonalCommand.Answer>(PersonalCommand.Parse(text));

    private static Deal DealOf(string name, string reason, bool hasStep = true)
    {
        var facts = new DealFacts(name, Rosa, DealStatus.Open, Revision: 1, Amount: null, Currency: null, Stage: null, CloseOn: null, Link: null);
        var step = hasStep ? new NextStep("Demo", new LocalDateTime(2026, 12, 8, 15, 0), "Europe/Berlin") : null;
        return Deal.New(name, facts, Now).Capture(new FollowUp(reason, new Urgency(UrgencyLevel.High, null), step, Rosa, Now));
    }
}

using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What <c>check</c> says about a mail to a buyer: the moves that are about us, with their words, and a line that is about them.</summary>
public static class MailWords
{
    /// <summary>A mail is short; more than this is a document.</summary>
    private const int Longest = 4000;

    /// <summary>Without a greeting and this short, it may be a next step that begins with "check".</summary>
    private const int LongestStep = 80;

    private static readonly string[] Greetings = ["hi ", "hello ", "hey ", "dear ", "good morning ", "good afternoon "];

    /// <summary>True for a few words with a day and a time.</summary>
    public static bool MayBeStep(string text, ReadingContext context) =>
        text.Length <= LongestStep && !text.Contains('\n', StringComparison.Ordinal) && NextStepReader.Read(text, context).Kind is ReadingKind.Firm or ReadingKind.Range;

    /// <summary>What comes after "paste your mail": a greeting, several lines, or a move that buyers dislike.</summary>
    public static bool IsMail(string text) =>
        Greetings.Any(greeting => text.TrimStart().StartsWith(greeting, StringComparison.OrdinalIgnoreCase))
        || text.Trim().Contains('\n', StringComparison.Ordinal)
        || ContactCheck.Read(text).Count > 0;

    /// <param name="deals">The rep's open deals.</param>
    public static string Answer(string mail, IReadOnlyList<Deal> deals, Instant now)
    {
        if (mail.Length == 0)
            return MailText.Paste;
        if (mail.Length > Longest)
            return MailText.TooLong;
        var found = ContactCheck.Read(mail);
        if (found.Count == 0)
            return MailText.Clean;
        var lines = new List<string> { found.Count == 1 ? MailText.OneThing : MailText.Things };
        lines.AddRange(found.Select(finding => About(finding.Move).With(finding.Words)));
        lines.Add(DealOf(mail, deals) is { FollowUp: { Reason: { } reason } said } deal
            ? MailText.CouldWrite.With(deal.Facts.Name, Rewrite(reason, said.NextStep is { } step && step.At > now ? step : null))
            : MailText.StartFromReason);
        return string.Join("\n\n", lines);
    }

    /// <summary>The one deal with a reason of the buyer's that the mail names; when it names none, the only one there is.</summary>
    private static Deal? DealOf(string mail, IReadOnlyList<Deal> deals)
    {
        var named = deals.Where(deal => IsNamed(deal, mail)).ToList();
        var one = named.Count == 0 ? deals : named;
        return one is [{ FollowUp: { Reason: not null, HasBuyersReason: true } } only] ? only : null;
    }

    /// <summary>By the first word of the deal's name ("Contoso renewal") or a buyer's first name.</summary>
    private static bool IsNamed(Deal deal, string mail) =>
        deal.History.Buyers.Select(buyer => buyer.Name).Append(deal.Facts.Name).Any(name => NameWords.Names(mail, name));

    private static string Rewrite(string reason, NextStep? step) => step is null
        ? MailText.WhichDay.With(BuyersWords.ToThem(reason))
        : MailText.OnTheDay.With(BuyersWords.ToThem(reason), Spoken.Slot(step.Local));

    private static string About(ContactMove move) => move switch
    {
        ContactMove.CheckIn => MailText.CheckIn,
        ContactMove.StatusAsk => MailText.StatusAsk,
        ContactMove.SellerDeadline => MailText.SellerDeadline,
        ContactMove.Pressure => MailText.Pressure,
        ContactMove.Guilt => MailText.Guilt,
        _ => MailText.SelfTalk,
    };
}

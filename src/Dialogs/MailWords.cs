using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What <c>check</c> says about a mail to a buyer: the moves that are about us, with their words, and a line that is about them.</summary>
public static class MailWords
{
    /// <summary>A mail is short; more than this is a document.</summary>
    private const int Longest = 4000;

    /// <summary>Without a greeting and this short, it may be a next step that begins with "check".</summary>
    private const int LongestStep = 80;

    private const string Ask = "Paste your mail behind the word, for example: \"check Hi Dana, any news on our offer?\" I read it here and keep nothing of it.";

    private const string TooLong = "That is more than I can check at once. Send the part that you are unsure about.";

    private const string Clean = "That reads well: it is about them, and nothing in it pushes. You can send it as it is. For the next one say \"check\" again.";

    /// <summary>True for a few words with a day and a time.</summary>
    public static bool MayBeStep(string text, ReadingContext context) =>
        text.Length <= LongestStep && !text.Contains('\n', StringComparison.Ordinal) && NextStepReader.Read(text, context).Kind is ReadingKind.Firm or ReadingKind.Range;

    /// <param name="deals">The rep's open deals.</param>
    public static string Answer(string mail, IReadOnlyList<Deal> deals, Instant now)
    {
        if (mail.Length == 0)
            return Ask;
        if (mail.Length > Longest)
            return TooLong;
        var found = ContactCheck.Read(mail);
        if (found.Count == 0)
            return Clean;
        var lines = new List<string> { found.Count == 1 ? "One thing I would change before you send it:" : "I would change this before you send it:" };
        lines.AddRange(found.Select(finding => $"\"{finding.Words}\" {About(finding.Move)}"));
        lines.Add(DealOf(mail, deals) is { FollowUp: { Reason: { } reason } said } deal
            ? $"About {deal.Facts.Name} you could write: \"{Rewrite(reason, said.NextStep is { } step && step.At > now ? step : null)}\""
            : "Start from their reason instead, in their words, and ask for one thing with a date.");
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
        ? $"You told me: {BuyersWords.ToThem(reason)}. Which day next week shall we look at that together?"
        : $"You told me: {BuyersWords.ToThem(reason)}. On {Spoken.Slot(step.Local)} we go through exactly that; what should be on the table?";

    private static string About(ContactMove move) => move switch
    {
        ContactMove.CheckIn => "is contact for its own sake. Bring one thing that they asked for.",
        ContactMove.StatusAsk => "asks them for a report. Ask what would move their own work on.",
        ContactMove.SellerDeadline => "is our date. Use the date that matters to them.",
        ContactMove.Pressure => "pushes. Say what their own date means for the plan.",
        ContactMove.Guilt => "counts or reproaches. Leave it out and write as if it were the first.",
        _ => "is about us. Put their reason there, in their words.",
    };
}

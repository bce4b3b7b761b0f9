using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Dialogs;

/// <summary>A next step that is contact for its own sake, with words that would give the buyer a reason to come.</summary>
/// <param name="Said">The words that show it.</param>
/// <param name="Better">What it could be called instead.</param>
public sealed record StepWording(string Said, string Better)
{
    private const int LongestReason = 70;

    /// <summary>Nothing is held up by it: the step is saved as it was said, and this is an offer. Null for a step that says what it is for.</summary>
    public static StepWording? Of(FollowUp? said)
    {
        if (said is not { NextStep: { What: { } what } step })
            return null;
        var finding = ContactCheck.Read(what).FirstOrDefault(found => found.Move is ContactMove.CheckIn or ContactMove.StatusAsk or ContactMove.SellerDeadline);
        return finding is null ? null : new StepWording(finding.Words, BetterFor(said, step));
    }

    /// <summary>One line for the rep, with the way to take it.</summary>
    public string Offer => StepText.Offer.With(Said, Better);

    /// <summary>The same on a card, where a button takes it.</summary>
    public string Line => StepText.OfferOnCard.With(Said, Better);

    private static string BetterFor(FollowUp said, NextStep step)
    {
        var reason = said is { HasBuyersReason: true, Reason: { Length: > 0 } text } ? Short(text) : null;
        var better = (reason, step.With is { } people ? Spoken.People(people) : null) switch
        {
            (null, null) => StepText.FindOut,
            (null, { } who) => StepText.FindOutWith.With(who),
            ({ } why, null) => StepText.GoThrough.With(why),
            ({ } why, { } who) => StepText.GoThroughWith.With(who, why),
        };
        if (ContactCheck.Read(better).Count == 0)
            return better;
        return step.With is { } with ? StepText.AgreeWhoDoesWhatWith.With(Spoken.People(with)) : StepText.AgreeWhoDoesWhat;
    }

    /// <summary>The first clause, cut at a word.</summary>
    private static string Short(string reason)
    {
        var clause = reason.Trim().TrimEnd('.').Split(',', ';', '.')[0].Trim();
        if (clause.Length <= LongestReason)
            return clause;
        var end = clause.LastIndexOf(' ', LongestReason);
        return clause[..(end > 0 ? end : LongestReason)];
    }
}

using System.Globalization;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>One row of the weekly card, opened.</summary>
/// <param name="Zone">The reader's.</param>
public sealed record MendView(Judgement Judgement, string OwnerName, DateTimeZone Zone, LocalDate Today)
{
    /// <summary>What has just happened, or why it did not.</summary>
    public string? Note { get; init; }

    /// <summary>Its own rep looks at it, in the personal chat.</summary>
    public bool IsOwn { get; init; }

    public Deal Deal => Judgement.Deal;
}

/// <summary>What can be done with a stalled deal: every button does one stored step that can be taken back.</summary>
public static class MendCard
{
    private const int LongestName = 200;
    private const int LongestWord = 40;

    public static Card Of(MendView view)
    {
        var facts = view.Deal.Facts;
        var owner = string.Join(" · ", new[] { view.IsOwn ? null : Shorten(view.OwnerName, LongestWord), Spoken.Amount(facts), Shorten(facts.Stage ?? "", LongestWord) }.Where(part => part is { Length: > 0 }));
        var body = new List<CardElement> { Theirs(Shorten(facts.Name, LongestName), TextWeight.Bolder, TextSize.Large) };
        if (owner.Length > 0)
            body.Add(Theirs(owner, size: TextSize.Small, subtle: true) with { Spacing = Spacing.None });
        body.AddRange(Standing(view));
        if (view.Note is { } note)
            body.Add(new Container([Theirs(note)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium });
        body.Add(new ActionSet(Steps(view)) { Spacing = Spacing.Medium });
        return new Card { FallbackText = Shorten(facts.Name, LongestName), Body = body, Actions = Forms(view) };
    }

    private static IEnumerable<CardElement> Standing(MendView view)
    {
        if (view.Deal.Facts.Status != DealStatus.Open)
            return [new TextBlock(MendWords.ClosedInCrm)];
        if (!view.Judgement.IsStalled && view.Note is { } note && note != MendWords.ChangedMeanwhile)
            return []; // the note has just said so
        IEnumerable<CardElement> lines = view.Judgement.IsStalled
            ? view.Judgement.Verdicts.Take(2).Select(verdict => Theirs(StallWords.What(verdict, view.Zone)) with { Spacing = Spacing.Small })
            : [Theirs(MendWords.Standing(view.Judgement, view.Zone)) with { Spacing = Spacing.Small }];
        return view.Deal.AskedAt is { } at ? lines.Append(Small(MendWords.Asked(at.InZone(view.Zone).Date)) with { Spacing = Spacing.Small }) : lines;
    }

    private static List<CardAction> Steps(MendView view)
    {
        var deal = view.Deal;
        var steps = new List<CardAction>();
        if (deal is { IsOpen: true, AskedAt: not null } && !view.IsOwn)
            steps.Add(Button.Execute(MendCardText.TakeBack, MendVerbs.Withdraw, Ids(deal)) with { AssociatedInputs = "none" });
        else if (deal.IsOpen)
            steps.Add(Button.Execute(view.IsOwn ? MendCardText.AddStep : MendCardText.AskStep, MendVerbs.Ask, Ids(deal)) with { Style = ActionStyle.Positive, AssociatedInputs = "none" });
        if (IsSetAside(view))
            steps.Add(Button.Execute(MendCardText.Undo, MendVerbs.Undo, Ids(deal)) with { AssociatedInputs = "none" });
        steps.Add(Button.Execute(MendCardText.BackToList, MendVerbs.List, Ids(deal)) with { AssociatedInputs = "none" });
        return steps;
    }

    /// <summary>Only what the state allows.</summary>
    private static List<CardAction>? Forms(MendView view)
    {
        var deal = view.Deal;
        var legal = deal.Facts.Status == DealStatus.Open ? DealMoves.Legal[deal.State.Phase] : [];
        var forms = new List<CardAction>();
        if (legal.Contains(DealPhase.Nurture))
            forms.Add(new ShowCardAction(MendCardText.Nurture, MendInputs.Nurture(view)));
        if (legal.Contains(DealPhase.Delayed))
            forms.Add(new ShowCardAction(MendCardText.Delay, MendInputs.Delay(view)));
        if (legal.Contains(DealPhase.Lost))
            forms.Add(new ShowCardAction(MendCardText.Close, MendInputs.Close(view)));
        if (deal.IsOpen && !view.Judgement.Exempt.HasFlag(Exemptions.Mute))
            forms.Add(new ShowCardAction(MendCardText.Mute, MendInputs.Mute(view)));
        return forms.Count > 0 ? forms : null;
    }

    /// <summary>Moved or muted here, so that there is something to take back.</summary>
    private static bool IsSetAside(MendView view) =>
        view.Deal.LastMend is not null && (view.Judgement.Exempt.HasFlag(Exemptions.Mute) || view.Deal.State.Phase != DealPhase.Open);

    internal static (string Name, string Value)[] Ids(Deal deal) => [(Fields.Deal, deal.Id), (Fields.Version, deal.Version.ToString(CultureInfo.InvariantCulture))];
}

using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
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
        return new Card { FallbackText = Shorten(facts.Name, LongestName), Body = body, Actions = Actions(view) };
    }

    private static IEnumerable<CardElement> Standing(MendView view)
    {
        if (view.Deal.Facts.Status != DealStatus.Open)
            return [new TextBlock(MendWords.ClosedInCrm)];
        IEnumerable<CardElement> lines = view.Judgement.IsStalled
            ? view.Judgement.Verdicts.Take(2).Select(verdict => Theirs(StallWords.What(verdict, view.Zone)) with { Spacing = Spacing.Small })
            : [Theirs(MendWords.Standing(view.Judgement, view.Zone)) with { Spacing = Spacing.Small }];
        return view.Deal.AskedAt is { } at ? lines.Append(Small(MendWords.Asked(at.InZone(view.Zone).Date))) : lines;
    }

    /// <summary>Only what the state allows; six at most.</summary>
    private static List<CardAction> Actions(MendView view)
    {
        var deal = view.Deal;
        var legal = deal.Facts.Status == DealStatus.Open ? DealMoves.Legal[deal.State.Phase] : [];
        var isMuted = view.Judgement.Exempt.HasFlag(Exemptions.Mute);
        var actions = new List<CardAction>();
        if (deal is { IsOpen: true, AskedAt: not null } && !view.IsOwn)
            actions.Add(Button.Execute("Take the question back", MendVerbs.Withdraw, Ids(deal)) with { AssociatedInputs = "none" });
        else if (deal.IsOpen)
            actions.Add(Button.Execute(view.IsOwn ? "Add the next step" : "Ask for the next step", MendVerbs.Ask, Ids(deal)) with { Style = ActionStyle.Positive, AssociatedInputs = "none" });
        if (deal.LastMend is not null && (isMuted || deal.State.Phase != DealPhase.Open))
            actions.Add(Button.Execute("Undo", MendVerbs.Undo, Ids(deal)) with { AssociatedInputs = "none" });
        else if (legal.Contains(DealPhase.Nurture))
            actions.Add(new ShowCardAction("Nurture…", Nurture(view)));
        if (legal.Contains(DealPhase.Delayed))
            actions.Add(new ShowCardAction("Delay…", Delay(view)));
        if (legal.Contains(DealPhase.Lost))
            actions.Add(new ShowCardAction("Close…", Close(view)));
        if (deal.IsOpen && !isMuted)
            actions.Add(new ShowCardAction("Mute…", Mute(view)));
        actions.Add(Button.Execute("Back to the list", MendVerbs.List, Ids(deal)) with { AssociatedInputs = "none" });
        return actions;
    }

    private static Card Nurture(MendView view) => Form(
        "Not now, and not lost: I look at it again.",
        [
            new ChoiceInput("Look at it again", [.. ((int[])[30, 60, 90, 180]).Select(days => new Choice(string.Create(CultureInfo.InvariantCulture, $"in {days} days"), Number(days)))])
            {
                Id = MendFields.Every,
                Value = Number(30),
            },
            new DateInput("or on this day (may stay empty)") { Id = MendFields.NurtureUntil, Min = Iso(view.Today.PlusDays(1)) },
            new TextInput("What would bring them back? (may stay empty)") { Id = MendFields.Trigger, Placeholder = "The new plant manager starts", MaxLength = MendFields.LongestText },
            Why(MendFields.NurtureWhy, "Why not now? In their words, if you have them", "Dana: not before the merger is done"),
        ],
        Button.Execute("Put it in nurture", MendVerbs.Nurture, Ids(view.Deal)));

    private static Card Delay(MendView view) => Form(
        "The buyer has a reason to wait, and a day on which it is over.",
        [
            new ChoiceInput("What do they wait for?", [.. Enum.GetValues<DelayKind>().Select(kind => new Choice(Capital(MendWords.KindOf(kind)), kind.ToString()))])
            {
                Id = MendFields.DelayKind,
                Value = nameof(DelayKind.Budget),
            },
            new DateInput("Until") { Id = MendFields.DelayUntil, Value = Iso(view.Today.PlusDays(30)), Min = Iso(view.Today.PlusDays(1)), IsRequired = true, ErrorMessage = "Choose the day on which you ask again." },
            Why(MendFields.DelayWhy, "Who of them said so?", "Dana: the budget is open again in January"),
        ],
        Button.Execute("Agree the delay", MendVerbs.Delay, Ids(view.Deal)));

    private static Card Close(MendView view) => Form(
        "Closed deals leave the card and are asked about no more.",
        [
            new ChoiceInput("It is", [new Choice("Lost", nameof(DealPhase.Lost)), new Choice("Won", nameof(DealPhase.Won))]) { Id = MendFields.CloseAs, Value = nameof(DealPhase.Lost), Style = "expanded" },
            Why(MendFields.CloseWhy, "Why?", "They stay with what they have: price"),
        ],
        Button.Execute("Close it", MendVerbs.Close, Ids(view.Deal)));

    private static Card Mute(MendView view) => Form(
        "Nobody hears of it until then. A mute ends after 30 days at most.",
        [
            new DateInput("Until")
            {
                Id = MendFields.MuteUntil,
                Value = Iso(view.Today.PlusDays(7)),
                Min = Iso(view.Today.PlusDays(1)),
                IsRequired = true,
                ErrorMessage = "Choose the day on which it ends.",
            },
        ],
        Button.Execute("Mute it", MendVerbs.Mute, Ids(view.Deal)));

    private static Card Form(string what, IReadOnlyList<CardElement> fields, CardAction send) => new() { FallbackText = what, Body = [Small(what), .. fields], Actions = [send] };

    private static TextInput Why(string id, string label, string example) =>
        new(label) { Id = id, Placeholder = example, MaxLength = MendFields.LongestText, IsRequired = true, ErrorMessage = "A few words are enough." };

    private static (string Name, string Value)[] Ids(Deal deal) => [(Fields.Deal, deal.Id), (Fields.Version, Number(deal.Version))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

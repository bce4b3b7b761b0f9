using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The forms of <see cref="MendCard"/>, one behind each of its buttons.</summary>
internal static class MendInputs
{
    public static Card Nurture(MendView view) => Form(
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
        Button.Execute("Put it in nurture", MendVerbs.Nurture, MendCard.Ids(view.Deal)));

    public static Card Delay(MendView view) => Form(
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
        Button.Execute("Agree the delay", MendVerbs.Delay, MendCard.Ids(view.Deal)));

    public static Card Close(MendView view) => Form(
        "Closed deals leave the card and are asked about no more.",
        [
            new ChoiceInput("It is", [new Choice("Lost", nameof(DealPhase.Lost)), new Choice("Won", nameof(DealPhase.Won))]) { Id = MendFields.CloseAs, Value = nameof(DealPhase.Lost), Style = "expanded" },
            Why(MendFields.CloseWhy, "Why?", "They stay with what they have: price"),
        ],
        Button.Execute("Close it", MendVerbs.Close, MendCard.Ids(view.Deal)));

    public static Card Mute(MendView view) => Form(
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
        Button.Execute("Mute it", MendVerbs.Mute, MendCard.Ids(view.Deal)));

    private static Card Form(string what, IReadOnlyList<CardElement> fields, CardAction send) => new() { FallbackText = what, Body = [Small(what), .. fields], Actions = [send] };

    private static TextInput Why(string id, string label, string example) =>
        new(label) { Id = id, Placeholder = example, MaxLength = MendFields.LongestText, IsRequired = true, ErrorMessage = "A few words are enough." };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

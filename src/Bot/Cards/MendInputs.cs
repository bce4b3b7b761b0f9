using System.Globalization;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The forms of <see cref="MendCard"/>, one behind each of its buttons.</summary>
internal static class MendInputs
{
    public static Card Nurture(MendView view) => Form(
        MendCardText.NurtureMeans,
        [
            new ChoiceInput(MendCardText.LookAgain, [.. ((int[])[30, 60, 90, 180]).Select(days => new Choice(MendCardText.InDays.With(days), Number(days)))])
            {
                Id = MendFields.Every,
                Value = Number(30),
            },
            new DateInput(MendCardText.OrOnDay) { Id = MendFields.NurtureUntil, Min = Iso(view.Today.PlusDays(1)) },
            new TextInput(MendCardText.Trigger) { Id = MendFields.Trigger, Placeholder = MendCardText.TriggerExample, MaxLength = MendFields.LongestText },
            Why(MendFields.NurtureWhy, MendCardText.NurtureWhy, MendCardText.NurtureWhyExample),
        ],
        Button.Execute(MendCardText.PutInNurture, MendVerbs.Nurture, MendCard.Ids(view.Deal)));

    public static Card Delay(MendView view) => Form(
        MendCardText.DelayMeans,
        [
            new ChoiceInput(MendCardText.WaitFor, [.. Enum.GetValues<DelayKind>().Select(kind => new Choice(Capital(MendWords.KindOf(kind)), kind.ToString()))])
            {
                Id = MendFields.DelayKind,
                Value = nameof(DelayKind.Budget),
            },
            new DateInput(MendCardText.Until) { Id = MendFields.DelayUntil, Value = Iso(view.Today.PlusDays(30)), Min = Iso(view.Today.PlusDays(1)), IsRequired = true, ErrorMessage = MendCardText.DelayDayMissing },
            Why(MendFields.DelayWhy, MendCardText.WhoSaidSo, MendCardText.WhoSaidSoExample),
        ],
        Button.Execute(MendCardText.AgreeDelay, MendVerbs.Delay, MendCard.Ids(view.Deal)));

    public static Card Close(MendView view) => Form(
        MendCardText.CloseMeans,
        [
            new ChoiceInput(MendCardText.ItIs, [new Choice(MendCardText.Lost, nameof(DealPhase.Lost)), new Choice(MendCardText.Won, nameof(DealPhase.Won))]) { Id = MendFields.CloseAs, Value = nameof(DealPhase.Lost), Style = "expanded" },
            Why(MendFields.CloseWhy, MendCardText.CloseWhy, MendCardText.CloseWhyExample),
        ],
        Button.Execute(MendCardText.CloseIt, MendVerbs.Close, MendCard.Ids(view.Deal)));

    public static Card Mute(MendView view) => Form(
        MendCardText.MuteMeans,
        [
            new DateInput(MendCardText.Until)
            {
                Id = MendFields.MuteUntil,
                Value = Iso(view.Today.PlusDays(7)),
                Min = Iso(view.Today.PlusDays(1)),
                IsRequired = true,
                ErrorMessage = MendCardText.MuteDayMissing,
            },
        ],
        Button.Execute(MendCardText.MuteIt, MendVerbs.Mute, MendCard.Ids(view.Deal)));

    private static Card Form(string what, IReadOnlyList<CardElement> fields, CardAction send) => new() { FallbackText = what, Body = [Small(what), .. fields], Actions = [send] };

    private static TextInput Why(string id, string label, string example) =>
        new(label) { Id = id, Placeholder = example, MaxLength = MendFields.LongestText, IsRequired = true, ErrorMessage = MendCardText.FewWords };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

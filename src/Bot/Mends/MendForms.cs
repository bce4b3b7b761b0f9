using System.Globalization;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Deals;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Mends;

/// <summary>Reads the forms of <see cref="MendCard"/>. What is missing is left to the rules, which say what they need.</summary>
public static class MendForms
{
    private const int UsualNurtureDays = 30;

    /// <returns>Null when no such form sends this.</returns>
    public static Mend? Read(CardSubmission press, LocalDate today) => press.Verb switch
    {
        MendVerbs.Nurture => Nurture(press, today),
        MendVerbs.Delay when DayOf(press, MendFields.DelayUntil) is { } until
            && Enum.TryParse<DelayKind>(press.Text(MendFields.DelayKind), out var kind) && Enum.IsDefined(kind) =>
            new Mend.Move(new DealMove.Delay(Words(press, MendFields.DelayWhy), kind, until)),
        MendVerbs.Close when press.Text(MendFields.CloseAs) == nameof(DealPhase.Won) => new Mend.Move(new DealMove.Win(Words(press, MendFields.CloseWhy))),
        MendVerbs.Close when press.Text(MendFields.CloseAs) == nameof(DealPhase.Lost) => new Mend.Move(new DealMove.Lose(Words(press, MendFields.CloseWhy))),
        MendVerbs.Mute when DayOf(press, MendFields.MuteUntil) is { } until => new Mend.Mute(until),
        _ => null,
    };

    /// <summary>The day, when one was chosen; else the interval sets it, so that nurture always ends.</summary>
    private static Mend.Move? Nurture(CardSubmission press, LocalDate today)
    {
        if (!int.TryParse(press.Text(MendFields.Every) ?? $"{UsualNurtureDays}", NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > DealMoves.LongestNurtureDays)
            return null;
        var until = DayOf(press, MendFields.NurtureUntil) ?? today.PlusDays(days);
        var trigger = Words(press, MendFields.Trigger) is { Length: > 0 } words ? words : null;
        return new Mend.Move(new DealMove.Nurture(Words(press, MendFields.NurtureWhy), days, trigger, until));
    }

    private static LocalDate? DayOf(CardSubmission press, string field) =>
        LocalDatePattern.Iso.Parse(press.Text(field) ?? "") is { Success: true, Value: var day } ? day : null;

    private static string Words(CardSubmission press, string field)
    {
        var text = press.Text(field)?.Trim() ?? "";
        return Pieces.Shorten(text, MendFields.LongestText);
    }
}

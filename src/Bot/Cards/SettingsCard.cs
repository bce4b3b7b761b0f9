using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>"settings": when a person works, as a form, and what is quiet now.</summary>
public static class SettingsCard
{
    private const int MostMuted = 5;
    private const int LongestName = 40;

    private static readonly LocalTimePattern Clock = LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture);

    private static readonly IsoDayOfWeek[] Week =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <param name="note">What became of the last press; null before one.</param>
    public static Card Of(Preferences said, WorkingCalendar calendar, IReadOnlyList<MutedName> muted, Instant now, string? note = null)
    {
        var body = new List<CardElement>
        {
            Heading("When I may write to you"),
            Small("Outside these hours it is quiet. What you ask for yourself comes when you said."),
        };
        if (note is not null)
            body.Add(new Container([Theirs(note)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium });
        if (Standing(said, calendar, now) is { } standing)
            body.Add(Theirs(standing, TextWeight.Bolder));
        body.AddRange(Inputs(said, calendar, now));
        if (muted.Count > 0)
            body.AddRange(Muted(muted, calendar.Zone));
        return new Card { FallbackText = "When I may write to you", Body = body, Actions = Actions(said, now) };
    }

    private static string? Standing(Preferences said, WorkingCalendar calendar, Instant now) => said switch
    {
        { StoppedAt: not null } => "All messages are stopped.",
        { Pause: { } pause } when pause.Until > now => $"Quiet until {Spoken.ShortMoment(pause.Until.InZone(calendar.Zone))}.",
        _ => null,
    };

    private static IEnumerable<CardElement> Inputs(Preferences said, WorkingCalendar calendar, Instant now) =>
    [
        new ColumnSet(
        [
            new Column([new TimeInput("From") { Id = Fields.From, Value = Clock.Format(calendar.From), IsRequired = true, ErrorMessage = "When does your day begin?" }]),
            new Column([new TimeInput("To") { Id = Fields.To, Value = Clock.Format(calendar.To), IsRequired = true, ErrorMessage = "When does it end?" }]),
        ]),
        new ChoiceInput("Working days", [.. Week.Select(day => new Choice(day.ToString()[..3], day.ToString()))])
        {
            Id = Fields.Days,
            Value = string.Join(',', calendar.Days),
            Style = "expanded",
            IsMultiSelect = true,
            IsRequired = true,
            ErrorMessage = "Choose at least one day.",
        },
        new TextInput("Time zone") { Id = Fields.Zone, Value = calendar.Zone.Id, Placeholder = "Europe/London", MaxLength = 60, IsRequired = true, ErrorMessage = "A city is enough." },
        new TextInput("Country, for holidays") { Id = Fields.Country, Value = said.Country, Placeholder = "Germany, or DE", MaxLength = 40 },
        new DateInput("Off until (your first day back)")
        {
            Id = Fields.Until,
            Value = said.Pause is { } pause && pause.Until > now ? LocalDatePattern.Iso.Format(pause.Until.InZone(calendar.Zone).Date) : null,
            Min = LocalDatePattern.Iso.Format(calendar.DateAt(now)),
        },
    ];

    private static IEnumerable<CardElement> Muted(IReadOnlyList<MutedName> muted, DateTimeZone zone)
    {
        yield return Heading("Muted deals") with { Spacing = Spacing.Medium };
        foreach (var deal in muted.Take(MostMuted))
            yield return Theirs($"{Shorten(deal.Name, LongestName)}{(deal.Until is { } until ? $", until {Spoken.ShortMoment(until.InZone(zone))}" : "")}");
        yield return new ActionSet([.. muted.Take(MostMuted).Select(deal =>
            Button.Execute("Unmute: " + Shorten(deal.Name, LongestName), Verbs.Unmute, (Fields.Deal, deal.DealId)) with { AssociatedInputs = "none" })]);
    }

    private static IReadOnlyList<CardAction> Actions(Preferences said, Instant now)
    {
        var save = Button.Execute("Save", Verbs.SaveSettings) with { Style = ActionStyle.Positive };
        var quiet = said switch
        {
            { StoppedAt: not null } => Button.Execute("Start again", Verbs.Start),
            { Pause: { } pause } when pause.Until > now => Button.Execute("Resume now", Verbs.Resume),
            _ => Button.Execute("Stop all messages", Verbs.Stop),
        };
        return [save, quiet with { AssociatedInputs = "none" }];
    }
}

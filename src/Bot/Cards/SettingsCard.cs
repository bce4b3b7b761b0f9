using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
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
            Heading(SettingsCardText.Title),
            Small(SettingsCardText.Quiet),
        };
        if (note is not null)
            body.Add(new Container([Theirs(note)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium });
        if (Standing(said, calendar, now) is { } standing)
            body.Add(Theirs(standing, TextWeight.Bolder));
        body.AddRange(Inputs(said, calendar, now));
        if (muted.Count > 0)
            body.AddRange(Muted(muted, calendar.Zone));
        return new Card { FallbackText = SettingsCardText.Title, Body = body, Actions = Actions(said, now) };
    }

    private static string? Standing(Preferences said, WorkingCalendar calendar, Instant now) => said switch
    {
        { StoppedAt: not null } => SettingsCardText.Stopped,
        { Pause: { } pause } when pause.Until > now => SettingsCardText.QuietUntil.With(Spoken.ShortMoment(pause.Until.InZone(calendar.Zone))),
        _ => null,
    };

    private static IEnumerable<CardElement> Inputs(Preferences said, WorkingCalendar calendar, Instant now) =>
    [
        new ColumnSet(
        [
            new Column([new TimeInput(SettingsCardText.From) { Id = Fields.From, Value = Clock.Format(calendar.From), IsRequired = true, ErrorMessage = SettingsCardText.FromMissing }]),
            new Column([new TimeInput(SettingsCardText.To) { Id = Fields.To, Value = Clock.Format(calendar.To), IsRequired = true, ErrorMessage = SettingsCardText.ToMissing }]),
        ]),
        new ChoiceInput(SettingsCardText.Days, [.. Week.Select(day => new Choice(day.ToString()[..3], day.ToString()))])
        {
            Id = Fields.Days,
            Value = string.Join(',', calendar.Days),
            Style = "expanded",
            IsMultiSelect = true,
            IsRequired = true,
            ErrorMessage = SettingsCardText.DaysMissing,
        },
        new TextInput(SettingsCardText.Zone) { Id = Fields.Zone, Value = calendar.Zone.Id, Placeholder = SettingsCardText.ZoneExample, MaxLength = 60, IsRequired = true, ErrorMessage = SettingsCardText.ZoneMissing },
        new TextInput(SettingsCardText.Country) { Id = Fields.Country, Value = said.Country, Placeholder = SettingsCardText.CountryExample, MaxLength = 40 },
        new DateInput(SettingsCardText.OffUntil)
        {
            Id = Fields.Until,
            Value = said.Pause is { } pause && pause.Until > now ? LocalDatePattern.Iso.Format(pause.Until.InZone(calendar.Zone).Date) : null,
            Min = LocalDatePattern.Iso.Format(calendar.DateAt(now)),
        },
    ];

    private static IEnumerable<CardElement> Muted(IReadOnlyList<MutedName> muted, DateTimeZone zone)
    {
        yield return Heading(SettingsCardText.Muted) with { Spacing = Spacing.Medium };
        foreach (var deal in muted.Take(MostMuted))
        {
            var name = Shorten(deal.Name, LongestName);
            yield return Theirs(deal.Until is { } until ? SettingsCardText.MutedUntil.With(name, Spoken.ShortMoment(until.InZone(zone))) : name);
        }

        yield return new ActionSet([.. muted.Take(MostMuted).Select(deal =>
            Button.Execute(SettingsCardText.Unmute.With(Shorten(deal.Name, LongestName)), Verbs.Unmute, (Fields.Deal, deal.DealId)) with { AssociatedInputs = "none" })]);
    }

    private static IReadOnlyList<CardAction> Actions(Preferences said, Instant now)
    {
        var save = Button.Execute(SettingsCardText.Save, Verbs.SaveSettings) with { Style = ActionStyle.Positive };
        var quiet = said switch
        {
            { StoppedAt: not null } => Button.Execute(SettingsCardText.StartAgain, Verbs.Start),
            { Pause: { } pause } when pause.Until > now => Button.Execute(SettingsCardText.Resume, Verbs.Resume),
            _ => Button.Execute(SettingsCardText.StopAll, Verbs.Stop),
        };
        return [save, quiet with { AssociatedInputs = "none" }];
    }
}

using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The settings of a channel's weekly card: what is chosen, and beside it what holds where nothing is.</summary>
public static class DigestSettingsCard
{
    public static string Title => DigestSettingsCardText.Title;

    private const int LongestName = 40;
    private const int MaxBytes = 20 * 1024;

    /// <param name="note">What became of the last press, above everything else.</param>
    public static WrittenCard Of(SettingsView view, string? note) => Of(view, note, LongestName);

    /// <summary>Names are cut where so many of them are so long that the card would not be taken (teams rule 39).</summary>
    private static WrittenCard Of(SettingsView view, string? note, int longestName)
    {
        var card = WrittenCard.Of(With(view, note, longestName));
        return longestName > 8 && card.Json.Length > MaxBytes ? Of(view, note, longestName / 2) : card;
    }

    private static Card With(SettingsView view, string? note, int longestName)
    {
        var version = view.Channel.Version.ToString(CultureInfo.InvariantCulture);
        List<CardAction> actions = [Button.Execute(DigestSettingsCardText.Save, Verbs.SaveDigest, (Fields.Version, version)) with { Style = ActionStyle.Positive }];
        if (view.Channel.Before is not null)
            actions.Add(Button.Execute(DigestSettingsCardText.Undo, Verbs.UndoDigest, (Fields.Version, version)) with { AssociatedInputs = "none" });
        return new Card
        {
            FallbackText = Title,
            Body =
            [
                Heading(Title) with { Size = TextSize.Large },
                .. note is null ? (IEnumerable<CardElement>)[] : [Theirs(note, TextWeight.Bolder)],
                Small(DigestSettingsCardText.Usual),
                .. When(view.Channel),
                .. Whose(view, longestName),
                .. What(view),
                .. Shown(view),
                new ActionSet(actions),
            ],
            MsTeams = new TeamsCardOptions { Width = "Full" },
        };
    }

    private static IEnumerable<CardElement> When(ChannelDocument channel) =>
    [
        new ColumnSet(
        [
            new Column([new ChoiceInput(DigestSettingsCardText.Day, [.. Days().Select(day => new Choice(day.ToString(), day.ToString()))]) { Id = SettingsFields.Day, Value = channel.Day.ToString() }]),
            new Column([new TimeInput(DigestSettingsCardText.Time) { Id = SettingsFields.Time, Value = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(channel.Time) }]),
        ]),
        new TextInput(DigestSettingsCardText.Zone) { Id = SettingsFields.Zone, Value = channel.ZoneId, MaxLength = 60 },
    ];

    private static IEnumerable<CardElement> Whose(SettingsView view, int longestName)
    {
        var (roster, chosen) = (view.Channel.Roster, view.Channel.Settings.Reps ?? []);
        if (roster.Count is > 0 and <= SettingsView.MostReps)
        {
            yield return new ChoiceInput(DigestSettingsCardText.Whose, [.. roster.Select(member => new Choice(Shorten(member.Name ?? member.Email ?? NameText.Unknown, longestName), member.ObjectId))])
            {
                Id = SettingsFields.Reps,
                IsMultiSelect = true,
                Value = Joined(roster.Select(member => member.ObjectId).Intersect(chosen)),
                Placeholder = DigestSettingsCardText.WholeTeam,
            };
        }
        else
        {
            yield return Small(DigestSettingsCardText.AlwaysWholeTeam);
        }

        if (view.Pipelines.Count > 0)
        {
            yield return new ChoiceInput(DigestSettingsCardText.Pipelines, [.. view.Pipelines.Select(name => new Choice(Shorten(name, longestName), Keys.Hash(name)))])
            {
                Id = SettingsFields.Pipelines,
                IsMultiSelect = true,
                Value = Joined((view.Channel.Settings.Pipelines ?? []).Select(Keys.Hash)),
                Placeholder = DigestSettingsCardText.AllPipelines,
            };
        }
    }

    private static IEnumerable<CardElement> What(SettingsView view)
    {
        var (set, usual) = (view.Channel.Settings, (view.Channel.Settings with { AmberWorkingDays = null, RedWorkingDays = null, QuietDays = null, StillDays = null, LargeAmount = null }).RulesOver(view.Configured));
        yield return Choose(DigestSettingsCardText.Motion, SettingsFields.Motion, set.Motion?.ToString(), SettingsWords.Motion(view.Configured.Motion), [.. Enum.GetValues<Motion>().Select(motion => new Choice(SettingsWords.Motion(motion), motion.ToString()))]);
        yield return new ColumnSet(
        [
            new Column([Number(DigestSettingsCardText.Amber, SettingsFields.Amber, set.AmberWorkingDays, usual.NoNextStepAmberWorkingDays)]),
            new Column([Number(DigestSettingsCardText.Red, SettingsFields.Red, set.RedWorkingDays, usual.NoNextStepRedWorkingDays)]),
        ]);
        yield return new ColumnSet(
        [
            new Column([Number(DigestSettingsCardText.Quiet, SettingsFields.Quiet, set.QuietDays, usual.QuietDays)]),
            new Column([Number(DigestSettingsCardText.Still, SettingsFields.Still, set.StillDays, usual.StillDays)]),
            new Column([Number(DigestSettingsCardText.Large, SettingsFields.Large, set.LargeAmount, (int)usual.LargeAmount)]),
        ]);
        yield return new ChoiceInput(DigestSettingsCardText.Rules, [.. StallRules.All.OrderBy(row => row.Rule).Select(row => new Choice($"{row.Id} {SettingsWords.Rule(row.Rule)}", row.Id))])
        {
            Id = SettingsFields.Rules,
            IsMultiSelect = true,
            Value = Joined(StallRules.All.Where(row => set.RulesOff?.Contains(row.Rule) != true).OrderBy(row => row.Rule).Select(row => row.Id)),
        };
    }

    private static IEnumerable<CardElement> Shown(SettingsView view)
    {
        var (set, configured) = (view.Channel.Settings, view.Configured);
        yield return Number(DigestSettingsCardText.Rows, SettingsFields.Rows, set.Rows, configured.Rows);
        yield return YesNo(DigestSettingsCardText.WhenNothing, SettingsFields.Nothing, set.SayNothingStalled, configured.SayNothingStalled, DigestSettingsCardText.SayOneLine, DigestSettingsCardText.SayNothing);
        yield return YesNo(DigestSettingsCardText.Quotes, SettingsFields.Quotes, set.ShowQuotes, configured.ShowQuotes, DigestSettingsCardText.ShowThem, DigestSettingsCardText.HideThem);
    }

    private static TextInput Number(string label, string id, int? value, int usual) => new(label)
    {
        Id = id,
        Value = value?.ToString(CultureInfo.InvariantCulture),
        Placeholder = DigestSettingsCardText.UsualNumber.With(usual),
        MaxLength = 9,
    };

    private static ChoiceInput YesNo(string label, string id, bool? value, bool usual, string yes, string no) =>
        Choose(label, id, value switch { true => "yes", false => "no", _ => null }, usual ? yes : no, [new Choice(yes, "yes"), new Choice(no, "no")]);

    /// <summary>An own choice, or the first: as configured.</summary>
    private static ChoiceInput Choose(string label, string id, string? value, string usual, IReadOnlyList<Choice> choices) =>
        new(label, [new Choice(DigestSettingsCardText.AsConfigured.With(usual), SettingsForm.AsConfigured), .. choices]) { Id = id, Value = value ?? SettingsForm.AsConfigured };

    private static IEnumerable<IsoDayOfWeek> Days() => Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None);

    private static string Joined(IEnumerable<string> values) => string.Join(',', values);
}

using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Cards;

/// <summary>What was chosen on the settings card. A card holds ids and numbers; whoever and whatever they name is looked up.</summary>
public static class SettingsForm
{
    public const string AsConfigured = "default";

    private const int MostMoney = 999_999_999;

    /// <summary>The plan as chosen, with what was there before in the place of a mistake, and every mistake in words.</summary>
    public static (ChannelPlan Plan, IReadOnlyList<string> Mistakes) Read(CardSubmission press, SettingsView view)
    {
        var (mistakes, channel) = (new List<string>(), view.Channel);
        var settings = channel.Settings with
        {
            Reps = Chosen(press, SettingsFields.Reps, channel.Roster.Select(member => (member.ObjectId, member.ObjectId))),
            Pipelines = Chosen(press, SettingsFields.Pipelines, view.Pipelines.Select(name => (Keys.Hash(name), name))),
            Motion = Enum.TryParse<Motion>(press.Text(SettingsFields.Motion), out var motion) && Enum.IsDefined(motion) ? motion : null,
            RulesOff = RulesOff(press),
            AmberWorkingDays = Number(press, SettingsFields.Amber, 1, 30, channel.Settings.AmberWorkingDays, SettingsWords.AmberDays, mistakes),
            RedWorkingDays = Number(press, SettingsFields.Red, 1, 60, channel.Settings.RedWorkingDays, SettingsWords.RedDays, mistakes),
            QuietDays = Number(press, SettingsFields.Quiet, 2, 365, channel.Settings.QuietDays, SettingsWords.QuietDays, mistakes),
            StillDays = Number(press, SettingsFields.Still, 2, 730, channel.Settings.StillDays, SettingsWords.StillDays, mistakes),
            LargeAmount = Number(press, SettingsFields.Large, 0, MostMoney, channel.Settings.LargeAmount, SettingsWords.LargeAmount, mistakes),
            Rows = Number(press, SettingsFields.Rows, 1, 15, channel.Settings.Rows, SettingsWords.Rows, mistakes),
            SayNothingStalled = YesNo(press.Text(SettingsFields.Nothing)),
            ShowQuotes = YesNo(press.Text(SettingsFields.Quotes)),
        };
        var rules = settings.RulesOver(view.Configured);
        if (rules.NoNextStepRedWorkingDays < rules.NoNextStepAmberWorkingDays)
            mistakes.Add(SettingsWords.RedBeforeAmber);
        return (new ChannelPlan(settings, ZoneOf(press, channel, mistakes), DayOf(press, channel), TimeOf(press, channel, mistakes)), mistakes);
    }

    private static string ZoneOf(CardSubmission press, ChannelDocument channel, List<string> mistakes)
    {
        var zone = press.Text(SettingsFields.Zone)?.Trim();
        if (string.IsNullOrEmpty(zone))
            return channel.ZoneId;
        if (DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(zone, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        mistakes.Add(SettingsWords.NoZone);
        return channel.ZoneId;
    }

    private static IsoDayOfWeek DayOf(CardSubmission press, ChannelDocument channel) =>
        Enum.TryParse<IsoDayOfWeek>(press.Text(SettingsFields.Day), out var day) && Enum.IsDefined(day) && day != IsoDayOfWeek.None ? day : channel.Day;

    private static LocalTime TimeOf(CardSubmission press, ChannelDocument channel, List<string> mistakes)
    {
        var text = press.Text(SettingsFields.Time)?.Trim();
        if (string.IsNullOrEmpty(text))
            return channel.Time;
        if (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true, Value: var time })
            return time;
        mistakes.Add(SettingsWords.NoTime);
        return channel.Time;
    }

    /// <summary>Null when none is chosen, or none of those that there are.</summary>
    private static string[]? Chosen(CardSubmission press, string field, IEnumerable<(string Id, string Value)> known)
    {
        var ids = Ids(press, field) ?? [];
        string[] values = [.. known.Where(each => ids.Contains(each.Id)).Select(each => each.Value)];
        return values.Length > 0 ? values : null;
    }

    /// <summary>A card without the field says nothing about rules.</summary>
    private static StallRule[]? RulesOff(CardSubmission press)
    {
        if (Ids(press, SettingsFields.Rules) is not { } on)
            return null;
        StallRule[] off = [.. StallRules.All.Where(row => !on.Contains(row.Id)).Select(row => row.Rule).Order()];
        return off.Length > 0 ? off : null;
    }

    private static string[]? Ids(CardSubmission press, string field) => press.Text(field)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? Number(CardSubmission press, string field, int least, int most, int? before, string what, List<string> mistakes)
    {
        var text = press.Text(field)?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        mistakes.Add(SettingsWords.OutOfRange(what, least, most));
        return before;
    }

    private static bool? YesNo(string? text) => text switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}

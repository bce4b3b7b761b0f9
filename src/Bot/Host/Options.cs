using System.ComponentModel.DataAnnotations;
using FollowUpBot.Deals.Stalls;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>Who the bot is and what it assumes of people it knows little about.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The bot's app id in Entra; empty only in Development.</summary>
    public string AppId { get; set; } = "";

    /// <summary>An IANA zone id, for people and channels whose zone Teams has not told.</summary>
    [Required]
    public string DefaultZone { get; set; } = "Etc/UTC";

    /// <summary>A culture name, for people whose language Teams has not told.</summary>
    [Required]
    public string DefaultLocale { get; set; } = "en-US";

    /// <summary>Start of the working day on the person's own clock.</summary>
    public TimeOnly WorkFrom { get; set; } = new(9, 0);

    /// <summary>End of the working day on the person's own clock.</summary>
    public TimeOnly WorkTo { get; set; } = new(17, 30);

    /// <summary>Object ids of people who may point any channel's digest and see every digest.</summary>
    public IReadOnlyList<string> Admins { get; set; } = [];

    /// <summary>What one person may send in the long run; twenty seconds' worth may come at once.</summary>
    public int TurnsPerSecond { get; set; } = 5;
}

/// <summary>When reps are asked.</summary>
public sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>From the end of the meeting.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(30);

    public bool OnlyInWorkingHours { get; set; } = true;

    /// <summary>Whether the morning's list names what is still open, twice and then once a week.</summary>
    public bool Nudges { get; set; } = true;

    /// <summary>Whether meetings that end close together are asked about in one card.</summary>
    public bool Together { get; set; } = true;

    /// <summary>How long before a firm appointment its rep is told what to know.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PrepBefore { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often the worker looks for what is due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:05", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>The weekly card.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digest";

    public IsoDayOfWeek Day { get; set; } = IsoDayOfWeek.Monday;

    /// <summary>On the channel's own clock.</summary>
    public TimeOnly Time { get; set; } = new(8, 0);

    /// <summary>Deals a card shows; the rest is counted.</summary>
    [Range(1, 15)]
    public int Rows { get; set; } = 7;

    /// <summary>How long reps have their stalled deals to themselves before the card; none for not at all.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RepsFirst { get; set; } = TimeSpan.FromHours(24);

    [Range(1, 30)]
    public int NoNextStepAmberWorkingDays { get; set; } = 1;

    [Range(1, 60)]
    public int NoNextStepRedWorkingDays { get; set; } = 3;

    /// <summary>How the teams sell; sets the thresholds that depend on the length of a sale (docs/rules.md).</summary>
    public Motion Motion { get; set; } = Motion.MidMarket;

    /// <summary>Null for the days of the motion.</summary>
    [Range(2, 365)]
    public int? QuietDays { get; set; }

    /// <summary>Whether a week without a stalled deal gets one line, instead of nothing.</summary>
    public bool SayNothingStalled { get; set; }

    /// <summary>Whether the buyer's words may be shown in a channel.</summary>
    public bool ShowQuotes { get; set; }

    public StallSettings Rules()
    {
        var usual = StallSettings.For(Motion);
        return usual with
        {
            NoNextStepAmberWorkingDays = NoNextStepAmberWorkingDays,
            NoNextStepRedWorkingDays = NoNextStepRedWorkingDays,
            QuietDays = QuietDays ?? usual.QuietDays,
        };
    }
}

[OptionsValidator]
public sealed partial class ReminderOptionsValidator : IValidateOptions<ReminderOptions>;

[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;

/// <summary>Names what is wrong with the section "Bot", all at once.</summary>
public sealed class BotOptionsValidator : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(BotOptions options)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.DefaultZone) is null)
            yield return $"Bot:DefaultZone '{options.DefaultZone}' is no IANA zone id; for example Europe/Berlin.";
        if (options.WorkTo <= options.WorkFrom)
            yield return $"Bot:WorkTo {options.WorkTo:HH:mm} must be later than Bot:WorkFrom {options.WorkFrom:HH:mm}.";
        if (options.AppId.Length > 0 && !Guid.TryParse(options.AppId, out _))
            yield return "Bot:AppId is no GUID.";
        if (options.TurnsPerSecond is < 1 or > 10_000)
            yield return "Bot:TurnsPerSecond must be 1 to 10000.";
        foreach (var admin in options.Admins.Where(admin => !Guid.TryParse(admin, out _)))
            yield return $"Bot:Admins '{admin}' is no Entra object id.";
    }
}

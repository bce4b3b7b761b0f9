using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Dialogs;

/// <summary>What a message to the bot in a channel asks for.</summary>
public abstract record ChannelCommand
{
    private static readonly LocalTimePattern[] Clocks =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("h:mmt"),
        LocalTimePattern.CreateWithInvariantCulture("h:mmtt"),
        LocalTimePattern.CreateWithInvariantCulture("htt"),
        LocalTimePattern.CreateWithInvariantCulture("%H"),
    ];

    private ChannelCommand()
    {
    }

    public sealed record Help : ChannelCommand;

    public sealed record DigestHere : ChannelCommand;

    public sealed record DigestNow : ChannelCommand;

    /// <summary>Every stalled deal, in pages.</summary>
    public sealed record DigestAll : ChannelCommand;

    public sealed record DigestSettings : ChannelCommand;

    public sealed record Preview(PreviewWeek Week) : ChannelCommand;

    public sealed record DigestOff : ChannelCommand;

    /// <summary>The weekly moment, on the channel's clock.</summary>
    public sealed record DigestOn(IsoDayOfWeek Day, LocalTime Time) : ChannelCommand;

    /// <summary>The people mentioned become managers of this channel's digest.</summary>
    public sealed record NameManagers : ChannelCommand;

    public sealed record Why(WhyQuestion Question) : ChannelCommand;

    public static ChannelCommand Parse(string text)
    {
        if (WhyQuestion.Parse(text) is { } question)
            return new Why(question);
        if (PreviewWeek.Parse(text) is { } week)
            return new Preview(week);
        var words = text.Trim().TrimEnd('.', '!', '?').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["digest", "here"] => new DigestHere(),
            ["digest", "now"] or ["digest"] => new DigestNow(),
            ["digest", "all"] or ["digest", "list"] => new DigestAll(),
            ["digest", "settings"] or ["settings"] => new DigestSettings(),
            ["digest", "off"] or ["digest", "stop"] => new DigestOff(),
            ["digest", "on", var day, "at", .. var time] => On(day, time),
            ["digest", "every", var day, "at", .. var time] => On(day, time),
            ["digest", var day, .. var time] => On(day, time),
            ["manager" or "managers", ..] => new NameManagers(),
            _ => new Help(),
        };
    }

    private static ChannelCommand On(string day, string[] time) =>
        DayOf(day) is { } weekday && TimeOf(string.Concat(time).ToUpperInvariant()) is { } clock ? new DigestOn(weekday, clock) : new Help();

    private static IsoDayOfWeek? DayOf(string word) =>
        Enum.TryParse<IsoDayOfWeek>(word.TrimEnd('s', ','), ignoreCase: true, out var day) && day != IsoDayOfWeek.None && !char.IsDigit(word[0])
            ? day
            : null;

    private static LocalTime? TimeOf(string text)
    {
        foreach (var clock in Clocks)
        {
            if (clock.Parse(text) is { Success: true } parsed)
                return parsed.Value;
        }

        return null;
    }
}

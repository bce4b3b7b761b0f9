using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>Reads the end of a pause: "Thursday", "5 January", "tomorrow 9:00", "for two weeks". Without an exact time it is the start of that working day.</summary>
public static class UntilReader
{
    private static readonly string[] Openers = ["until ", "till ", "til ", "on "];

    /// <returns>Null when the words name no end that lies ahead.</returns>
    public static Instant? Read(string words, WorkingCalendar calendar, string locale, Instant now)
    {
        var text = words.Trim();
        foreach (var opener in Openers.Where(opener => text.StartsWith(opener, StringComparison.OrdinalIgnoreCase)))
            text = text[opener.Length..];
        if (text.StartsWith("for ", StringComparison.OrdinalIgnoreCase))
            text = "in " + text["for ".Length..];
        if (text.Equals("today", StringComparison.OrdinalIgnoreCase) || text.Equals("in today", StringComparison.OrdinalIgnoreCase))
            text = "tomorrow";
        return NextStepReader.Read(text, new ReadingContext(now, calendar.Zone, locale)) switch
        {
            { Kind: ReadingKind.Firm or ReadingKind.Range, Start: { } start } => start.ToInstant(),
            { Kind: ReadingKind.Vague, Window: { } window } => DayFrom(window.From, calendar, now),
            _ => null,
        };
    }

    private static Instant? DayFrom(LocalDateTime from, WorkingCalendar calendar, Instant now)
    {
        var moment = calendar.WorkingMomentFrom(WallClock.At(from.TimeOfDay > calendar.From ? from : from.Date + calendar.From, calendar.Zone));
        return moment > now ? moment : null;
    }
}

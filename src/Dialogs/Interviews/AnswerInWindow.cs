using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using NodaTime;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>
/// Reads an answer about the next step together with what was said and offered before it: "at 4" after "Thursday", "Wednesday at 9" after
/// "next week". What fits two days comes back as a choice.
/// </summary>
internal static class AnswerInWindow
{
    private const int DaysInWeek = 7, MostDays = 62;

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "it", "would", "be", "make", "let's", "say", "better", "best", "works", "good", "fine", "please", "then", "rather", "ok", "okay", "or",
    };

    public static Reading Read(string text, InterviewState state, InterviewContext context)
    {
        var plain = Quotation.Blanked(text);
        var reading = NextStepReader.Read(plain, context.Reading);
        if (reading.Kind == ReadingKind.Recurring)
            return FirstTimes(reading, context);
        var now = context.Now.InZone(context.Calendar.Zone).LocalDateTime;
        var window = state.Window is { } stands && stands.To > now ? stands : null;
        var offered = state.Slots.Where(slot => slot > now).ToList();
        if (offered.Count == 0 && window is null)
            return reading;
        if (reading.Kind == ReadingKind.None && BareClock(plain) is { } clock && NextStepReader.Read(clock, context.Reading) is { LacksDay: true } bare)
            (plain, reading) = (clock, bare with { Span = new TextSpan(0, text.Length) });
        if (reading.LacksDay)
            return Among(reading, DaysOf(window, offered), day => On(plain, day, day, reading.Span, context), offered);
        return reading.LacksWeek && window is not null && DayOf(reading) is { } said
            ? Among(reading, SameWeekday(said, window), day => On(plain, day, day.PlusDays(-1), reading.Span, context), offered)
            : reading;
    }

    private static LocalDate? DayOf(Reading reading) => reading.Start?.Date ?? reading.Window?.Day;

    private static List<LocalDate> DaysOf(Window? window, List<LocalDateTime> offered) =>
        window?.Day is { } day ? [day] : [.. offered.Select(slot => slot.Date).Distinct()];

    /// <summary>The days of the window with the weekday that was said; when it has none, that day of its week beside the first one after today.</summary>
    private static List<LocalDate> SameWeekday(LocalDate said, Window window)
    {
        var last = window.To.TimeOfDay == LocalTime.Midnight ? window.To.Date.PlusDays(-1) : window.To.Date;
        if (said >= window.From.Date)
            return [said];
        var first = window.From.Date.Previous(said.DayOfWeek).PlusDays(window.From.DayOfWeek == said.DayOfWeek ? DaysInWeek : 0);
        var inside = Enumerable.Range(0, MostDays / DaysInWeek).Select(week => first.PlusDays(week * DaysInWeek)).Where(day => day >= window.From.Date && day <= last).ToList();
        if (inside.Count > 0)
            return inside;
        var inItsWeek = window.From.Date.PlusDays((int)said.DayOfWeek - (int)window.From.DayOfWeek);
        return inItsWeek > said ? [said, inItsWeek] : [said];
    }

    /// <summary>The answer as it would be understood at the beginning of a day; null when it then means another one.</summary>
    private static Reading? On(string text, LocalDate day, LocalDate saidOn, TextSpan span, InterviewContext context)
    {
        var then = Instant.Max(context.Now, context.Calendar.Zone.AtStartOfDay(saidOn).ToInstant());
        var reading = NextStepReader.Read(text, context.Reading with { Now = then }) with { Span = span };
        var isOnDay = reading.Candidates.Count > 0 ? reading.Candidates.All(each => each.Date == day) : DayOf(reading) == day;
        return isOnDay ? reading : null;
    }

    /// <summary>One day, or the one that is on offer, is the answer; two are a choice.</summary>
    private static Reading Among(Reading reading, List<LocalDate> days, Func<LocalDate, Reading?> on, List<LocalDateTime> offered)
    {
        var fitting = days.Select(on).OfType<Reading>().ToList();
        var onOffer = fitting.FindAll(each => each.Start is { } start && offered.Contains(start.LocalDateTime));
        if (fitting.Count == 1 || onOffer.Count == 1)
            return onOffer is [var offer] ? offer : fitting[0];
        var starts = fitting.Select(each => each.Start).OfType<ZonedDateTime>().ToList();
        return new Reading { Kind = ReadingKind.Vague, Span = reading.Span, Candidates = starts, Window = starts.Count > 1 ? null : fitting.FirstOrDefault()?.Window };
    }

    /// <summary>"every Tuesday at 10" asks for its first date: that time, on two of the days.</summary>
    private static Reading FirstTimes(Reading reading, InterviewContext context)
    {
        if (reading.FirstTime is { Kind: ReadingKind.Firm or ReadingKind.Range, LacksDay: false, Start: { } start })
        {
            var second = start.LocalDateTime.PlusDays(DaysInWeek).InZoneLeniently(start.Zone);
            return reading with { Candidates = [start, second] };
        }

        if (reading.FirstTime is { LacksWeek: true, Window: { } day })
            return reading with { Window = day };
        var tomorrow = context.Now.InZone(context.Calendar.Zone).Date.PlusDays(1);
        return reading with { Window = new Window(tomorrow.AtMidnight(), tomorrow.PlusDays(DaysInWeek).AtMidnight(), Grain.Days, null) };
    }

    /// <summary>"4" and "4 is better" as a clock time; 1 and 2 are the slots of that number.</summary>
    private static string? BareClock(string text)
    {
        var words = PlainWords.Trimmed(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word.Trim(','))).ToList();
        return words is [var only] && only is not ("1" or "2") ? $"at {only}" : null;
    }
}

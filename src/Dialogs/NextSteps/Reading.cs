using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>What a text says about when something happens next. The rules are in docs/next-steps.md.</summary>
public enum ReadingKind
{
    /// <summary>Nothing that the calendar knows: "soon", "TBD".</summary>
    None,

    /// <summary>The future, but not one slot: "early next week", "Friday". See <see cref="Reading.Window"/>.</summary>
    Vague,

    /// <summary>Exactly one future day and clock time.</summary>
    Firm,

    /// <summary>A firm start and an end clock time.</summary>
    Range,

    /// <summary>The only thing named is over.</summary>
    Past,

    /// <summary>A day or time that cannot be. See <see cref="Reading.Impossible"/>.</summary>
    Invalid,

    /// <summary>"every", "weekly", "Tuesdays at 3".</summary>
    Recurring,
}

/// <summary>How coarse a vague answer is.</summary>
public enum Grain
{
    Day,
    DayPart,
    Week,
    Month,
    Quarter,
    Year,
    Days,
    Open,
    Alternatives,
    Fuzzy,
}

/// <summary>Why a day or time cannot be.</summary>
public enum Impossible
{
    NoSuchDay,
    NoSuchTime,
    WeekdayContradictsDate,
    SkippedByDaylightSaving,
}

/// <summary>The stretch of the rep's wall clock that a vague answer speaks of.</summary>
/// <param name="From">First moment, inclusive.</param>
/// <param name="To">Last moment, exclusive.</param>
/// <param name="Day">The day, when one day is known.</param>
public sealed record Window(LocalDateTime From, LocalDateTime To, Grain Grain, LocalDate? Day);

/// <summary>The characters of the text that were read, as offsets into it.</summary>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>Where and when the text is read.</summary>
/// <param name="Now">The moment the text was written.</param>
/// <param name="Zone">The rep's zone; every answer is given in it.</param>
/// <param name="Locale">A culture name such as en-GB; it decides the order of numeric dates.</param>
public sealed record ReadingContext(Instant Now, DateTimeZone Zone, string Locale)
{
    /// <summary>The buyer's zone, when known: "3pm their time" is read in it; without it that is a question.</summary>
    public DateTimeZone? BuyerZone { get; init; }

    /// <summary>The first hour that is of the morning when neither am nor pm is said, 1 to 12 (rule 9): "at 7" is 07:00, "at 6" 18:00.</summary>
    public int EarliestBareHour { get; init; } = 7;
}

/// <summary>What was understood, and nothing that was not said.</summary>
public sealed record Reading
{
    public static readonly Reading Nothing = new() { Kind = ReadingKind.None };

    public required ReadingKind Kind { get; init; }

    /// <summary>Start in the rep's zone: always for firm and range; for past when a moment was named.</summary>
    public ZonedDateTime? Start { get; init; }

    /// <summary>End in the rep's zone, when a length or an end was said.</summary>
    public ZonedDateTime? End { get; init; }

    /// <summary>Set when <see cref="Kind"/> is vague and the calendar knows the window.</summary>
    public Window? Window { get; init; }

    /// <summary>Set when <see cref="Kind"/> is invalid.</summary>
    public Impossible? Impossible { get; init; }

    /// <summary>The part of the text that was read; empty when nothing was.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The zone in which the clock time was said, when it is not the rep's.</summary>
    public DateTimeZone? SaidIn { get; init; }

    /// <summary>The other plausible reading (day/month order, "next Thursday", an hour that comes twice), for a one-tap switch.</summary>
    public Reading? Other { get; init; }

    /// <summary>The appointments to choose from, when several with a clock time were named ("Tuesday at 2 or Wednesday at 3").</summary>
    public IReadOnlyList<ZonedDateTime> Candidates { get; init; } = [];

    /// <summary>A clock time without a day; it may belong to a day that was said before.</summary>
    public bool LacksDay { get; init; }

    /// <summary>A weekday without a week; it may belong to a week that was said before.</summary>
    public bool LacksWeek { get; init; }

    /// <summary>What something that repeats says of its first time: "Tuesday at 10" of "every Tuesday at 10".</summary>
    public Reading? FirstTime { get; init; }

    /// <summary>The rules it rests on.</summary>
    public RulesRead Rules { get; init; }

    internal Reading Read(int rule) => this with { Rules = new RulesRead(Rules.Bits | (1u << rule)) };
}

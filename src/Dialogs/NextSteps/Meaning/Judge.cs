using FollowUpBot.Dialogs.NextSteps.Grammar;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>Says what one slot comes to on the calendar.</summary>
internal readonly ref struct Judge(ReadingContext context, LocalDateTime now)
{
    private readonly LocalDate _today = now.Date;

    public Reading Of(in Slot slot)
    {
        if (slot.Over) return Is(ReadingKind.Past, slot);
        if (slot.Has(Holds.Clock) && (slot.Start.Impossible || (slot.Has(Holds.ClockEnd) && slot.End.Impossible)))
        {
            return Is(ReadingKind.Invalid, slot) with { Impossible = Impossible.NoSuchTime };
        }

        if (slot.Has(Holds.Elapsed)) return Elapsed(slot);
        if (slot.Has(Holds.Fuzzy)) return Vague(slot, Windows.Of(slot.From, slot.To, Grain.Fuzzy, null));
        if (slot.Has(Holds.Days)) return Days(slot);
        if (slot.Has(Holds.Day)) return OnDay(slot) with { LacksWeek = slot.Day.PlainWeekday };
        if (slot.Has(Holds.Period)) return Vague(slot, Windows.OfPeriod(slot, now));
        if (slot.Has(Holds.Clock)) return ClockAlone(slot);
        return slot.Has(Holds.Part) ? PartAlone(slot) : Reading.Nothing;
    }

    private static Reading Is(ReadingKind kind, in Slot slot) => new() { Kind = kind, Rules = new RulesRead(slot.Rules | RuleOf(kind) | DeadlineRule(slot)) };

    private static uint RuleOf(ReadingKind kind) => kind switch
    {
        ReadingKind.Firm => 1u << 1,
        ReadingKind.Range => 1u << 2,
        ReadingKind.Vague => 1u << 3,
        ReadingKind.None => 1u << 4,
        ReadingKind.Past => 1u << 5,
        ReadingKind.Invalid => 1u << 6,
        _ => 1u << 7,
    };

    private static uint DeadlineRule(in Slot slot) => slot.Bound == Bound.By ? 1u << 14 : 0;

    private static Reading Vague(in Slot slot, Window? window) => Is(ReadingKind.Vague, slot) with { Window = window };

    private Reading Elapsed(in Slot slot)
    {
        var start = (context.Now + Duration.FromMinutes(slot.Minutes)).InZone(context.Zone);
        return Is(ReadingKind.Firm, slot) with { Start = start };
    }

    private Reading Days(in Slot slot)
    {
        var first = DayRules.Find(slot.Day, _today, out var from, out _);
        var last = DayRules.Find(slot.LastDay, _today, out var to, out _);
        if (first >= DayIs.NoSuchDay || last >= DayIs.NoSuchDay) return Impossibly(slot, DayIs.NoSuchDay);
        if (last == DayIs.Over) return Is(ReadingKind.Past, slot);
        return Vague(slot, Windows.Of(first == DayIs.Over ? _today : from, Later(to, from).PlusDays(1), Grain.Days, null));
    }

    private static LocalDate Later(LocalDate a, LocalDate b) => a > b ? a : b;

    private static Reading Impossibly(in Slot slot, DayIs why) => Is(ReadingKind.Invalid, slot) with
    {
        Impossible = why == DayIs.NoSuchDay ? Impossible.NoSuchDay : Impossible.WeekdayContradictsDate,
    };

    private Reading OnDay(in Slot slot)
    {
        var found = DayRules.Find(slot.Day, _today, out var day, out var other);
        if (found >= DayIs.NoSuchDay) return Impossibly(slot, found);
        if (found == DayIs.Over) return Is(ReadingKind.Past, slot);
        if (IsOpen(slot)) return Vague(slot, Windows.Open(slot, day, now));
        if (!slot.Has(Holds.Clock)) return WithoutClock(slot, day, other);
        var reading = At(slot, day);
        if (other is null || reading.Kind is not (ReadingKind.Firm or ReadingKind.Range)) return reading;
        var second = At(slot, other.Value);
        return second.Kind == reading.Kind ? reading with { Other = second } : reading;
    }

    /// <summary>A bound on one side only (rule 3).</summary>
    private static bool IsOpen(in Slot slot) =>
        slot.Bound is Bound.After or Bound.Before || (slot.Bound == Bound.From && !slot.Has(Holds.ClockEnd | Holds.Length));

    private Reading WithoutClock(in Slot slot, LocalDate day, LocalDate? other)
    {
        if (day == _today && Windows.PartIsOver(slot.Part, now.TimeOfDay)) return Is(ReadingKind.Past, slot);
        var reading = Vague(slot, Windows.OfDay(day, slot.Part));
        return other is null ? reading : reading with { Other = Vague(slot, Windows.OfDay(other.Value, slot.Part)) };
    }

    private Reading PartAlone(in Slot slot)
    {
        var day = Windows.PartIsOver(slot.Part, now.TimeOfDay) ? _today.PlusDays(1) : _today;
        if (slot.Bound is Bound.After or Bound.Before) return Vague(slot, Windows.Open(slot, day, now));
        return Vague(slot, Windows.OfDay(day, slot.Part));
    }

    /// <summary>A clock time with no day: the next time the clock shows it, in the zone it was said in (rule 12).</summary>
    private Reading ClockAlone(in Slot slot)
    {
        var zone = Zone(slot);
        if (zone is null) return Vague(slot, null);
        var day = context.Now.InZone(zone).Date;
        if (IsOpen(slot)) return Vague(slot, Windows.Open(slot, day, now));
        var today = At(slot, day);
        return (today.Kind == ReadingKind.Past ? At(slot, day.PlusDays(1)) : today).Read(12) with { LacksDay = true };
    }

    private DateTimeZone? Zone(in Slot slot) =>
        slot.Has(Holds.Zone) ? ZoneGrammar.Zone(slot.Zone, context.Zone, context.BuyerZone) : context.Zone;

    /// <summary>The appointment on a day; its clock time is read in the zone that was said (rules 20 and 21).</summary>
    private Reading At(in Slot slot, LocalDate day)
    {
        var zone = Zone(slot);
        if (zone is null) return Vague(slot, Windows.OfDay(day, Part.None));
        var (from, to) = slot.Has(Holds.ClockEnd)
            ? ClockTime.Range(slot.Start, slot.End, slot.Part, context.EarliestBareHour)
            : (slot.Start.Minutes(slot.Part, context.EarliestBareHour), 0);
        var mapped = zone.MapLocal(day.AtMidnight().PlusMinutes(from));
        if (mapped.Count == 0) return Is(ReadingKind.Invalid, slot) with { Impossible = Impossible.SkippedByDaylightSaving };
        var start = mapped.First().ToInstant();
        Instant? end = slot.Has(Holds.ClockEnd) ? day.AtMidnight().PlusMinutes(to).InZoneLeniently(zone).ToInstant()
            : slot.Has(Holds.Length) ? start + Duration.FromMinutes(slot.Minutes) : null;
        if (start <= context.Now) return Begun(slot, day, start, end);
        var kind = slot.Has(Holds.ClockEnd) ? ReadingKind.Range : ReadingKind.Firm;
        var reading = Is(kind, slot) with
        {
            Start = start.InZone(context.Zone),
            End = end?.InZone(context.Zone),
            SaidIn = zone.Equals(context.Zone) ? null : zone,
        };
        return mapped.Count == 2 ? reading with { Other = SecondTime(reading, mapped.Last().ToInstant()) } : reading;
    }

    /// <summary>Its start is gone: over, unless it still runs; then only its rest can be meant, and that is a question.</summary>
    private Reading Begun(in Slot slot, LocalDate day, Instant start, Instant? end)
    {
        if (end > context.Now) return Vague(slot, new Window(now, end.Value.InZone(context.Zone).LocalDateTime, Grain.Open, day));
        return Is(ReadingKind.Past, slot) with { Start = start.InZone(context.Zone) };
    }

    /// <summary>The hour that daylight saving repeats, the second time round.</summary>
    private Reading SecondTime(Reading first, Instant start)
    {
        var later = start.InZone(context.Zone);
        return first with { Start = later, End = first.End is { } end && end.ToInstant() < start ? null : first.End };
    }
}

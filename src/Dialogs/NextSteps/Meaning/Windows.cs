using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>The stretch of the wall clock that vague words speak of.</summary>
internal static class Windows
{
    private static readonly LocalTime Noon = new(12, 0);

    public static Window Of(LocalDate from, LocalDate to, Grain grain, LocalDate? day) =>
        new(from.AtMidnight(), to.AtMidnight(), grain, day);

    public static Window OfDay(LocalDate day, Part part)
    {
        var (from, to) = Hours(part);
        bool whole = part is Part.None or Part.EndOfDay;
        return new(day.At(from), to == LocalTime.Midnight ? day.PlusDays(1).AtMidnight() : day.At(to), whole ? Grain.Day : Grain.DayPart, day);
    }

    public static bool PartIsOver(Part part, LocalTime now) => Hours(part).To is var to && to != LocalTime.Midnight && now >= to;

    /// <summary>"after 3 on Tuesday", "before noon Friday", "until Monday".</summary>
    public static Window Open(in Slot slot, LocalDate day, LocalDateTime now)
    {
        var start = day.AtMidnight();
        var end = start.PlusDays(1);
        if (slot.Has(Holds.Clock))
        {
            var at = start.PlusMinutes(slot.Start.Impossible ? 0 : slot.Start.Minutes(slot.Part));
            return slot.Bound is Bound.After or Bound.From ? new(at, end, Grain.Open, day) : new(start > now ? start : now, at, Grain.Open, day);
        }

        if (slot.Has(Holds.Part))
        {
            var (from, to) = Hours(slot.Part);
            return slot.Bound == Bound.After ? new(day.At(to), end, Grain.Open, day) : new(start, day.At(from), Grain.Open, day);
        }

        return slot.Bound == Bound.After ? new(end, end.PlusDays(7), Grain.Open, null) : new(now, start > now ? start : end, Grain.Open, null);
    }

    /// <summary>"early next week", "end of June", "Q3".</summary>
    public static Window OfPeriod(in Slot slot, LocalDateTime now)
    {
        var today = now.Date;
        if (slot.Bound == Bound.After) return Of(slot.To, slot.To.PlusDays(7), Grain.Open, null);
        var (from, to) = Stretch(slot);
        if (from < today && to > today) from = today;
        if (slot.Bound == Bound.Before) return new(now, from.AtMidnight() > now ? from.AtMidnight() : to.AtMidnight(), Grain.Open, null);
        return Of(from, to, slot.Edge == Edge.None ? GrainOf(slot.Period) : Grain.Fuzzy, null);
    }

    private static (LocalDate From, LocalDate To) Stretch(in Slot slot)
    {
        int days = Period.DaysBetween(slot.From, slot.To);
        int third = slot.Period == Unit.Week ? 2 : Math.Max(days / 3, 1);
        int end = slot.Period == Unit.Week ? 5 : days;
        return slot.Edge switch
        {
            Edge.Early => (slot.From, slot.From.PlusDays(third)),
            Edge.Mid => (slot.From.PlusDays(slot.Period == Unit.Week ? 1 : third), slot.From.PlusDays(slot.Period == Unit.Week ? 4 : days - third)),
            Edge.Late => (slot.From.PlusDays(end - Math.Min(third, 7)), slot.From.PlusDays(end)),
            _ => (slot.From, slot.To),
        };
    }

    private static Grain GrainOf(Unit unit) => unit switch
    {
        Unit.Week => Grain.Week,
        Unit.Month => Grain.Month,
        Unit.Quarter => Grain.Quarter,
        Unit.Year => Grain.Year,
        _ => Grain.Fuzzy,
    };

    private static (LocalTime From, LocalTime To) Hours(Part part) => part switch
    {
        Part.Morning => (LocalTime.Midnight, Noon),
        Part.FirstThing => (new LocalTime(8, 0), new LocalTime(11, 0)),
        Part.Lunch => (Noon, new LocalTime(14, 0)),
        Part.Afternoon => (Noon, new LocalTime(18, 0)),
        Part.Evening => (new LocalTime(17, 0), new LocalTime(22, 0)),
        Part.Night => (new LocalTime(18, 0), LocalTime.Midnight),
        Part.EndOfDay => (new LocalTime(15, 0), LocalTime.Midnight),
        _ => (LocalTime.Midnight, LocalTime.Midnight),
    };
}

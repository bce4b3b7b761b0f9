using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A length of time: "30 minutes", "an hour and a half", "1d 2hr 5min", "two weeks", "a few days".</summary>
internal struct Length
{
    public int Minutes;
    public int Days;
    public int WorkingDays;
    public int Months;

    /// <summary>Nobody can count on it: "a few days", "2-3 weeks".</summary>
    public bool Fuzzy;

    /// <summary>The coarsest unit said.</summary>
    public Unit Unit;

    public readonly bool OfClock => Minutes > 0 && Days == 0 && WorkingDays == 0 && Months == 0;
}

/// <summary>Reads a <see cref="Length"/>.</summary>
internal static class LengthGrammar
{
    /// <summary>Longer lengths are no next step: a number that says more is a price or a phone.</summary>
    private const int MostMinutes = 60 * 24 * 400;

    public static int Read(in Phrase p, int i, out Length length)
    {
        length = default;
        int next = Piece(p, i, ref length);
        const int MostPieces = 5;
        for (int pieces = 1; next > i && pieces < MostPieces; pieces++)
        {
            int more = p.Skip(p.Skip(next, Term.Comma), Term.And);
            int after = p[more] is Term.Number or Term.NumberWord ? Piece(p, more, ref length) : more;
            if (after == more) break;
            next = after;
        }

        return next;
    }

    /// <summary>One number with its unit.</summary>
    private static int Piece(in Phrase p, int i, ref Length length)
    {
        int next = Quantity(p, i, out double count, out bool fuzzy);
        if (next == i) return i;
        next = p.Skip(next, Term.Dash, Term.More);
        bool working = p.Is(next, Term.Working) && p.Is(next + 1, Term.Unit, (int)Unit.Day);
        next = working ? next + 1 : next;
        int unitAt = next;
        var unit = UnitAt(p, unitAt, i);
        if (unit == Unit.None) return i;
        next++;
        if (p.Is(next, Term.And) && p.Is(next + 1, Term.LetterA) && p.Is(next + 2, Term.Half))
        {
            count += 0.5;
            next += 3;
        }

        if (unit == Unit.Hour && p.Is(next, Term.Number) && p.Glued(next) && p.Token(next).Digits == 2 && !p.Is(next + 1, Term.Unit))
        {
            length.Minutes += p.Value(next);
            next++;
        }

        if (!Add(ref length, count, working ? Unit.WorkingDay : unit)) return i;
        length.Fuzzy |= fuzzy;
        return next;
    }

    private static int Quantity(in Phrase p, int i, out double count, out bool fuzzy)
    {
        fuzzy = false;
        int part = Fraction(p, i, out count);
        if (part > i) return part;
        count = 1;
        return p.Is(i, Term.More) && p.Is(i + 1, Term.Unit) ? i + 1 : Number(p, i, out count, out fuzzy);
    }

    private static int Number(in Phrase p, int i, out double count, out bool fuzzy)
    {
        count = 1;
        fuzzy = false;
        int at = p.Is(i, Term.LetterA) ? i + 1 : i;
        if (p.Is(at, Term.Few))
        {
            fuzzy = true;
            count = 3;
            return p.Skip(at + 1, Term.Of);
        }

        if (p.Is(at, Term.Half))
        {
            count = 0.5;
            return p.Skip(at + 1, Term.LetterA);
        }

        if (at > i) return at;
        int next = NumberGrammar.Cardinal(p, i, out int whole);
        count = whole;
        if (next == i) return i;
        if (p.IsTail(next, Term.Dot) && p.IsNumber(next + 1, 1))
        {
            count += p.Value(next + 1) / 10.0;
            return next + 2;
        }

        if (p.Is(next, Term.And) && p.Is(next + 1, Term.LetterA) && p.Is(next + 2, Term.Half))
        {
            count += 0.5;
            return next + 3;
        }

        int second = NumberGrammar.Cardinal(p, next + 1, out int most);
        if (p[next] is not (Term.Dash or Term.To or Term.Or) || second == next + 1 || UnitAt(p, second, i) == Unit.None) return next;
        fuzzy = true;
        count = most;
        return second;
    }

    /// <summary>"a quarter of an hour", "three-quarters of an hour", "1/2 hour".</summary>
    private static int Fraction(in Phrase p, int i, out double count)
    {
        count = 0;
        if (p.IsNumber(i, 1) && p.IsTail(i + 1, Term.Slash) && p.Value(i + 2) is 2 or 4 && p.Value(i) < p.Value(i + 2) && p.Is(i + 3, Term.Unit, (int)Unit.Hour))
        {
            count = (double)p.Value(i) / p.Value(i + 2);
            return i + 3;
        }

        int at = p[i] is Term.LetterA or Term.NumberWord or Term.Number ? p.Skip(i + 1, Term.Dash) : i;
        if (!p.Is(at, Term.Unit, (int)Unit.Quarter) || !p.Is(at + 1, Term.Of) || !p.Is(at + 2, Term.LetterA) || !p.Is(at + 3, Term.Unit, (int)Unit.Hour)) return i;
        count = at > i && !p.Is(i, Term.LetterA) ? p.Value(i) / 4.0 : 0.25;
        return at + 3;
    }

    private static Unit UnitAt(in Phrase p, int i, int number) => p[i] switch
    {
        Term.Unit => (Unit)p.Value(i),
        Term.LetterM when p.Glued(i) && p.Is(number, Term.Number) => Unit.Minute,
        Term.LetterW when p.Glued(i) && p.Is(number, Term.Number) => Unit.Week,
        _ => Unit.None,
    };

    private static bool Add(ref Length length, double count, Unit unit)
    {
        if (count > MostMinutes) return false;
        switch (unit)
        {
            case Unit.Minute: length.Minutes += (int)count; break;
            case Unit.Hour: length.Minutes += (int)Math.Round(count * 60); break;
            case Unit.Day: length.Days += (int)Math.Ceiling(count); break;
            case Unit.WorkingDay: length.WorkingDays += (int)Math.Ceiling(count); break;
            case Unit.Week: length.Days += (int)Math.Ceiling(count * 7); break;
            case Unit.Fortnight: length.Days += (int)count * 14; break;
            case Unit.Month: length.Months += (int)Math.Ceiling(count); break;
            case Unit.Quarter: length.Months += (int)Math.Ceiling(count * 3); break;
            default: length.Months += (int)Math.Ceiling(count * 12); break;
        }

        length.Unit = (Unit)Math.Max((int)length.Unit, (int)unit);
        return length.Minutes <= MostMinutes && length.Days <= 4000 && length.WorkingDays <= 400 && length.Months <= 1200;
    }
}

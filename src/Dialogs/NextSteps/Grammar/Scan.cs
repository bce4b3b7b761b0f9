using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>Goes through the tokens once and collects everything that speaks of when.</summary>
internal ref struct Scan(Phrase phrase, ReadOnlySpan<char> text, Span<Slot> slots)
{
    /// <summary>Distances between slots; the first three count words in between.</summary>
    public const byte Comma = 4, Line = 5, Sentence = 6;

    /// <summary>The value of "through", which joins two times only where no words stand before it: "we go through it on Friday".</summary>
    private const int Through = 1;

    private readonly Phrase _phrase = phrase;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<Slot> _slots = slots;
    private int _count;
    private int _words;
    private byte _break;
    private Join _join;
    private Bound _bound;
    private bool _pastVerb;
    private bool _pastVerbUsed;
    private bool _moved;
    private bool _reject;

    /// <summary>"every", "weekly", "Tuesdays" (rule 7).</summary>
    public bool Recurring { get; private set; }

    public int Read()
    {
        int i = 0;
        while (i < _phrase.Count && _count < _slots.Length)
        {
            int next = Mark(i);
            if (next == i) next = Time(i);
            if (next == i) next = Word(i);
            i = next;
        }

        return _count;
    }

    private int Mark(int i)
    {
        switch (_phrase[i])
        {
            case Term.Open or Term.Close:
                _break = Math.Max(_break, Comma);
                return i + 1;
            case Term.Comma or Term.Colon:
                return Breaks(i, Comma);
            case Term.Dash or Term.Slash when _phrase.Is(i + 1, Term.Number) && _phrase.Glued(i) && _phrase.Glued(i + 1) && _words > 0:
                return i + 1;
            case Term.Dash when ZoneGrammar.IsIsoOffset(_phrase, i):
                return i;
            case Term.Dash:
                if (IsJoint(i)) _join = Join.To;
                else Breaks(i, Comma);
                return i + 1;
            case Term.Slash:
                if (IsJoint(i) && !IsDayBeforeClock(i)) _join = Join.Or;
                return i + 1;
            case Term.Line:
                return Breaks(i, Line);
            case Term.Break or Term.Dot:
                return Breaks(i, Sentence);
            default:
                return i;
        }
    }

    /// <summary>"Tuesday/3pm": one appointment and no choice.</summary>
    private readonly bool IsDayBeforeClock(int i) =>
        _slots[_count - 1].Holds == Holds.Day && ClockGrammar.Read(_phrase, i + 1, out _, out bool sure) > i + 1 && sure;

    private readonly bool IsJoint(int i) => _count > 0 && _slots[_count - 1].Last == i;

    private int Breaks(int i, byte kind)
    {
        _break = Math.Max(_break, kind);
        (_pastVerb, _pastVerbUsed, _reject) = (false, false, false);
        if (_words > 0) _bound = Bound.None;
        if (kind > Comma) (_moved, _join, _bound) = (false, Join.None, Bound.None);
        return i + 1;
    }

    private int Time(int i)
    {
        if (!TimeGrammar.CanStart(_phrase, i)) return i;
        var slot = new Slot { First = i };
        int next = TimeGrammar.Read(_phrase, i, _text, Before(i), ref slot);
        if (next == i) return i;
        slot.Last = next;
        slot.Join = _join;
        slot.Distance = _count == 0 ? Sentence : Math.Max(_break, (byte)Math.Min(_words, 3));
        slot.Words = (byte)Math.Min(_words, 3);
        slot.Bound = _join == Join.From && slot.Has(Holds.Clock) ? Bound.From : _bound;
        slot.AfterPastVerb = _pastVerb;
        slot.Over |= _pastVerb && slot.Has(Holds.Day | Holds.Period | Holds.Part | Holds.Clock) && !IsAheadAnyway(slot);
        slot.Rejected = _reject && _bound is Bound.None or Bound.By;
        _pastVerbUsed = _pastVerb;
        if (_moved && _join is Join.To) RejectAllBefore();
        _slots[_count++] = slot;
        (_words, _break, _join, _bound, _reject) = (0, 0, Join.None, Bound.None, false);
        return next;
    }

    /// <summary>"met them; agreed on next Tuesday": words that point ahead are not made past by a verb.</summary>
    private readonly bool IsAheadAnyway(in Slot slot) =>
        slot.Has(Holds.Elapsed) || (slot.Has(Holds.Day) && (slot.Day.Week is WeekOf.Next or WeekOf.Named || (slot.Day.Exact && slot.Day.Date > _phrase.Today)))
        || (slot.Has(Holds.Period) && slot.From > _phrase.Today && !IsBareMonth(slot));

    /// <summary>"met in January", "saw him in March": right behind the verb it is the last one.</summary>
    private readonly bool IsBareMonth(in Slot slot) => _words <= 3 && _break == 0 && _phrase.Is(slot.First - 1, Term.In) && _phrase.Is(slot.First, Term.Month)
        && slot.Last == slot.First + 1;

    private readonly void RejectAllBefore()
    {
        for (int k = _count - 1; k >= 0; k--)
        {
            _slots[k].Rejected = true;
            if (_slots[k].Distance >= Line) break;
        }
    }

    /// <summary>What stands before position <paramref name="i"/>, so far as it makes a number a clock time (rule 11).</summary>
    private readonly Neighbour Before(int i)
    {
        if (_count == 0 || _words > 0 || _break > Comma) return Neighbour.None;
        ref readonly var last = ref _slots[_count - 1];
        if ((_moved && _join == Join.To) || IsListed(i, last)) return Neighbour.Clock;
        if (_join is Join.Or or Join.And or Join.To && last.Has(Holds.Clock)) return Neighbour.Clock;
        if (last.Has(Holds.Clock) && last.Last == i) return Neighbour.ClockBeside;
        if (last.Has(Holds.Day) && !last.Over && _join is Join.None or Join.From && _bound == Bound.None) return Neighbour.Day;
        return last.Has(Holds.Part) ? Neighbour.Part : Neighbour.None;
    }

    /// <summary>"10, 11 or 2": the number in the middle.</summary>
    private readonly bool IsListed(int i, in Slot last) =>
        _break == Comma && last.Has(Holds.Clock) && _phrase.Is(i + 1, Term.Or) && _phrase[i + 2] is Term.Number or Term.NumberWord;

    private int Word(int i)
    {
        var term = _phrase[i];
        if (FollowsEvery(i)) Recurring = true;
        switch (term)
        {
            case Term.Than when _phrase[i - 1] is Term.Later or Term.Earlier:
                _bound = _phrase.Is(i - 2, Term.Not) ? Bound.By : _phrase.Is(i - 1, Term.Later) ? Bound.After : Bound.Before;
                _reject = false;
                break;
            case Term.At or Term.On or Term.In or Term.The or Term.Of or Term.For or Term.Around or Term.Than or Term.This or Term.Next or Term.Now
                or Term.Later or Term.Early or Term.Late or Term.Time:
                if (term == Term.Later && _count > 0 && _join == Join.Or) _slots[_count - 1].Bound = Bound.After;
                break;
            case Term.And or Term.Plus:
                _join = _count > 0 && _words == 0 ? Join.And : Join.None;
                if (_pastVerbUsed) _pastVerb = false;
                break;
            case Term.To when _phrase.Value(i) == Through && _words > 0:
                Verb(i, term);
                break;
            case Term.Or or Term.To or Term.From:
                _join = term == Term.Or ? Join.Or : term == Term.To ? Join.To : Join.From;
                break;
            case Term.After or Term.Since or Term.Past or Term.Before or Term.Until or Term.By:
                Bounds(term);
                break;
            case Term.Onwards when _count > 0:
                _slots[_count - 1].Bound = Bound.After;
                break;
            case Term.Number:
                _words++;
                return DeadNumber(i);
            default:
                Verb(i, term);
                break;
        }

        return i + 1;
    }

    private void Bounds(Term term)
    {
        _bound = term switch
        {
            Term.By => Bound.By,
            Term.Before or Term.Until => Bound.Before,
            _ => Bound.After,
        };
        _join = Join.None;
    }

    private void Verb(int i, Term term)
    {
        bool had = _pastVerb;
        _pastVerb = term switch
        {
            Term.PastVerb => !(_phrase.Is(i + 1, Term.For) && DayGrammar.Read(_phrase, i + 2, out _) > i + 2),
            Term.Plan or Term.Move => false,
            _ => had,
        };
        if (term == Term.PastVerb && _phrase.Value(i) == 1) Went();
        if (term == Term.Not && !_phrase.Is(i - 1, Term.If)) _reject = true;
        else if (term == Term.Instead && _phrase[i + 1] is Term.Of or Term.Than) _reject = true;
        else if (term == Term.Unsuited) Unsuited();
        else if (term is not (Term.Plan or Term.Link or Term.Instead)) _reject = false;
        if (term == Term.Move) _moved = true;
        if (term is Term.Other or Term.Counted) _bound = term == Term.Other && _phrase.Is(i - 1, Term.The) ? _bound : Bound.None;
        if (term != Term.Link) _join = Join.None;
        _words++;
    }

    /// <summary>"Monday's call went well": the day it speaks of is over (rule 5).</summary>
    private readonly void Went()
    {
        const int MostWords = 3;
        if (_count == 0 || _words > MostWords || _break != 0) return;
        ref var last = ref _slots[_count - 1];
        last.Over |= last.Has(Holds.Day) && last.Join == Join.None && last.Bound == Bound.None && last.Day.Week is WeekOf.Coming or WeekOf.This;
    }

    /// <summary>"Tuesday doesn't work" rejects what it follows, "can't do Tuesday" what comes next.</summary>
    private void Unsuited()
    {
        if (_count > 0 && _words == 0 && _break == 0) _slots[_count - 1].Rejected = true;
        else _reject = true;
    }

    private readonly bool FollowsEvery(int i) => _phrase[i] switch
    {
        Term.Recurring or Term.WeekdayPlural or Term.Alternate => !_phrase.Token(i).Possessive && !_phrase.Is(i + 1, Term.Counted),
        Term.Every => IsEveryTime(i + 1),
        Term.Often => _phrase.Is(i + 1, Term.LetterA) && _phrase.Is(i + 2, Term.Unit),
        Term.PartPlural => _phrase.Is(i - 1, Term.Weekday),
        _ => false,
    };

    /// <summary>"every week", "each other Friday", "every 2 weeks", "every first Monday"; not "each stakeholder".</summary>
    private readonly bool IsEveryTime(int i)
    {
        const int MostWordsBetween = 3;
        for (int k = i; k < i + MostWordsBetween; k++)
        {
            if (_phrase[k] is Term.Unit or Term.Weekday or Term.Part or Term.Month or Term.WeekdayPlural or Term.Weekend) return true;
            if (_phrase.Is(k, Term.Working) && _phrase[k + 1] is not Term.Other) return true;
            if (_phrase.Ends(k)) return false;
        }

        return false;
    }

    /// <summary>Passes over a number that is no time, with all that is glued to it: phones, prices, versions.</summary>
    private readonly int DeadNumber(int i)
    {
        int next = i + 1;
        while (next < _phrase.Count && _phrase.Glued(next) && (_phrase[next] is Term.Number or Term.Other or Term.Percent or Term.LetterM or Term.LetterW
            || (_phrase[next] is Term.Dot or Term.Comma or Term.Dash or Term.Slash or Term.Colon && _phrase.Glued(next + 1) && _phrase.Is(next + 1, Term.Number))))
        {
            next++;
        }

        // In a row of numbers only the last can belong to what follows.
        while (_phrase.Is(next, Term.Number) && _phrase.Is(next + 1, Term.Number)) next++;
        return next;
    }
}

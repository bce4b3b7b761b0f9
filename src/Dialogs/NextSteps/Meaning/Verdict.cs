using FollowUpBot.Dialogs.NextSteps.Grammar;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>Decides what a text with several slots says (rules 22 to 24).</summary>
internal ref struct Verdict(Span<Slot> slots, Judge judge)
{
    private readonly Span<Slot> _slots = slots;
    private readonly Judge _judge = judge;
    private Found _firm = Found.None, _vague = Found.None, _invalid = Found.None, _past = Found.None;
    private bool _choice;
    private int _ahead = -1;

    /// <param name="chosen">The slot that decided, or -1.</param>
    public Reading Decide(out int chosen)
    {
        Candidates.Complete(_slots);
        for (int i = 0; i < _slots.Length; i++)
        {
            if (i > 0) Candidates.LendMoved(ref _slots[i], _slots[i - 1]);
        }

        for (int i = 1; i < _slots.Length; i++) _slots[i].Rejected |= IsSaidAgain(i);
        for (int i = 0; i < _slots.Length; i++)
        {
            if (!_slots[i].Rejected && !IsNothing(_slots[i])) Weigh(i, _judge.Of(_slots[i]));
        }

        if (_choice || IsTornFromDay())
        {
            chosen = _firm.Reading is null ? _vague.Slot : _firm.Slot;
            return Candidates.Alternatives(_slots, _judge);
        }

        if (_invalid.Reading is not null && _firm.Reading is not null && IsWithoutDay(_firm.Slot)) _firm = Found.None;
        var decided = _firm.Reading is not null ? _firm : _invalid.Reading is not null ? _invalid : _vague.Reading is not null ? _vague : _past;
        chosen = decided.Slot;
        return decided.Reading ?? Reading.Nothing;
    }

    /// <summary>"2pm Eastern, 11am Pacific": the same moment once more, in another zone.</summary>
    private readonly bool IsSaidAgain(int i)
    {
        if (i == 0) return false;
        ref var before = ref _slots[i - 1];
        var again = _slots[i];
        bool zoned = again.Has(Holds.Zone) && again.Has(Holds.Clock) && before.Has(Holds.Clock);
        if (!zoned || before.Rejected || again.Distance > Scan.Comma || (before.Has(Holds.Day) && again.Has(Holds.Day))) return false;
        var first = before;
        if (before.Has(Holds.Day)) Candidates.LendDay(ref again, before);
        else if (again.Has(Holds.Day)) Candidates.LendDay(ref first, again);
        if (_judge.Of(again) is not { Start: { } two } || _judge.Of(first) is not { Start: { } one } || one.ToInstant() != two.ToInstant()) return false;
        before = first;
        return true;
    }

    public static bool IsNothing(in Slot slot) =>
        !slot.Has(Holds.Day | Holds.Clock | Holds.Part | Holds.Period | Holds.Elapsed | Holds.Fuzzy)
        || (slot.Holds == Holds.Part && slot.Part == Part.Lunch && slot.Bound == Bound.None);

    private void Weigh(int i, Reading reading)
    {
        switch (reading.Kind)
        {
            case ReadingKind.Past:
                Keep(ref _past, reading, i);
                return;
            case ReadingKind.Invalid:
                Keep(ref _invalid, reading, i);
                return;
            case ReadingKind.Vague:
                WeighNeighbour(i);
                if (_vague.Reading is null || (_slots[i].Has(Holds.Day) && !_slots[_vague.Slot].Has(Holds.Day))) _vague = new Found(reading, i);
                return;
            default:
                WeighFirm(i, reading);
                return;
        }
    }

    /// <summary>Two different appointments are a choice, unless one is where the other ends.</summary>
    private void WeighFirm(int i, Reading reading)
    {
        if (_firm.Reading is { } firm)
        {
            var (first, second) = (firm.Start.GetValueOrDefault().ToInstant(), reading.Start.GetValueOrDefault().ToInstant());
            if (_slots[i].Join == Join.To && firm.End is null && reading.End is null && first < second)
            {
                _firm = new Found(firm with { Kind = ReadingKind.Range, End = reading.Start, Other = null }, _firm.Slot);
            }
            else
            {
                _choice |= first != second;
            }

            _ahead = i;
            return;
        }

        WeighNeighbour(i);
        _firm = new Found(reading, i);
    }

    private void WeighNeighbour(int i)
    {
        _choice |= _ahead >= 0 && _ahead == i - 1 && Candidates.Are(_slots[_ahead], _slots[i]);
        _ahead = i;
    }

    private static void Keep(ref Found kept, Reading reading, int i)
    {
        if (kept.Reading is null) kept = new Found(reading, i);
    }

    /// <summary>A clock time alone, and a day somewhere else in the text: whose is it?</summary>
    private readonly bool IsTornFromDay() =>
        _firm.Reading is not null && _vague.Reading is not null && IsWithoutDay(_firm.Slot) && _slots[_vague.Slot].Has(Holds.Day);

    private readonly bool IsWithoutDay(int slot) => !_slots[slot].Has(Holds.Day | Holds.Elapsed);

    private readonly record struct Found(Reading? Reading, int Slot)
    {
        public static readonly Found None = new(null, -1);
    }
}

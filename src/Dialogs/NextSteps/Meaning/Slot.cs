using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>What a slot holds.</summary>
[Flags]
internal enum Holds : ushort
{
    Nothing = 0,
    Day = 1,
    Clock = 2,
    ClockEnd = 4,
    Part = 8,
    Zone = 16,
    Length = 32,
    Period = 64,
    Elapsed = 128,
    Days = 256,
    Fuzzy = 512,
}

/// <summary>How a slot hangs together with the one before it.</summary>
internal enum Join : byte
{
    None,
    And,
    Or,
    To,
    From,
}

/// <summary>One thing the text says about when; slots that belong together are merged until each is one appointment.</summary>
internal struct Slot
{
    public Holds Holds;
    public int First;
    public int Last;

    public DayWords Day;
    public DayWords LastDay;
    public ClockTime Start;
    public ClockTime End;
    public Part Part;
    public Bound Bound;

    /// <summary>Index into <see cref="Words.ZoneNames"/>, see <see cref="Grammar.ZoneGrammar"/>.</summary>
    public short Zone;

    /// <summary>A length said, in minutes; or for <see cref="Holds.Elapsed"/> the minutes from now.</summary>
    public int Minutes;

    public Unit Period;
    public Edge Edge;

    /// <summary>First day of the period, and the first day after it.</summary>
    public LocalDate From;
    public LocalDate To;

    public Join Join;

    /// <summary>How far it is from the slot before: 0 adjacent, more words 1 to 3, comma 4, line 5, sentence 6.</summary>
    public byte Distance;

    /// <summary>Unknown words between it and the slot before, at most 3.</summary>
    public byte Words;

    /// <summary>It is over by its words: "last", "ago", a past-tense verb (rule 5).</summary>
    public bool Over;

    /// <summary>"not Tuesday", "from Thursday" of a move (rule 23).</summary>
    public bool Rejected;

    /// <summary>A past-tense verb stands before it in its clause.</summary>
    public bool AfterPastVerb;

    /// <summary>The rules that read it, bit n for rule n.</summary>
    public uint Rules;

    public readonly bool Has(Holds what) => (Holds & what) != 0;
}

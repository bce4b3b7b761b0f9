namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>What a word or mark means to the grammar, in any language. The number a table gives with it is named in brackets.</summary>
internal enum Term : byte
{
    /// <summary>A word the calendar does not know.</summary>
    Other,

    // Marks
    Comma,
    Dot,
    Colon,
    Break,
    Line,
    Dash,
    Slash,
    Plus,
    Open,
    Close,
    Percent,
    Money,

    // Numbers
    /// <summary>Digits (their value).</summary>
    Number,

    /// <summary>"three", "twenty" (value).</summary>
    NumberWord,

    /// <summary>"third" (value).</summary>
    OrdinalWord,

    /// <summary>"st", "th" after digits.</summary>
    OrdinalSuffix,

    /// <summary>"few", "couple": a number nobody can count on.</summary>
    Few,
    Half,

    /// <summary>"2 more minutes", "another hour".</summary>
    More,

    // Days
    /// <summary>ISO weekday, 1 = Monday.</summary>
    Weekday,

    /// <summary>"Tuesdays" (ISO weekday).</summary>
    WeekdayPlural,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>"today", "tomorrow", "yesterday" (days from today).</summary>
    NamedDay,
    Tonight,

    /// <summary>"morrow", "nite" behind a 2 (days from today; 2 for tonight).</summary>
    AfterTwo,
    Holiday,

    // Clock
    /// <summary>0 = am, 1 = pm.</summary>
    Meridiem,
    LetterA,
    LetterP,
    LetterM,
    Noon,
    Midnight,
    OClock,

    /// <summary>A <see cref="Meaning.Part"/>.</summary>
    Part,

    // Lengths and periods
    /// <summary>A <see cref="Meaning.Unit"/>.</summary>
    Unit,
    Weekend,
    Season,
    LetterQ,
    LetterW,
    LetterC,

    /// <summary>"EOD", "EOM" (the unit that ends).</summary>
    EndOf,
    Working,
    Commencing,
    Thing,
    New,

    // Pointers
    Next,
    This,
    Last,
    Coming,
    Following,
    Past,
    Ago,
    Now,
    Later,
    Earlier,
    Early,
    Mid,
    Late,
    End,
    Start,
    Rest,
    Same,

    /// <summary>"two weeks out".</summary>
    Out,

    // Small words
    At,
    On,
    In,
    By,
    Before,
    After,
    From,
    To,
    Until,
    Between,
    For,
    Since,
    Of,
    The,
    And,
    Or,
    Within,
    Over,
    Around,
    Than,
    Onwards,
    Time,
    Their,
    My,
    If,

    /// <summary>"good morning" is no time.</summary>
    Greeting,

    // Verbs and the like
    Every,
    Recurring,
    Alternate,

    /// <summary>"once", "twice": "twice a week" repeats.</summary>
    Often,
    PastVerb,
    Plan,
    Move,
    Not,
    Instead,

    /// <summary>"does not work", "won't do" after a day.</summary>
    Unsuited,

    /// <summary>A word that may follow a time without turning its number into a count: "works", "with", "is".</summary>
    Link,

    /// <summary>The number behind it is its name: "version 2", "page 12".</summary>
    Label,

    /// <summary>"mornings".</summary>
    PartPlural,

    /// <summary>"ROI in 12 months": how long something takes to pay, and no appointment.</summary>
    Payback,

    /// <summary>What is counted: "seats", "people".</summary>
    Counted,

    /// <summary>A time zone (index into <see cref="ZoneNames"/>).</summary>
    Zone,

    /// <summary>"Eastern", "Pacific": a zone only beside a clock time (index into <see cref="ZoneNames"/>).</summary>
    ZoneAdjective,
}

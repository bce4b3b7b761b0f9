using FollowUpBot.Dialogs.NextSteps.Meaning;

namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>The words of English. A table: add a word here and the grammar knows it.</summary>
internal static class English
{
    public static readonly Language Language = new(
        "en",
        [
            .. Days(), .. Clock(), .. Numbers(), .. Lengths(), .. Pointers(), .. SmallWords(), .. Verbs(), .. Around(),
        ],
        Slips: "monday tuesday wednesday thursday friday saturday sunday january february march april august september october "
            + "november december tomorrow yesterday today afternoon morning evening",
        NoSlips: "sundry sundar sundara mondal monde monkey marsha match marc marcy marco marcus augusta augusto augustus mourning moaning "
            + "mooring toady toddy evenin even evening event tidy mandy sandy sunny money moody aprils mach macho "
            + "marched marches starch larch monad nomad birthday holiday workday weekday midday payday fryday");

    private static (Term, int, string)[] Days() =>
    [
        (Term.Weekday, 1, "monday mon"),
        (Term.Weekday, 2, "tuesday tues tue teus tusday"),
        (Term.Weekday, 3, "wednesday weds wed wedn wednes wendsday wensday"),
        (Term.Weekday, 4, "thursday thurs thur thu thrus thrs"),
        (Term.Weekday, 5, "friday fri"),
        (Term.Weekday, 6, "saturday sat"),
        (Term.Weekday, 7, "sunday sun"),
        (Term.WeekdayPlural, 1, "mondays"),
        (Term.WeekdayPlural, 2, "tuesdays"),
        (Term.WeekdayPlural, 3, "wednesdays"),
        (Term.WeekdayPlural, 4, "thursdays"),
        (Term.WeekdayPlural, 5, "fridays"),
        (Term.WeekdayPlural, 6, "saturdays weekends"),
        (Term.WeekdayPlural, 7, "sundays"),
        (Term.WeekdayPlural, 0, "weekdays"),
        (Term.Month, 1, "january jan"),
        (Term.Month, 2, "february feb febr"),
        (Term.Month, 3, "march mar"),
        (Term.Month, 4, "april apr"),
        (Term.Month, 5, "may"),
        (Term.Month, 6, "june jun"),
        (Term.Month, 7, "july jul"),
        (Term.Month, 8, "august aug"),
        (Term.Month, 9, "september sept sep"),
        (Term.Month, 10, "october oct"),
        (Term.Month, 11, "november nov"),
        (Term.Month, 12, "december dec"),
        (Term.NamedDay, 0, "today tdy"),
        (Term.NamedDay, 1, "tomorrow tmrw tmw tmr tmro tomoz tmrrw tmorrow tomorro mañana"),
        (Term.NamedDay, -1, "yesterday yday ystrday"),
        (Term.Tonight, 0, "tonight tonite"),
        (Term.AfterTwo, 1, "morrow moro mrw mro morro"),
        (Term.AfterTwo, 2, "nite nyt"),
        (Term.Holiday, 0, "christmas xmas easter thanksgiving diwali eid hanukkah ramadan halloween"),
    ];

    private static (Term, int, string)[] Clock() =>
    [
        (Term.Meridiem, 0, "am"),
        (Term.Meridiem, 1, "pm"),
        (Term.LetterA, 1, "a an"),
        (Term.LetterP, 0, "p"),
        (Term.LetterM, 0, "m"),
        (Term.Noon, 0, "noon midday noontime"),
        (Term.Midnight, 0, "midnight"),
        (Term.OClock, 0, "oclock o clock"),
        (Term.Part, (int)Part.Morning, "morning mornin morn forenoon"),
        (Term.Part, (int)Part.Afternoon, "afternoon arvo"),
        (Term.Part, (int)Part.Evening, "evening eve"),
        (Term.Part, (int)Part.Night, "night nite"),
        (Term.Part, (int)Part.Lunch, "lunch lunchtime"),
    ];

    private static (Term, int, string)[] Numbers() =>
    [
        (Term.NumberWord, 0, "zero oh"),
        (Term.NumberWord, 1, "one"),
        (Term.NumberWord, 2, "two"),
        (Term.NumberWord, 3, "three"),
        (Term.NumberWord, 4, "four"),
        (Term.NumberWord, 5, "five"),
        (Term.NumberWord, 6, "six"),
        (Term.NumberWord, 7, "seven"),
        (Term.NumberWord, 8, "eight"),
        (Term.NumberWord, 9, "nine"),
        (Term.NumberWord, 10, "ten"),
        (Term.NumberWord, 11, "eleven"),
        (Term.NumberWord, 12, "twelve"),
        (Term.NumberWord, 13, "thirteen"),
        (Term.NumberWord, 14, "fourteen"),
        (Term.NumberWord, 15, "fifteen"),
        (Term.NumberWord, 16, "sixteen"),
        (Term.NumberWord, 17, "seventeen"),
        (Term.NumberWord, 18, "eighteen"),
        (Term.NumberWord, 19, "nineteen"),
        (Term.NumberWord, 20, "twenty"),
        (Term.NumberWord, 30, "thirty"),
        (Term.NumberWord, 40, "forty fourty"),
        (Term.NumberWord, 50, "fifty"),
        (Term.NumberWord, 60, "sixty"),
        (Term.NumberWord, 90, "ninety"),
        (Term.OrdinalWord, 1, "first"),
        (Term.OrdinalWord, 2, "second"),
        (Term.OrdinalWord, 3, "third"),
        (Term.OrdinalWord, 4, "fourth"),
        (Term.OrdinalWord, 5, "fifth"),
        (Term.OrdinalWord, 6, "sixth"),
        (Term.OrdinalWord, 7, "seventh"),
        (Term.OrdinalWord, 8, "eighth"),
        (Term.OrdinalWord, 9, "ninth"),
        (Term.OrdinalWord, 10, "tenth"),
        (Term.OrdinalWord, 11, "eleventh"),
        (Term.OrdinalWord, 12, "twelfth"),
        (Term.OrdinalWord, 13, "thirteenth"),
        (Term.OrdinalWord, 14, "fourteenth"),
        (Term.OrdinalWord, 15, "fifteenth"),
        (Term.OrdinalWord, 16, "sixteenth"),
        (Term.OrdinalWord, 17, "seventeenth"),
        (Term.OrdinalWord, 18, "eighteenth"),
        (Term.OrdinalWord, 19, "nineteenth"),
        (Term.OrdinalWord, 20, "twentieth"),
        (Term.OrdinalWord, 30, "thirtieth"),
        (Term.OrdinalSuffix, 0, "st nd rd th"),
        (Term.Few, 0, "few couple several"),
        (Term.Half, 0, "half"),
    ];

    private static (Term, int, string)[] Lengths() =>
    [
        (Term.Unit, (int)Unit.Minute, "minute minutes min mins"),
        (Term.Unit, (int)Unit.Hour, "hour hours hr hrs h"),
        (Term.Unit, (int)Unit.Day, "day days d"),
        (Term.Unit, (int)Unit.Week, "week weeks wk wks"),
        (Term.Unit, (int)Unit.Fortnight, "fortnight fortnights"),
        (Term.Unit, (int)Unit.Month, "month months mth mths"),
        (Term.Unit, (int)Unit.Quarter, "quarter quarters qtr qtrs"),
        (Term.Unit, (int)Unit.Year, "year years yr yrs"),
        (Term.Weekend, 0, "weekend"),
        (Term.Season, 0, "summer winter autumn spring fall"),
        (Term.LetterQ, 0, "q"),
        (Term.LetterW, 0, "w"),
        (Term.LetterC, 0, "c"),
        (Term.EndOf, (int)Unit.Day, "eod cob eob cop"),
        (Term.EndOf, (int)Unit.Week, "eow"),
        (Term.EndOf, (int)Unit.Month, "eom"),
        (Term.EndOf, (int)Unit.Quarter, "eoq"),
        (Term.EndOf, (int)Unit.Year, "eoy"),
        (Term.Working, 0, "business working work calendar"),
        (Term.Commencing, 0, "commencing beginning starting"),
        (Term.Thing, 0, "thing"),
        (Term.New, 0, "new"),
    ];

    private static (Term, int, string)[] Pointers() =>
    [
        (Term.Next, 0, "next nxt nex"),
        (Term.This, 0, "this current"),
        (Term.Last, 0, "last previous prior"),
        (Term.Coming, 0, "coming upcoming"),
        (Term.Following, 0, "following"),
        (Term.Past, 0, "past"),
        (Term.Ago, 0, "ago"),
        (Term.Now, 0, "now"),
        (Term.Later, 0, "later hence"),
        (Term.Earlier, 0, "earlier"),
        (Term.Early, 0, "early"),
        (Term.Mid, 0, "mid middle"),
        (Term.Late, 0, "late"),
        (Term.End, 0, "end close"),
        (Term.Start, 0, "start"),
        (Term.Rest, 0, "rest remainder"),
        (Term.Same, 0, "same"),
    ];

    private static (Term, int, string)[] SmallWords() =>
    [
        (Term.At, 0, "at"),
        (Term.On, 0, "on"),
        (Term.In, 0, "in"),
        (Term.By, 0, "by"),
        (Term.Before, 0, "before"),
        (Term.After, 0, "after"),
        (Term.From, 0, "from"),
        (Term.To, 0, "to thru through"),
        (Term.Until, 0, "until untill til till unti"),
        (Term.Between, 0, "between btwn"),
        (Term.For, 0, "for"),
        (Term.Since, 0, "since"),
        (Term.Of, 0, "of"),
        (Term.The, 0, "the"),
        (Term.And, 0, "and"),
        (Term.Or, 0, "or"),
        (Term.Within, 0, "within inside"),
        (Term.Over, 0, "over during throughout"),
        (Term.Around, 0, "around about approx approximately roughly circa ca ish exactly sharp say maybe perhaps just like"),
        (Term.Than, 0, "than"),
        (Term.Onwards, 0, "onwards onward"),
        (Term.Time, 0, "time"),
        (Term.Their, 0, "their his her your buyers customers clients prospects"),
        (Term.My, 0, "my our local mine"),
        (Term.If, 0, "if"),
        (Term.Greeting, 0, "good happy nice"),
    ];

    private static (Term, int, string)[] Verbs() =>
    [
        (Term.Every, 0, "every each"),
        (Term.Recurring, 0, "weekly daily monthly quarterly fortnightly biweekly bimonthly yearly annually hourly nightly everyday "
            + "recurring"),
        (Term.Alternate, 0, "alternate alternating"),
        (Term.PastVerb, 0, "was were met spoke had sent went saw left held came did gave took ran rang wrote heard happened "
            + "missed connected texted pinged"),
        (Term.Plan, 0, "will shall would should could can lets let must might going gonna wants want need needs to ill well booked scheduled "
            + "confirmed agreed set planned arranged fixed expected proposed locked penciled pencilled invited committed promised "
            + "accepted offered suggested requested wanted asked needed interested based due aligned targeted blocked slated "
            + "reserved organised organized lined decided hoped delayed said told sounded preferred estimated anticipated "
            + "invite invitation calendar available free next then hoping planning thinking wondering speed feed indeed deed seed "
            + "bed red med embed proceed succeed exceed ted fred ed shed speced advised signed closed"),
        (Term.Move, 0, "moved move moving pushed push pushing rescheduled reschedule rescheduling shifted shift postponed postpone bumped "
            + "bump changed change switched switch slipped slip brought swap swapped"),
        (Term.Not, 0, "not no except"),
        (Term.Instead, 0, "instead rather"),
        (Term.Unsuited, 0, "doesnt dont wont cant cannot didnt isnt couldnt"),
    ];

    private static (Term, int, string)[] Around() =>
    [
        (Term.Link, 0, "works work is it its we i he she they you please pls thanks thank ok okay yes sure with w then if so but as "
            + "sounds suits fits great fine best when where since because would should call meeting mtg demo sync chat drinks "
            + "dinner coffee breakfast review kickoff intro their our my using via zoom teams phone onsite office start starts sharp "
            + "instead too also again unless looks seems means has does was"),
        (Term.Counted, 0, "people person seats seat users user licences licenses licence license slides slide points point percent pct "
            + "kg kilograms kilos lbs pounds dollars euros usd eur gbp k mm mb gb tb km miles reps stakeholders attendees employees "
            + "pages items units locations sites offices companies accounts deals calls meetings demos steps times degrees tickets "
            + "questions options adult adults students street avenue ave road rooms guests heads months-old x m b"),
        (Term.Label, 0, "version ver release build section sec clause page chapter room building bldg floor suite gate item ticket case "
            + "invoice po order ref reference id nr ext extension tel fax mobile cell windows phase tier level stage option series "
            + "model sku slide figure table v channel line apt"),
        (Term.PartPlural, 0, "mornings afternoons evenings nights"),
        .. ZoneNames.Terms,
    ];
}

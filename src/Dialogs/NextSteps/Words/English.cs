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

    private static Entry[] Days() =>
    [
        new(Term.Weekday, 1, "monday mon"),
        new(Term.Weekday, 2, "tuesday tues tue teus tusday"),
        new(Term.Weekday, 3, "wednesday weds wed wedn wednes wendsday wensday"),
        new(Term.Weekday, 4, "thursday thurs thur thu thrus thrs"),
        new(Term.Weekday, 5, "friday fri"),
        new(Term.Weekday, 6, "saturday sat"),
        new(Term.Weekday, 7, "sunday sun"),
        new(Term.WeekdayPlural, 1, "mondays"),
        new(Term.WeekdayPlural, 2, "tuesdays"),
        new(Term.WeekdayPlural, 3, "wednesdays"),
        new(Term.WeekdayPlural, 4, "thursdays"),
        new(Term.WeekdayPlural, 5, "fridays"),
        new(Term.WeekdayPlural, 6, "saturdays weekends"),
        new(Term.WeekdayPlural, 7, "sundays"),
        new(Term.WeekdayPlural, 0, "weekdays"),
        new(Term.Month, 1, "january jan"),
        new(Term.Month, 2, "february feb febr"),
        new(Term.Month, 3, "march mar"),
        new(Term.Month, 4, "april apr"),
        new(Term.Month, 5, "may"),
        new(Term.Month, 6, "june jun"),
        new(Term.Month, 7, "july jul"),
        new(Term.Month, 8, "august aug"),
        new(Term.Month, 9, "september sept sep"),
        new(Term.Month, 10, "october oct"),
        new(Term.Month, 11, "november nov"),
        new(Term.Month, 12, "december dec"),
        new(Term.NamedDay, 0, "today tdy"),
        new(Term.NamedDay, 1, "tomorrow tmrw tmw tmr tmro tomoz tmrrw tmorrow tomorro mañana"),
        new(Term.NamedDay, -1, "yesterday yday ystrday"),
        new(Term.Tonight, 0, "tonight tonite"),
        new(Term.AfterTwo, 1, "morrow moro mrw mro morro"),
        new(Term.AfterTwo, 2, "nite nyt"),
        new(Term.Holiday, 0, "christmas xmas easter thanksgiving diwali eid hanukkah ramadan halloween"),
    ];

    private static Entry[] Clock() =>
    [
        new(Term.Meridiem, 0, "am"),
        new(Term.Meridiem, 1, "pm"),
        new(Term.LetterA, 1, "a an"),
        new(Term.LetterP, 0, "p"),
        new(Term.LetterM, 0, "m"),
        new(Term.Noon, 0, "noon midday noontime"),
        new(Term.Midnight, 0, "midnight"),
        new(Term.OClock, 0, "oclock o clock"),
        new(Term.Part, (int)Part.Morning, "morning mornin morn forenoon"),
        new(Term.Part, (int)Part.Afternoon, "afternoon arvo"),
        new(Term.Part, (int)Part.Evening, "evening eve"),
        new(Term.Part, (int)Part.Night, "night nite"),
        new(Term.Part, (int)Part.Lunch, "lunch lunchtime"),
    ];

    private static Entry[] Numbers() =>
    [
        new(Term.NumberWord, 0, "zero oh"),
        new(Term.NumberWord, 1, "one"),
        new(Term.NumberWord, 2, "two"),
        new(Term.NumberWord, 3, "three"),
        new(Term.NumberWord, 4, "four"),
        new(Term.NumberWord, 5, "five"),
        new(Term.NumberWord, 6, "six"),
        new(Term.NumberWord, 7, "seven"),
        new(Term.NumberWord, 8, "eight"),
        new(Term.NumberWord, 9, "nine"),
        new(Term.NumberWord, 10, "ten"),
        new(Term.NumberWord, 11, "eleven"),
        new(Term.NumberWord, 12, "twelve"),
        new(Term.NumberWord, 13, "thirteen"),
        new(Term.NumberWord, 14, "fourteen"),
        new(Term.NumberWord, 15, "fifteen"),
        new(Term.NumberWord, 16, "sixteen"),
        new(Term.NumberWord, 17, "seventeen"),
        new(Term.NumberWord, 18, "eighteen"),
        new(Term.NumberWord, 19, "nineteen"),
        new(Term.NumberWord, 20, "twenty"),
        new(Term.NumberWord, 30, "thirty"),
        new(Term.NumberWord, 40, "forty fourty"),
        new(Term.NumberWord, 50, "fifty"),
        new(Term.NumberWord, 60, "sixty"),
        new(Term.NumberWord, 90, "ninety"),
        new(Term.OrdinalWord, 1, "first"),
        new(Term.OrdinalWord, 2, "second"),
        new(Term.OrdinalWord, 3, "third"),
        new(Term.OrdinalWord, 4, "fourth"),
        new(Term.OrdinalWord, 5, "fifth"),
        new(Term.OrdinalWord, 6, "sixth"),
        new(Term.OrdinalWord, 7, "seventh"),
        new(Term.OrdinalWord, 8, "eighth"),
        new(Term.OrdinalWord, 9, "ninth"),
        new(Term.OrdinalWord, 10, "tenth"),
        new(Term.OrdinalWord, 11, "eleventh"),
        new(Term.OrdinalWord, 12, "twelfth"),
        new(Term.OrdinalWord, 13, "thirteenth"),
        new(Term.OrdinalWord, 14, "fourteenth"),
        new(Term.OrdinalWord, 15, "fifteenth"),
        new(Term.OrdinalWord, 16, "sixteenth"),
        new(Term.OrdinalWord, 17, "seventeenth"),
        new(Term.OrdinalWord, 18, "eighteenth"),
        new(Term.OrdinalWord, 19, "nineteenth"),
        new(Term.OrdinalWord, 20, "twentieth"),
        new(Term.OrdinalWord, 30, "thirtieth"),
        new(Term.OrdinalSuffix, 0, "st nd rd th"),
        new(Term.Few, 0, "few couple several"),
        new(Term.Half, 0, "half"),
        new(Term.More, 0, "more another additional"),
    ];

    private static Entry[] Lengths() =>
    [
        new(Term.Unit, (int)Unit.Minute, "minute minutes min mins"),
        new(Term.Unit, (int)Unit.Hour, "hour hours hr hrs h"),
        new(Term.Unit, (int)Unit.Day, "day days d"),
        new(Term.Unit, (int)Unit.Week, "week weeks wk wks"),
        new(Term.Unit, (int)Unit.Fortnight, "fortnight fortnights"),
        new(Term.Unit, (int)Unit.Month, "month months mth mths"),
        new(Term.Unit, (int)Unit.Quarter, "quarter quarters qtr qtrs"),
        new(Term.Unit, (int)Unit.Year, "year years yr yrs fy"),
        new(Term.Weekend, 0, "weekend"),
        new(Term.Season, 0, "summer winter autumn spring fall"),
        new(Term.LetterQ, 0, "q"),
        new(Term.LetterW, 0, "w"),
        new(Term.LetterC, 0, "c"),
        new(Term.EndOf, (int)Unit.Day, "eod cob eob cop"),
        new(Term.EndOf, (int)Unit.Week, "eow"),
        new(Term.EndOf, (int)Unit.Month, "eom"),
        new(Term.EndOf, (int)Unit.Quarter, "eoq"),
        new(Term.EndOf, (int)Unit.Year, "eoy"),
        new(Term.Working, 0, "business working work calendar fiscal financial tax trading"),
        new(Term.Working, 1, "weekday workday"),
        new(Term.Commencing, 0, "commencing beginning starting"),
        new(Term.Thing, 0, "thing"),
        new(Term.New, 0, "new"),
    ];

    private static Entry[] Pointers() =>
    [
        new(Term.Next, 0, "next nxt nex"),
        new(Term.This, 0, "this current"),
        new(Term.Last, 0, "last previous prior"),
        new(Term.Coming, 0, "coming upcoming"),
        new(Term.Following, 0, "following"),
        new(Term.Past, 0, "past"),
        new(Term.Ago, 0, "ago"),
        new(Term.Now, 0, "now"),
        new(Term.Later, 0, "later hence"),
        new(Term.Earlier, 0, "earlier"),
        new(Term.Early, 0, "early"),
        new(Term.Mid, 0, "mid middle"),
        new(Term.Late, 0, "late"),
        new(Term.End, 0, "end close"),
        new(Term.Start, 0, "start"),
        new(Term.Rest, 0, "rest remainder"),
        new(Term.Same, 0, "same"),
        new(Term.Out, 0, "out"),
    ];

    private static Entry[] SmallWords() =>
    [
        new(Term.At, 0, "at"),
        new(Term.On, 0, "on"),
        new(Term.In, 0, "in"),
        new(Term.By, 0, "by"),
        new(Term.Before, 0, "before"),
        new(Term.After, 0, "after"),
        new(Term.From, 0, "from"),
        new(Term.To, 0, "to thru"),
        new(Term.To, 1, "through"),
        new(Term.Until, 0, "until untill til till unti"),
        new(Term.Between, 0, "between btwn"),
        new(Term.For, 0, "for"),
        new(Term.Since, 0, "since"),
        new(Term.Of, 0, "of"),
        new(Term.The, 0, "the"),
        new(Term.And, 0, "and"),
        new(Term.Or, 0, "or"),
        new(Term.Within, 0, "within inside"),
        new(Term.Over, 0, "over during throughout"),
        new(Term.Around, 0, "around about approx approximately roughly circa ca ish exactly sharp say maybe perhaps just like"),
        new(Term.Than, 0, "than"),
        new(Term.Onwards, 0, "onwards onward"),
        new(Term.Time, 0, "time"),
        new(Term.Their, 0, "their his her your buyers customers clients prospects"),
        new(Term.My, 0, "my our local mine"),
        new(Term.If, 0, "if"),
        new(Term.Greeting, 0, "good happy nice"),
    ];

    private static Entry[] Verbs() =>
    [
        new(Term.Every, 0, "every each"),
        new(Term.Recurring, 0, "weekly daily monthly quarterly fortnightly biweekly bimonthly yearly annually hourly nightly everyday "
            + "recurring"),
        new(Term.Alternate, 0, "alternate alternating"),
        new(Term.Often, 0, "once twice"),
        new(Term.PastVerb, 0, "was were met spoke had sent saw left held came did gave took ran rang wrote heard "
            + "missed connected texted pinged"),
        new(Term.PastVerb, 1, "went happened"),
        new(Term.Plan, 0, "will shall would should could can lets let must might going gonna wants want need needs to ill well booked scheduled "
            + "confirmed agreed set planned arranged fixed expected proposed locked penciled pencilled invited committed promised "
            + "accepted offered suggested requested wanted asked needed interested based due aligned targeted blocked slated "
            + "reserved organised organized lined decided hoped delayed said told sounded preferred estimated anticipated "
            + "invite invitation calendar available free next then so but landed settled nailed slotted "
            + "squeezed diarised diarized diaried calendared earmarked teed firmed finalised finalized rebooked reset reconfirmed pinned "
            + "circled penned secured granted okayed picked opted hoping planning thinking wondering speed feed indeed deed seed "
            + "bed red med embed proceed succeed exceed ted fred ed shed speced advised signed closed"),
        new(Term.Move, 0, "moved move moving pushed push pushing rescheduled reschedule rescheduling shifted shift postponed postpone bumped "
            + "bump changed change switched switch slipped slip brought swap swapped"),
        new(Term.Not, 0, "not no except"),
        new(Term.Instead, 0, "instead rather"),
        new(Term.Unsuited, 0, "doesnt dont wont cant cannot didnt isnt couldnt"),
    ];

    private static Entry[] Around() =>
    [
        new(Term.Link, 0, "works work is it its we i he she they you please pls thanks thank ok okay yes sure with w then if as "
            + "sounds suits fits great fine best when where since because would should call meeting mtg demo sync chat drinks "
            + "dinner coffee breakfast review kickoff intro their our my using via zoom teams phone onsite office start starts sharp "
            + "instead too also again else longer do unless looks seems means has does was"),
        new(Term.Counted, 0, "people person seats seat users user licences licenses licence license slides slide points point percent pct "
            + "kg kilograms kilos lbs pounds dollars euros usd eur gbp k mm mb gb tb km miles reps stakeholders attendees employees "
            + "pages items units locations sites offices companies accounts deals calls meetings demos steps times degrees tickets "
            + "questions options adult adults students street avenue ave road rooms guests heads months-old x m b"),
        new(Term.Label, 0, "version ver release build section sec clause page chapter room building bldg floor suite gate item ticket case "
            + "invoice po order ref reference id nr ext extension tel fax mobile cell windows phase tier level stage option series "
            + "model sku slide figure table v channel line apt"),
        new(Term.Payback, 0, "roi payback breakeven"),
        new(Term.PartPlural, 0, "mornings afternoons evenings nights"),
        .. ZoneNames.Terms,
    ];
}

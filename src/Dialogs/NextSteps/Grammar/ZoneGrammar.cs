using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A zone in the text: "ET", "UTC+2", "London time", "Eastern" (rule 20).</summary>
internal static class ZoneGrammar
{
    /// <summary>The number of the rep's own zone: "my time".</summary>
    public const short Own = -1;

    /// <summary>The number of the buyer's zone: "their time".</summary>
    public const short Buyers = -2;

    /// <summary>Numbers from here on are offsets from UTC in minutes, around <see cref="OffsetZero"/>.</summary>
    public const short OffsetFrom = 10_000;
    public const short OffsetZero = 12_000;

    /// <summary>Numbers from here on are places of <see cref="Places"/>.</summary>
    public const short PlaceFrom = 1_000;

    /// <param name="besideClock">A clock time stands right before it, so that "Eastern" or "UK" is enough.</param>
    public static int Read(in Phrase p, int i, ReadOnlySpan<char> text, bool besideClock, out short zone)
    {
        zone = 0;
        if (p.Is(i, Term.Zone))
        {
            zone = (short)p.Value(i);
            return zone == 0 ? AfterUtc(p, i, ref zone) : p.Skip(i + 1, Term.Time);
        }

        if (p[i] is Term.My or Term.Their && p.Is(i + 1, Term.Time))
        {
            zone = p.Is(i, Term.My) ? Own : Buyers;
            int named = InBrackets(p, i + 2, text, ref zone);
            return named > i + 2 ? named : i + 2;
        }

        if (besideClock && p.Is(i, Term.Open)) return InBrackets(p, i, text, ref zone);

        int place = Place(p, i, text, ref zone);
        if (place > i) return place;
        if (!p.Is(i, Term.ZoneAdjective) || !besideClock) return IsoOffset(p, i, ref zone);
        zone = (short)p.Value(i);
        return p.Is(i + 1, Term.Other) && p.Token(i + 1).Capital ? i : p.Skip(i + 1, Term.Time);
    }

    /// <summary>"London time", "New York time", "Eastern Standard Time": up to three words before "time".</summary>
    private static int Place(in Phrase p, int i, ReadOnlySpan<char> text, ref short zone)
    {
        if (p.Is(i, Term.ZoneAdjective) && p.Is(i + 1, Term.Time))
        {
            zone = (short)p.Value(i);
            return i + 2;
        }

        const int MostWords = 3;
        for (int words = 1; words <= MostWords && IsName(p[i + words - 1]); words++)
        {
            if (!p.Is(i + words, Term.Time)) continue;
            int place = Places.Find(text[p.Token(i).Start..p.Token(i + words - 1).End]);
            if (place < 0) return i;
            zone = (short)(PlaceFrom + place);
            return i + words + 1;
        }

        return i;
    }

    /// <summary>"their time (Denver)", "3pm (London)".</summary>
    private static int InBrackets(in Phrase p, int i, ReadOnlySpan<char> text, ref short zone)
    {
        if (!p.Is(i, Term.Open)) return i;
        const int MostWords = 3;
        int end = i + 1;
        while (end <= i + MostWords && IsName(p[end])) end++;
        if (end == i + 1 || !p.Is(end, Term.Close)) return i;
        int place = Places.Find(text[p.Token(i + 1).Start..p.Token(end - 1).End]);
        if (place < 0) return i;
        zone = (short)(PlaceFrom + place);
        return end + 1;
    }

    private static bool IsName(Term term) => term is Term.Other or Term.ZoneAdjective or Term.New or Term.PastVerb or Term.Zone;

    /// <summary>"UTC+2", "GMT -08:45", "UTC+0530".</summary>
    private static int AfterUtc(in Phrase p, int i, ref short zone)
    {
        bool signed = p[i + 1] is Term.Plus or Term.Dash && p.Is(i + 2, Term.Number) && p.Glued(i + 2);
        if (!signed || !(p.Glued(i + 1) || p.Is(i + 1, Term.Plus) || p.IsTail(i + 3, Term.Colon))) return p.Skip(i + 1, Term.Time);
        return Offset(p, i + 1, ref zone);
    }

    /// <summary>"GMT -08:45" is an offset, "15:00 GMT - 18:00 GMT" a range.</summary>
    public static bool IsOffset(in Phrase p, int i)
    {
        if (!p.Is(i, Term.Dash) || !p.Glued(i + 1)) return false;
        if (!p.Glued(i)) return p.IsTail(i + 2, Term.Colon);
        const int FarthestHours = 14;
        return p.Is(i - 1, Term.Zone, 0) && p.IsNumber(i + 1, 2) && p.Value(i + 1) <= FarthestHours && FalseFriends.EndsTime(p, i + 2)
            && p[i + 2] is not (Term.Meridiem or Term.LetterA or Term.LetterP);
    }

    /// <summary>The "+01:00" or "Z" right behind an ISO time.</summary>
    private static int IsoOffset(in Phrase p, int i, ref short zone) => IsIsoOffset(p, i) ? Offset(p, i, ref zone) : i;

    public static bool IsIsoOffset(in Phrase p, int i) =>
        p[i] is Term.Plus or Term.Dash && p.Glued(i) && p.Is(i - 1, Term.Number) && p.Glued(i + 1) && p.Token(i + 1).Digits == 2
            && p.IsTail(i + 2, Term.Colon) && p.Token(i + 3).Digits == 2;

    private static int Offset(in Phrase p, int i, ref short zone)
    {
        var number = p.Token(i + 1);
        bool minutes = p.IsTail(i + 2, Term.Colon) && p.Token(i + 3).Digits == 2;
        int hour = number.Digits > 2 ? number.Value / 100 : number.Value;
        int minute = number.Digits > 2 ? number.Value % 100 : minutes ? p.Value(i + 3) : 0;
        if (hour > 18 || minute > 59 || number.Digits > 4) return i;
        int total = (hour * 60) + minute;
        zone = (short)(OffsetZero + (p.Is(i, Term.Plus) ? total : -total));
        return minutes ? i + 4 : i + 2;
    }

    /// <summary>The zone for a number, or null when the text names a zone nobody told us (the buyer's).</summary>
    public static DateTimeZone? Zone(short number, DateTimeZone own, DateTimeZone? buyers) => number switch
    {
        Own => own,
        Buyers => buyers,
        >= OffsetFrom => DateTimeZone.ForOffset(NodaTime.Offset.FromSeconds((number - OffsetZero) * 60)),
        >= PlaceFrom => Places.Zone(number - PlaceFrom),
        _ => Letters(ZoneNames.Ids[number], own),
    };

    /// <summary>Letters that several regions use mean the rep's own region when it is one of them.</summary>
    private static DateTimeZone? Letters(string id, DateTimeZone own) => (id, own.Id) switch
    {
        ("Asia/Kolkata", "Europe/Dublin" or "Asia/Jerusalem") => own,
        ("America/Chicago", "Asia/Shanghai" or "Asia/Taipei") => own,
        _ => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id),
    };
}

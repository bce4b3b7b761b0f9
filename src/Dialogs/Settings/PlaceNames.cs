using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>Zones and countries by what people call them.</summary>
public static class PlaceNames
{
    /// <summary>ISO 3166-1, the countries that teams most often sell from; any other by its two letters.</summary>
    private const string Countries =
        "austria=AT;australia=AU;belgium=BE;brazil=BR;bulgaria=BG;canada=CA;chile=CL;china=CN;croatia=HR;czechia=CZ;czech republic=CZ;denmark=DK;england=GB;" +
        "estonia=EE;finland=FI;france=FR;germany=DE;greece=GR;great britain=GB;hong kong=HK;hungary=HU;iceland=IS;india=IN;ireland=IE;israel=IL;italy=IT;japan=JP;" +
        "latvia=LV;lithuania=LT;luxembourg=LU;mexico=MX;netherlands=NL;the netherlands=NL;new zealand=NZ;norway=NO;poland=PL;portugal=PT;romania=RO;scotland=GB;" +
        "singapore=SG;slovakia=SK;slovenia=SI;south africa=ZA;south korea=KR;spain=ES;sweden=SE;switzerland=CH;turkey=TR;uk=GB;united kingdom=GB;the united kingdom=GB;usa=US;" +
        "united states=US;the united states=US;the us=US;wales=GB";

    private static readonly Dictionary<string, string> Codes = Countries.Split(';').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>"Europe/London", "London", "Japan"; null when the words name no zone.</summary>
    public static string? ZoneId(string words)
    {
        var name = words.Trim();
        if (name.EndsWith(" time", StringComparison.OrdinalIgnoreCase))
            name = name[..^" time".Length];
        if (DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(name.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        return Places.Find(name) is var place && place >= 0 ? Places.Zone(place)?.Id : null;
    }

    /// <summary>"Germany", "the United States"; a country that is not in the table by its letters.</summary>
    public static string NameOf(string country)
    {
        var name = Codes.Where(code => code.Value == country).Select(code => code.Key).MaxBy(each => each.Length);
        return name is null ? country : string.Join(' ', name.Split(' ').Select(word => word == "the" ? word : $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
    }

    /// <summary>"Berlin" of "Europe/Berlin".</summary>
    public static string NameOfZone(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>"Germany", "DE"; null when the words name no country.</summary>
    public static string? Country(string words)
    {
        var name = words.Trim();
        return Codes.TryGetValue(name, out var code) ? code
            : name.Length == 2 && name.All(char.IsAsciiLetter) ? name.ToUpperInvariant()
            : null;
    }
}

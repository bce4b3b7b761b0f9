namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>
/// Names of zones. Letters name a region, not an offset: "ET" follows New York's summer time (rule 20); GMT and UTC are UTC.
/// </summary>
internal static class ZoneNames
{
    /// <summary>What <see cref="Term.Zone"/>'s number points to: tz database ids.</summary>
    public static readonly string[] Ids =
    [
        "Etc/UTC", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
        "America/Halifax", "America/St_Johns", "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Athens", "Europe/Lisbon",
        "Europe/Moscow", "Europe/Istanbul", "Asia/Kolkata", "Asia/Jerusalem", "Asia/Dubai", "Asia/Singapore", "Asia/Hong_Kong",
        "Asia/Shanghai", "Asia/Tokyo", "Asia/Seoul", "Asia/Manila", "Australia/Sydney", "Australia/Adelaide", "Australia/Perth",
        "Australia/Brisbane", "Pacific/Auckland", "Africa/Johannesburg", "America/Sao_Paulo", "America/Phoenix", "Asia/Karachi",
        "Africa/Lagos", "Africa/Nairobi", "Asia/Bangkok", "Asia/Jakarta", "America/Mexico_City",
    ];

    public static readonly Entry[] Terms =
    [
        Zone("Etc/UTC", "utc gmt zulu z"),
        Zone("America/New_York", "et est edt"),
        Zone("America/Chicago", "ct cst cdt"),
        Zone("America/Denver", "mt mst mdt"),
        Zone("America/Los_Angeles", "pt pst pdt"),
        Zone("America/Anchorage", "akst akdt akt"),
        Zone("Pacific/Honolulu", "hst hdt"),
        Zone("America/Halifax", "adt"),
        Zone("America/St_Johns", "nst ndt"),
        Zone("Europe/London", "bst uk"),
        Zone("Europe/Paris", "cet cest"),
        Zone("Europe/Athens", "eet eest"),
        Zone("Europe/Lisbon", "wet"),
        Zone("Europe/Moscow", "msk"),
        Zone("Europe/Istanbul", "trt"),
        Zone("Asia/Kolkata", "ist"),
        Zone("Asia/Jerusalem", "idt"),
        Zone("Asia/Dubai", "gst"),
        Zone("Asia/Singapore", "sgt"),
        Zone("Asia/Hong_Kong", "hkt"),
        Zone("Asia/Tokyo", "jst"),
        Zone("Asia/Seoul", "kst"),
        Zone("Asia/Manila", "pht"),
        Zone("Asia/Bangkok", "ict"),
        Zone("Asia/Jakarta", "wib"),
        Zone("Asia/Karachi", "pkt"),
        Zone("Australia/Sydney", "aest aedt aet"),
        Zone("Australia/Adelaide", "acst acdt"),
        Zone("Australia/Perth", "awst awt"),
        Zone("Pacific/Auckland", "nzst nzdt nzt"),
        Zone("Africa/Johannesburg", "sast"),
        Zone("America/Sao_Paulo", "brt"),
        Adjective("America/New_York", "eastern"),
        Adjective("America/Chicago", "central"),
        Adjective("America/Denver", "mountain"),
        Adjective("America/Los_Angeles", "pacific"),
    ];

    /// <summary>Places for "London time" that the tz database does not name itself: place = id, parted by semicolons.</summary>
    public const string Places =
        "east coast=America/New_York;us east=America/New_York;boston=America/New_York;washington=America/New_York;miami=America/New_York;"
        + "atlanta=America/New_York;philadelphia=America/New_York;nyc=America/New_York;ny=America/New_York;charlotte=America/New_York;"
        + "florida=America/New_York;dallas=America/Chicago;houston=America/Chicago;austin=America/Chicago;texas=America/Chicago;"
        + "minneapolis=America/Chicago;nashville=America/Chicago;salt lake city=America/Denver;utah=America/Denver;colorado=America/Denver;"
        + "west coast=America/Los_Angeles;us west=America/Los_Angeles;san francisco=America/Los_Angeles;sf=America/Los_Angeles;"
        + "seattle=America/Los_Angeles;la=America/Los_Angeles;san diego=America/Los_Angeles;california=America/Los_Angeles;"
        + "portland=America/Los_Angeles;las vegas=America/Los_Angeles;silicon valley=America/Los_Angeles;arizona=America/Phoenix;"
        + "hawaii=Pacific/Honolulu;alaska=America/Anchorage;ottawa=America/Toronto;montreal=America/Toronto;quebec=America/Toronto;"
        + "calgary=America/Edmonton;mexico=America/Mexico_City;brazil=America/Sao_Paulo;rio=America/Sao_Paulo;"
        + "england=Europe/London;scotland=Europe/London;britain=Europe/London;british=Europe/London;united kingdom=Europe/London;"
        + "manchester=Europe/London;leeds=Europe/London;edinburgh=Europe/London;glasgow=Europe/London;birmingham=Europe/London;"
        + "greenwich mean=Etc/UTC;universal=Etc/UTC;ireland=Europe/Dublin;irish=Europe/Dublin;france=Europe/Paris;french=Europe/Paris;"
        + "lyon=Europe/Paris;central european=Europe/Paris;european=Europe/Paris;germany=Europe/Berlin;german=Europe/Berlin;"
        + "munich=Europe/Berlin;hamburg=Europe/Berlin;frankfurt=Europe/Berlin;cologne=Europe/Berlin;spain=Europe/Madrid;"
        + "barcelona=Europe/Madrid;italy=Europe/Rome;milan=Europe/Rome;netherlands=Europe/Amsterdam;dutch=Europe/Amsterdam;"
        + "belgium=Europe/Brussels;switzerland=Europe/Zurich;swiss=Europe/Zurich;geneva=Europe/Zurich;basel=Europe/Zurich;"
        + "austria=Europe/Vienna;sweden=Europe/Stockholm;norway=Europe/Oslo;denmark=Europe/Copenhagen;finland=Europe/Helsinki;"
        + "poland=Europe/Warsaw;portugal=Europe/Lisbon;greece=Europe/Athens;eastern european=Europe/Athens;turkey=Europe/Istanbul;"
        + "kiev=Europe/Kyiv;ukraine=Europe/Kyiv;israel=Asia/Jerusalem;tel aviv=Asia/Jerusalem;uae=Asia/Dubai;abu dhabi=Asia/Dubai;"
        + "india=Asia/Kolkata;indian=Asia/Kolkata;india standard=Asia/Kolkata;indian standard=Asia/Kolkata;mumbai=Asia/Kolkata;"
        + "delhi=Asia/Kolkata;new delhi=Asia/Kolkata;bangalore=Asia/Kolkata;bengaluru=Asia/Kolkata;chennai=Asia/Kolkata;"
        + "hyderabad=Asia/Kolkata;pune=Asia/Kolkata;calcutta=Asia/Kolkata;china=Asia/Shanghai;beijing=Asia/Shanghai;"
        + "shenzhen=Asia/Shanghai;japan=Asia/Tokyo;osaka=Asia/Tokyo;korea=Asia/Seoul;hk=Asia/Hong_Kong;sg=Asia/Singapore;"
        + "philippines=Asia/Manila;thailand=Asia/Bangkok;vietnam=Asia/Ho_Chi_Minh;indonesia=Asia/Jakarta;malaysia=Asia/Kuala_Lumpur;"
        + "sydney=Australia/Sydney;canberra=Australia/Sydney;nsw=Australia/Sydney;queensland=Australia/Brisbane;"
        + "new zealand=Pacific/Auckland;nz=Pacific/Auckland;wellington=Pacific/Auckland;south africa=Africa/Johannesburg;"
        + "cape town=Africa/Johannesburg;nigeria=Africa/Lagos;kenya=Africa/Nairobi;egypt=Africa/Cairo;"
        + "us eastern=America/New_York;us central=America/Chicago;us mountain=America/Denver;us pacific=America/Los_Angeles;"
        + "eastern standard=America/New_York;eastern daylight=America/New_York;central standard=America/Chicago;"
        + "central daylight=America/Chicago;mountain standard=America/Denver;mountain daylight=America/Denver;"
        + "pacific standard=America/Los_Angeles;pacific daylight=America/Los_Angeles;british summer=Europe/London;"
        + "australian eastern=Australia/Sydney;uk=Europe/London;atlantic=America/Halifax";

    private static Entry Zone(string id, string words) => new(Term.Zone, Array.IndexOf(Ids, id), words);

    private static Entry Adjective(string id, string words) => new(Term.ZoneAdjective, Array.IndexOf(Ids, id), words);
}

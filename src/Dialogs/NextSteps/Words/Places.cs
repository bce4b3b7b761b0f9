using FollowUpBot.Dialogs.NextSteps.Grammar;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>Cities and countries that name a zone in "London time": the tz database's own, and <see cref="ZoneNames.Places"/>.</summary>
internal static class Places
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<string> ZoneIds = [];

    /// <summary>The tz database's other regions ("US/Central") are old names, not places.</summary>
    private static readonly HashSet<string> Continents =
        ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    static Places()
    {
        foreach (string pair in ZoneNames.Places.Split(';'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            Add(pair[..equals], pair[(equals + 1)..]);
        }

        foreach (string id in DateTimeZoneProviders.Tzdb.Ids)
        {
            int slash = id.LastIndexOf('/');
            if (slash > 0 && Continents.Contains(id[..id.IndexOf('/')])) Add(id[(slash + 1)..].Replace('_', ' '), id);
        }
    }

    /// <summary>The number of a place, or -1.</summary>
    public static int Find(ReadOnlySpan<char> name)
    {
        const int LongestName = 32;
        if (name.Length > LongestName) return -1;
        Span<char> folded = stackalloc char[LongestName];
        int length = 0;
        foreach (char c in name)
        {
            char plain = Letters.Fold(c);
            if (plain != Letters.Nothing && !(plain == ' ' && length > 0 && folded[length - 1] == ' ')) folded[length++] = plain;
        }

        return Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out int number) ? number : -1;
    }

    public static DateTimeZone? Zone(int number) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneIds[number]);

    private static void Add(string name, string id)
    {
        if (!Numbers.TryAdd(name, ZoneIds.Count)) return;
        ZoneIds.Add(id);
    }
}

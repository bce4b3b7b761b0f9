using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Bot.Appointments;

/// <summary>An iCalendar file as a strict calendar reads it: unfolded, every BEGIN with its END, and its own zone followed instead of ours.</summary>
public sealed class ReadCalendar
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly OffsetPattern Shift = OffsetPattern.CreateWithInvariantCulture("+HHmm");

    private readonly List<(string Part, string Name, string Value)> lines = [];
    private readonly List<Dictionary<string, string>> changes = [];

    public ReadCalendar(string text)
    {
        var open = new Stack<string>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value is "STANDARD" or "DAYLIGHT")
                    changes.Add(new Dictionary<string, string> { ["PART"] = value });
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
            }
            else if (open.Peek() is "STANDARD" or "DAYLIGHT")
            {
                changes[^1].Add(name, value);
            }
            else
            {
                lines.Add((open.Peek(), name, value));
            }
        }

        Assert.Empty(open);
        Assert.Equal(["CALSCALE", "METHOD", "PRODID", "VERSION"], lines.Where(line => line.Part == "VCALENDAR").Select(line => line.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ValueOf("TZID"), NameOf("DTSTART").Split('=')[1]);
        Assert.All((string[])["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"], name => Assert.Single(lines, line => line.Name.Split(';')[0] == name));
    }

    public IReadOnlyList<string> Names => [.. lines.Where(line => line.Part == "VEVENT").Select(line => line.Name.Split(';')[0])];

    public IReadOnlyList<string> Changes =>
        [.. changes.Select(change => $"{change["PART"]} {change["DTSTART"]} {change["TZOFFSETFROM"]} {change["TZOFFSETTO"]} {change["TZNAME"]}")];

    public string NameOf(string name) => lines.Single(line => line.Name.Split(';')[0] == name).Name;

    public string ValueOf(string name) => lines.Single(line => line.Name.Split(';')[0] == name).Value;

    /// <summary>RFC 5545, 3.6.5: the offset after the last change that lies before the start, each change told in the time before it.</summary>
    public Instant StartByItsOwnZone()
    {
        var start = Local.Parse(ValueOf("DTSTART")).Value;
        var last = changes
            .Select(change => (At: Local.Parse(change["DTSTART"]).Value, From: Shift.Parse(change["TZOFFSETFROM"]).Value, To: Shift.Parse(change["TZOFFSETTO"]).Value))
            .Where(change => change.At.WithOffset(change.From).ToInstant() <= start.WithOffset(change.From).ToInstant())
            .MaxBy(change => change.At);
        return start.WithOffset(last.To).ToInstant();
    }
}

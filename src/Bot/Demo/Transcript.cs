using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Demo;

/// <summary>Writes down who said what and when, each on the wall of their own zone, with the cards as text.</summary>
public sealed class Transcript(TextWriter output)
{
    private const string Indent = "  ";
    private const string Side = "│ ";

    private static readonly int Inside = CardText.UsualWidth - Indent.Length;

    private static readonly ZonedDateTimePattern Moment =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm x", DateTimeZoneProviders.Tzdb);

    /// <summary>"Thu 5 Mar 2026, 15:31 PST  Dana Rossi", and under it the words.</summary>
    public void Says(Instant at, DateTimeZone zone, string who, string words) => Write(at, zone, who, PlainText.Wrap(words, Inside));

    /// <summary>What somebody fills in on a card, by the labels that they see, and the button that they press.</summary>
    public void Presses(Instant at, Person who, ShownMessage message, string button, IReadOnlyDictionary<string, string> typed)
    {
        var filled = typed.SelectMany(field => FieldText.Labelled(message.LabelOf(field.Key), $"‹{field.Value}›", Inside));
        Write(at, who.Zone, $"{who.Name} on the card", [.. filled, $"presses [{button}]"]);
    }

    /// <summary>A message as it stands in a chat.</summary>
    public void Shows(Instant at, DateTimeZone zone, string where, ShownMessage message)
    {
        var words = message.Text is { Length: > 0 } text ? PlainText.Wrap(text, Inside) : [];
        Write(at, zone, $"{message.From} in {where}", [.. words, .. Framed(message.Card), .. Noted(message.Notice)]);
    }

    /// <summary>A line that separates parts of the story.</summary>
    public void Chapter(string title) =>
        output.WriteLine($"\n── {title} {new string('─', Math.Max(CardText.UsualWidth - title.Length - 2, 2))}");

    private static IEnumerable<string> Framed(JsonObject? card) => card is null
        ? []
        : CardText.Render(card, Inside - Side.Length).Split('\n').Select(line => $"{Side}{line}").Prepend("┌").Append("└");

    private static IEnumerable<string> Noted(string? notice) => notice is null ? [] : [$"({notice})"];

    private void Write(Instant at, DateTimeZone zone, string who, IEnumerable<string> lines)
    {
        output.WriteLine($"\n{Moment.Format(at.InZone(zone))}  {who}");
        foreach (var line in lines)
            output.WriteLine($"{Indent}{line}".TrimEnd());
    }
}

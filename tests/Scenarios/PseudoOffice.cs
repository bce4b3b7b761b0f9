using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Demo;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>An office whose bot speaks the <see cref="PseudoLocale"/>; after each step everything that can be read in Teams is read.</summary>
internal sealed partial class PseudoOffice : IAsyncDisposable
{
    /// <summary>The fields of an activity or a card that people read; what stands in "value" was typed.</summary>
    private static readonly HashSet<string> Read = ["text", "summary", "title", "label", "placeholder", "errorMessage", "altText", "fallbackText", "speak"];

    /// <summary>Ids and what comes back with a press.</summary>
    private static readonly HashSet<string> Unread = ["data", "msTeams", "fallback", "url"];

    private readonly PseudoLocale locale = new();
    private readonly SortedSet<string> plain = new(StringComparer.Ordinal);
    private readonly List<string> data = [];

    private PseudoOffice(Office office, IEnumerable<string> data)
    {
        Office = office;
        this.data.AddRange(data);
        foreach (var person in (Person[])[office.Rosa, office.Nick, office.Mona])
            this.data.AddRange([person.Name, person.Email, person.Name.Split(' ')[0]]);
    }

    public Office Office { get; }

    /// <param name="data">Names and typed words that may be read again.</param>
    public static async Task<PseudoOffice> OpenAsync(params IReadOnlyList<string> data) => new(await Office.OpenAsync(), data);

    public async Task SaysAsync(Person person, params IReadOnlyList<string> words)
    {
        foreach (var line in words)
        {
            await person.SaysAsync(line);
            ReadAll();
        }
    }

    public async Task MentionsAsync(Person person, params IReadOnlyList<string> words)
    {
        foreach (var line in words)
        {
            await person.MentionsBotInAsync(Office.Channel, line);
            ReadAll();
        }
    }

    /// <param name="button">Its English title; the places hold what it is about.</param>
    public async Task<ShownMessage> PressAsync(Person person, ShownMessage message, string button, params IReadOnlyList<(string Field, string Value)> typed)
    {
        var shown = message.Buttons.FirstOrDefault(title => title == PseudoLocale.Of(button)) ?? button;
        var pressed = await person.PressAsync(message, shown, typed.ToDictionary(field => field.Field, field => field.Value));
        Take(pressed.Said);
        Take(pressed.Message);
        ReadAll();
        return pressed.Message;
    }

    public async Task MoveToAsync(int day, int hour, int minute)
    {
        await Office.MoveToAsync(Office.Berlin, 2026, 12, day, hour, minute);
        await Office.Clock.AdvanceAsync(NodaTime.Duration.FromSeconds(10));
        ReadAll();
    }

    public static ShownMessage NewestCard(Chat chat) => chat.FromBot.Last(message => message.Card is not null);

    public void ReadAll()
    {
        foreach (var chat in (Chat[])[Office.Rosa.Chat, Office.Nick.Chat, Office.Mona.Chat, Office.Channel])
        {
            foreach (var message in chat.FromBot)
                Take(message);
        }
    }

    /// <summary>All that was read is of the pseudo locale, or one of the names and words that the test brought.</summary>
    public void AssertNothingPlain() => Assert.True(plain.Count == 0, string.Join('\n', plain));

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        locale.Dispose();
    }

    private void Take(ShownMessage message)
    {
        Take(message.Text);
        Take(message.Summary);
        Take(message.Notice);
        Take(message.Card);
    }

    private void Take(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject it:
                foreach (var (name, inner) in it.Where(field => !Unread.Contains(field.Key)))
                {
                    if (inner is JsonValue value && Read.Contains(name))
                        Take(value.ToString());
                    else
                        Take(inner);
                }

                break;
            case JsonArray list:
                foreach (var inner in list)
                    Take(inner);
                break;
        }
    }

    private void Take(string? text)
    {
        var rest = (text ?? "").Replace("\\", "", StringComparison.Ordinal);
        foreach (var known in data.OrderByDescending(known => known.Length))
            rest = Regex.Replace(rest, $@"(?<!\w){Regex.Escape(known)}(?!\w)", "", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        if (PlainLetters().IsMatch(Dates().Replace(rest, "")))
            plain.Add(text ?? "");
    }

    /// <summary>Days, months, zones and currencies have the same names everywhere, by now; so have the numbers of rules, weeks and failures.</summary>
    [GeneratedRegex(@"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|December|CES?T|EST|GMT|EUR|R\d+|2026-W\d\d|[0-9a-f]{8}|(Europe|America)/\w+)\b", RegexOptions.None, 1000)]
    private static partial Regex Dates();

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex PlainLetters();
}

using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>A card as a person uses it: fields to fill in and buttons to press.</summary>
internal sealed class ShownCard(JsonObject card)
{
    private const string InputPrefix = "Input.";

    /// <summary>In reading order, those of inner cards (Action.ShowCard) included.</summary>
    public IEnumerable<CardButton> Buttons => ButtonsOf(card, []);

    public JsonObject? Field(string id) => Buttons.SelectMany(button => button.Inputs).FirstOrDefault(input => input.Text("id") == id);

    /// <exception cref="InvalidOperationException">There is no such button; the text lists those that there are.</exception>
    public CardButton Button(string title) =>
        Buttons.FirstOrDefault(button => button.Title == title)
        ?? throw new InvalidOperationException(
            $"The card has no button \"{title}\". It has {string.Join(", ", Buttons.Select(button => $"\"{button.Title}\""))}.\n{CardText.Render(card)}");

    private static IEnumerable<CardButton> ButtonsOf(JsonObject card, IReadOnlyList<JsonObject> around)
    {
        var elements = card.Objects("body").SelectMany(Within).ToList();
        IReadOnlyList<JsonObject> inputs = [.. around, .. elements.Where(IsInput)];
        var actions = elements.SelectMany(element => element.Objects("actions").Append(element.Object("selectAction")).OfType<JsonObject>())
            .Concat(card.Objects("actions"));
        return actions.SelectMany(action => action.Object("card") is { } inner
            ? ButtonsOf(inner, inputs).Prepend(new CardButton(action, inputs))
            : [new CardButton(action, inputs)]);
    }

    private static IEnumerable<JsonObject> Within(JsonObject element) =>
        element.Objects("items").Concat(element.Objects("columns")).SelectMany(Within).Prepend(element);

    private static bool IsInput(JsonObject element) => element.Text("type")?.StartsWith(InputPrefix, StringComparison.Ordinal) == true;
}

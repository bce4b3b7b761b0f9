using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>A button on a card, with the fields that a press sends along: those of its own card and of the cards around it.</summary>
internal sealed record CardButton(JsonObject Action, IReadOnlyList<JsonObject> Inputs)
{
    public string Title => Action.Text("title") ?? "";

    /// <summary>The data that a client sends: the action's own, with the fields' values over it. Refuses what a client would not let pass.</summary>
    /// <param name="typed">By field id. A choice may be given by its title.</param>
    /// <exception cref="InvalidOperationException">There is no such field or choice, or a required field is empty.</exception>
    public JsonObject Press(IReadOnlyDictionary<string, string> typed)
    {
        var inputs = Action.Text("associatedInputs") == "none" ? [] : Inputs;
        if (typed.Keys.FirstOrDefault(id => inputs.All(input => input.Text("id") != id)) is { } unknown)
        {
            throw new InvalidOperationException(
                $"The button \"{Title}\" sends no field \"{unknown}\". Fields: {string.Join(", ", inputs.Select(input => input.Text("id")))}.");
        }

        var data = Action.Object("data")?.DeepClone().AsObject() ?? [];
        foreach (var input in inputs)
        {
            if (ValueOf(input, typed) is { } value)
                data[input.Text("id") ?? ""] = value;
        }

        return data;
    }

    private static string? ValueOf(JsonObject input, IReadOnlyDictionary<string, string> typed)
    {
        var id = input.Text("id") ?? "";
        var value = typed.TryGetValue(id, out var given) ? Chosen(input, given) : input.Text("value");
        if (string.IsNullOrWhiteSpace(value) && input.IsTrue("isRequired"))
            throw new InvalidOperationException($"The field \"{id}\" is required: {input.Text("errorMessage")}");
        if (value is not null && int.TryParse(input.Text("maxLength"), out var most) && value.Length > most)
            throw new InvalidOperationException($"The field \"{id}\" takes {most} characters.");
        return value;
    }

    private static string Chosen(JsonObject input, string given)
    {
        if (input.Text("type") != "Input.ChoiceSet")
            return given;
        if (input.IsTrue("isMultiSelect"))
            return string.Join(',', given.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => ChosenOne(input, one)));
        return ChosenOne(input, given);
    }

    private static string ChosenOne(JsonObject input, string given)
    {
        var choice = input.Objects("choices").FirstOrDefault(choice => choice.Text("title") == given || choice.Text("value") == given);
        return choice.Text("value") ?? throw new InvalidOperationException(
            $"\"{given}\" is not among the choices of \"{input.Text("id")}\": {string.Join(", ", input.Objects("choices").Select(each => each.Text("title")))}.");
    }
}

using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>A field of a card as text: its label, and its value beside it or, when there is no room, under it.</summary>
internal static class FieldText
{
    private const string Blank = "____";
    private const string Indent = "  ";

    public static List<string> Lines(JsonObject input, int width)
    {
        var label = input.Text("label") ?? input.Text("title") ?? input.Text("id") ?? "";
        return Labelled(input.IsTrue("isRequired") ? $"{label}*" : label, Content(input), width);
    }

    public static List<string> Labelled(string label, string content, int width)
    {
        var line = $"{(label.EndsWith('?') ? label : $"{label}:")} {content}";
        return line.Length <= width ? [line] : [.. PlainText.Wrap(label, width), .. PlainText.Hang(Indent, content, width)];
    }

    private static string Content(JsonObject input)
    {
        var value = input.Text("value") is { Length: > 0 } filled ? filled : null;
        if (input.Text("type") != "Input.ChoiceSet")
            return value is null ? Empty(input) : $"‹{value}›";
        var chosenValues = (input.IsTrue("isMultiSelect") ? value?.Split(',') : value is null ? null : [value]) ?? [];
        if (input.Text("style") == "expanded")
            return string.Join(' ', input.Objects("choices").Select(choice => $"({(chosenValues.Contains(choice.Text("value")) ? "•" : " ")}) {choice.Text("title")}"));
        var chosen = string.Join(", ", input.Objects("choices").Where(choice => chosenValues.Contains(choice.Text("value"))).Select(choice => choice.Text("title")));
        return $"{(chosen.Length == 0 ? Empty(input) : $"‹{chosen}›")} ▾";
    }

    private static string Empty(JsonObject input) => input.Text("placeholder") is { } hint ? $"{Blank} ({hint})" : Blank;
}

using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>A field of a card as text.</summary>
internal static class FieldText
{
    private const string Blank = "____";

    public static List<string> Lines(JsonObject input, int width)
    {
        var label = $"{input.Text("label") ?? input.Text("title") ?? input.Text("id")}{(input.IsTrue("isRequired") ? "*" : "")}";
        return [.. PlainText.Hang(label.EndsWith('?') ? $"{label} " : $"{label}: ", Content(input), width)];
    }

    private static string Content(JsonObject input)
    {
        var value = input.Text("value") is { Length: > 0 } filled ? filled : null;
        if (input.Text("type") != "Input.ChoiceSet")
            return value is null ? Empty(input) : $"‹{value}›";
        return input.Text("style") == "expanded"
            ? string.Join(' ', input.Objects("choices").Select(choice => $"({(choice.Text("value") == value ? "•" : " ")}) {choice.Text("title")}"))
            : $"{Chosen(input, value)} ▾ {string.Join(" / ", input.Objects("choices").Select(choice => choice.Text("title")))}";
    }

    private static string Chosen(JsonObject input, string? value) =>
        input.Objects("choices").FirstOrDefault(choice => choice.Text("value") == value).Text("title") is { } title ? $"‹{title}›" : Blank;

    private static string Empty(JsonObject input) => input.Text("placeholder") is { } hint ? $"{Blank} ({hint})" : Blank;
}

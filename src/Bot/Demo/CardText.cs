using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// An Adaptive Card as text, read from the JSON that was sent and from nothing else: headings underlined, facts aligned, columns side by
/// side, fields as <c>Label: ‹value›</c> (or <c>____</c> and the hint), buttons in brackets.
/// </summary>
public static class CardText
{
    public const int UsualWidth = 78;

    public static string Render(JsonObject card, int width = UsualWidth)
    {
        var lines = Stack(card.Objects("body"), width);
        if (card.Objects("actions").Any())
            lines.AddRange(ButtonLines(card, width).Prepend(""));
        return string.Join('\n', lines);
    }

    private static List<string> Stack(IEnumerable<JsonObject> elements, int width)
    {
        var lines = new List<string>();
        foreach (var element in elements.Where(element => element.Text("isVisible") != "false"))
        {
            var own = ElementLines(element, width);
            if (lines.Count > 0 && own.Count > 0 && element.IsTrue("separator"))
                lines.Add(new string('┄', width));
            else if (lines.Count > 0 && element.Text("spacing") is "Medium" or "Large" or "ExtraLarge" && own.Count > 0)
                lines.Add("");
            lines.AddRange(own);
        }

        return lines;
    }

    private static List<string> ElementLines(JsonObject element, int width) => element.Text("type") switch
    {
        "TextBlock" => TextLines(element, PlainText.OfMarkdown(element.Text("text") ?? ""), width),
        "RichTextBlock" => TextLines(element, string.Concat(element.Objects("inlines").Select(run => run.Text("text"))), width),
        "FactSet" => FactLines([.. element.Objects("facts")], width),
        "Container" => Stack(element.Objects("items"), width),
        "ColumnSet" => TextColumns.SideBySide([.. element.Objects("columns").Select(Column)], width),
        "ActionSet" => ButtonLines(element, width),
        { } type when type.StartsWith("Input.", StringComparison.Ordinal) => FieldText.Lines(element, width),
        var other => [$"({other})"],
    };

    private static TextColumn Column(JsonObject column) => new(column.Text("width"), width => Stack(column.Objects("items"), width));

    private static List<string> TextLines(JsonObject element, string text, int width)
    {
        var lines = PlainText.Wrap(text, width);
        var isHeading = element.Text("style") == "heading" || element.Text("size") is "Large" or "ExtraLarge";
        return isHeading && lines.Count > 0 ? [.. lines, new string('─', lines.Max(line => line.Length))] : lines;
    }

    private static List<string> FactLines(IReadOnlyList<JsonObject> facts, int width)
    {
        var titles = facts.Select(fact => PlainText.OfMarkdown(fact.Text("title") ?? "")).ToList();
        var indent = titles.Select(title => title.Length).DefaultIfEmpty().Max() + 2;
        return [.. facts.Zip(titles).SelectMany(fact =>
            PlainText.Hang(fact.Second.PadRight(indent), PlainText.OfMarkdown(fact.First.Text("value") ?? ""), width))];
    }

    /// <summary>The buttons in a row, those behind "…" last; the cards that some of them open are closed at first.</summary>
    private static List<string> ButtonLines(JsonObject holder, int width)
    {
        var actions = holder.Objects("actions").ToLookup(action => action.Text("mode") == "secondary", Button);
        return PlainText.WrapWhole(actions[true].Any() ? [.. actions[false], "…", .. actions[true]] : actions[false], width);
    }

    private static string Button(JsonObject action) => action.Text("type") switch
    {
        "Action.OpenUrl" => $"[{action.Text("title")} ↗]",
        "Action.ShowCard" => $"[{action.Text("title")} ▾]",
        _ => $"[{action.Text("title")}]",
    };
}

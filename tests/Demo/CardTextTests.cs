using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;

namespace FollowUpBot.Tests.Demo;

public sealed class CardTextTests
{
    [Fact]
    public void A_form_is_shown_with_its_fields_values_and_buttons() => Shows(
        """
        { "type": "AdaptiveCard",
          "body": [
            { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "Contoso *renewal*", "weight": "Bolder", "size": "Large" } ] },
            { "type": "RichTextBlock", "spacing": "None", "inlines": [ { "type": "TextRun", "text": "Video meeting with Lee Park, " }, { "type": "TextRun", "text": "Tue 3 Mar, 10:00" } ] },
            { "type": "Input.Text", "id": "reason", "label": "Why do they want it?", "placeholder": "They want out of spreadsheets", "isMultiline": true },
            { "type": "Input.ChoiceSet", "id": "urgency", "label": "How urgent is it?", "isRequired": true, "value": "high",
              "choices": [ { "title": "High: it hurts", "value": "high" }, { "title": "Low", "value": "low" } ] },
            { "type": "Input.ChoiceSet", "id": "kind", "label": "Kind", "style": "expanded", "value": "b",
              "choices": [ { "title": "A", "value": "a" }, { "title": "B", "value": "b" } ] },
            { "type": "Input.Text", "id": "driver", "label": "What drives it, and who has a date by which it must be done?", "value": "The audit on 15 April" },
            { "type": "Input.Date", "id": "day", "label": "Day", "value": "2026-03-10" },
            { "type": "Input.Text", "id": "next", "label": "Next step", "value": "sometime early next week" },
            { "type": "Container", "style": "emphasis", "spacing": "Medium", "items": [
              { "type": "TextBlock", "text": "Nearly there." },
              { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "Mon 9 Mar, 10:00" }, { "type": "Action.Execute", "title": "Tue 10 Mar, 14:00" } ] } ] },
            { "type": "TextBlock", "text": "not shown", "isVisible": false } ],
          "actions": [
            { "type": "Action.Execute", "title": "Save" },
            { "type": "Action.ShowCard", "title": "Later…", "card": { "type": "AdaptiveCard",
              "body": [ { "type": "Input.Text", "id": "until", "label": "Until" } ],
              "actions": [ { "type": "Action.Execute", "title": "Ask me then" } ] } },
            { "type": "Action.Execute", "title": "Mute", "mode": "secondary" },
            { "type": "Action.OpenUrl", "title": "Open in CRM" } ] }
        """,
        """
        Contoso *renewal*
        Video meeting with Lee Park, Tue 3 Mar, 10:00
        Why do they want it? ____ (They want out of spreadsheets)
        How urgent is it?*: ‹High: it hurts› ▾
        Kind: ( ) A (•) B
        What drives it, and who has a date by which it must be done?
          ‹The audit on 15 April›
        Day: ‹2026-03-10›
        Next step: ‹sometime early next week›

        Nearly there.
        [Mon 9 Mar, 10:00] [Tue 10 Mar, 14:00]

        [Save] [Later… ▾] [Open in CRM ↗] … [Mute]
        """);

    [Fact]
    public void Columns_stand_side_by_side_and_a_separator_is_a_line() => Shows(
        """
        { "type": "AdaptiveCard",
          "body": [
            { "type": "TextBlock", "text": "2 deals need a hand", "style": "heading", "weight": "Bolder" },
            { "type": "Container", "separator": true, "items": [
              { "type": "ColumnSet", "columns": [
                { "type": "Column", "width": "stretch", "items": [
                  { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "Contoso renewal" } ] },
                  { "type": "TextBlock", "text": "Dana Rossi · USD 42,000 · Proposal" } ] },
                { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "Red" } ] } ] },
              { "type": "TextBlock", "text": "To fix: **agree** a new date", "weight": "Bolder" } ] },
            { "type": "ColumnSet", "separator": true, "columns": [
              { "type": "Column", "width": "1", "items": [ { "type": "TextBlock", "text": "Why" } ] },
              { "type": "Column", "width": "3", "items": [ { "type": "TextBlock", "text": "They want out of spreadsheets before the audit in April" } ] } ] } ] }
        """,
        """
        2 deals need a hand
        ───────────────────
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
        Contoso renewal                              Red
        Dana Rossi · USD 42,000 · Proposal
        To fix: agree a new date
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
        Why          They want out of spreadsheets
                     before the audit in April
        """,
        width: 48);

    [Fact]
    public void Facts_are_aligned_and_long_ones_hang() => Shows(
        """
        { "type": "AdaptiveCard",
          "body": [ { "type": "FactSet", "facts": [
            { "title": "When", "value": "Tue 10 Mar 2026, 10:00 CET" },
            { "title": "Why they want it", "value": "They want out of spreadsheets" } ] } ] }
        """,
        """
        When              Tue 10 Mar 2026,
                          10:00 CET
        Why they want it  They want out of
                          spreadsheets
        """,
        width: 36);

    [Theory]
    [InlineData("null", "How urgent? ____ (Choose one) ▾")]
    [InlineData("\"low\"", "How urgent? ‹Low› ▾")]
    public void A_drop_down_shows_its_choice(string value, string text) =>
        Shows($$"""{ "body": [ { "type": "Input.ChoiceSet", "label": "How urgent?", "value": {{value}}, "placeholder": "Choose one", "choices": [ { "title": "Low", "value": "low" } ] } ] }""", text);

    [Theory]
    [InlineData("**bold** and _slanted_ and *this*", "bold and slanted and this")]
    [InlineData("[the deal](https://crm.example/1) is open", "the deal is open")]
    [InlineData("\\*not bold\\* 3 \\_ 4 a_b_c 2*3*4", "*not bold* 3 _ 4 a_b_c 2*3*4")]
    [InlineData("R&amp;D &lt;at&gt;", "R&D <at>")]
    [InlineData("one\n\ntwo", "one\n\ntwo")]
    public void Markdown_is_shown_as_words(string markdown, string words) =>
        Assert.Equal(words, CardText.Render(new JsonObject { ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = markdown }) }));

    [Fact]
    public void What_it_does_not_know_is_named() =>
        Shows("""{ "body": [ { "type": "Image", "url": "x" }, { "type": "TextBlock", "text": "next" } ] }""", "(Image)\nnext");

    [Fact]
    public void No_line_is_wider_than_asked()
    {
        var word = new string('x', 100);
        var card = $$"""{ "body": [ { "type": "TextBlock", "text": "a {{word}} b" } ], "actions": [ { "type": "Action.Execute", "title": "Save" }, { "type": "Action.Execute", "title": "Not a sales meeting" } ] }""";
        Assert.All(CardText.Render(Parse(card), width: 20).Split('\n'), line => Assert.InRange(line.Length, 0, 21));
    }

    private static void Shows(string card, string text, int width = CardText.UsualWidth) => Assert.Equal(text, CardText.Render(Parse(card), width));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}

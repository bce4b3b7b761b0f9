using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Bot.Cards;

/// <summary>The pieces that the cards are built of. What people wrote always goes through <see cref="Theirs"/>.</summary>
public static class Pieces
{
    public static TextBlock Heading(string text) => new(text) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = "heading" };

    public static TextBlock Small(string text) => new(text) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None };

    /// <summary>Text from outside: shown as it is, never as markup.</summary>
    public static RichTextBlock Theirs(string text, TextWeight? weight = null, TextSize? size = null, bool subtle = false) =>
        new([new TextRun(text) { Weight = weight, Size = size, IsSubtle = subtle ? true : null }]);

    /// <summary>A label of one word and what stands behind it; both as rich text, so that their lines meet.</summary>
    public static ColumnSet Row(string label, string theirs, TextWeight? weight = null) => new(
    [
        new Column([Theirs(label, subtle: true)]) { Width = "1" },
        new Column([Theirs(theirs, weight)]) { Width = "4" },
    ])
    {
        Spacing = Spacing.Small,
    };

    /// <summary>At most so many UTF-16 code units, cut between whole characters: lists stay within what Teams takes (teams rule 39).</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = 0;
        for (var next = StringInfo.GetNextTextElementLength(text); end + next < most; next = StringInfo.GetNextTextElementLength(text, end))
            end += next;
        return text[..end] + "…";
    }

    public static (string Name, string Value)[] Ids(ReminderDocument reminder) =>
    [
        (Fields.Deal, reminder.DealId),
        (Fields.Reminder, reminder.Id),
        (Fields.Version, reminder.Version.ToString(CultureInfo.InvariantCulture)),
    ];
}

using System.Text;

namespace FollowUpBot.Dialogs;

/// <summary>A stored reason, said back to the one whose reason it is.</summary>
public static class BuyersWords
{
    /// <summary>"They want out of their spreadsheets" as one would say it to them: "you want out of your spreadsheets".</summary>
    public static string ToThem(string reason)
    {
        var said = new StringBuilder();
        foreach (var word in reason.Trim().TrimEnd('.', '!').Split(' '))
        {
            if (said.Length > 0)
                said.Append(' ');
            said.Append(word.ToLowerInvariant() switch
            {
                "they" or "them" => "you",
                "their" => "your",
                "theirs" => "yours",
                "they're" => "you're",
                "they've" => "you've",
                "themselves" => "yourselves",
                _ => word,
            });
        }

        return said.ToString();
    }
}

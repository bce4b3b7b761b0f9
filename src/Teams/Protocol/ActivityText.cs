using System.Net;
using System.Text.Json;

namespace FollowUpBot.Teams.Protocol;

/// <summary>What a message says and whom it mentions. Who is mentioned stands in the entities, never in the text (teams rule 19).</summary>
public static class ActivityText
{
    // Bounds for hostile messages; a person mentions a handful and has a short name.
    private const int MaxMentions = 50;
    private const int MaxName = 128;

    /// <summary>The words without the bot's own mention; other mentions become the bare name. Empty when there are none.</summary>
    public static string SpokenText(this Activity activity)
    {
        var text = activity.Text ?? string.Empty;
        foreach (var mention in Mentions(activity).Where(mention => IsTag(mention.Text)))
        {
            text = text.Replace(mention.Text, mention.Account.Id == activity.Recipient?.Id ? " " : BareName(mention), StringComparison.Ordinal);
        }

        return WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Trim(); // Teams writes &nbsp; after a mention
    }

    /// <summary>The people a message mentions, each once, without the bot.</summary>
    public static IReadOnlyList<ChannelAccount> MentionedPeople(this Activity activity) =>
        [.. Mentions(activity).Select(mention => mention.Account).Where(account => account.Id != activity.Recipient?.Id).DistinctBy(account => account.Id)];

    /// <summary>Whether the bot is mentioned; in channels only such messages are meant for it.</summary>
    public static bool MentionsBot(this Activity activity) =>
        Mentions(activity).Any(mention => mention.Account.Id == activity.Recipient?.Id);

    private static IEnumerable<(string Text, ChannelAccount Account)> Mentions(Activity activity)
    {
        foreach (var entity in (activity.Entities ?? []).Where(entity => entity.TextField("type") == "mention").Take(MaxMentions))
        {
            if (entity.ObjectField("mentioned") is { } mentioned && mentioned.TextField("id") is { Length: > 0 } id)
            {
                yield return (entity.TextField("text") ?? string.Empty, Account(mentioned, id));
            }
        }
    }

    private static ChannelAccount Account(JsonElement mentioned, string id) => new()
    {
        Id = id,
        Name = mentioned.TextField("name"),
        AadObjectId = mentioned.TextField("aadObjectId"),
    };

    private static bool IsTag(string text) =>
        text.StartsWith("<at", StringComparison.Ordinal) && text.EndsWith("</at>", StringComparison.Ordinal);

    /// <summary>Without angle brackets, or a name could hold the next mention's tag and the text would grow without end.</summary>
    private static string BareName((string Text, ChannelAccount Account) mention)
    {
        var name = (mention.Account.Name ?? string.Empty).Replace("<", string.Empty, StringComparison.Ordinal).Replace(">", string.Empty, StringComparison.Ordinal);
        return name.Length > MaxName ? name[..MaxName] : name;
    }
}

using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Mail;

/// <summary>A letter whose moment has come, as it was read: what becomes of it is stored over that and over nothing newer.</summary>
public sealed record DueLetter<T>(T Letter, string ETag, string Id)
    where T : ILetter<T>
{
    public Delivery Delivery => Letter.Delivery;

    /// <summary>It is ready to go; when a doubt comes of it, nobody looks at it again.</summary>
    public Outgoing<T> To(ConversationReference to, Activity message) => new(Letter, ETag, Id, to, message, Calendar: null);
}

/// <summary>Reads what is due as a letter.</summary>
public static class DueLetters
{
    public static DueLetter<T> AsDue<T>(this StoredDocument stored)
        where T : ILetter<T> =>
        new(stored.As(T.Json).Value, stored.ETag, stored.Document.Id);
}

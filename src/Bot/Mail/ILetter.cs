using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>A document that is a message which must not be sent twice.</summary>
public interface ILetter<T>
    where T : ILetter<T>
{
    static abstract JsonTypeInfo<T> Json { get; }

    string Tenant { get; }

    Delivery Delivery { get; }

    T With(Delivery delivery);

    Document ToDocument(string id);

    /// <summary>What must be put right in Teams when it was changed while it was on its way.</summary>
    IReadOnlyList<DocumentWrite> Corrections(Instant now);

    /// <summary>What its state brings with it, to be stored in the same batch; what stands already is left as it is.</summary>
    IReadOnlyList<DocumentWrite> Consequences(string id, Instant now) => [];
}

/// <summary>A letter that is ready to go.</summary>
/// <param name="ETag">Of the document as it was read: the fence is set only if nobody changed it since.</param>
/// <param name="Calendar">Whose working hours count until a doubt is looked at again; null when nobody looks.</param>
public sealed record Outgoing<T>(T Letter, string ETag, string Id, ConversationReference To, Activity Message, WorkingCalendar? Calendar)
    where T : ILetter<T>
{
    public Instant? DoubtUntil(Instant now) => Calendar is null ? null : Doubts.Until(Calendar, now);
}

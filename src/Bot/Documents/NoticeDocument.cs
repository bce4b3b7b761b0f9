using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>A message to a rep that names several follow-ups: the morning's list, at most one a day, or the first questions about meetings that ended close together.</summary>
public sealed record NoticeDocument(string Tenant, string ObjectId, Delivery Delivery) : ILetter<NoticeDocument>
{
    public const string Kind = "notice";

    /// <summary>The follow-ups that stand in the message; none until it is sent.</summary>
    public IReadOnlyList<ReminderPointer> Named { get; init; } = [];

    /// <summary>The first questions about several meetings; else the morning's list.</summary>
    public bool AsksFirst { get; init; }

    static JsonTypeInfo<NoticeDocument> ILetter<NoticeDocument>.Json => BotJson.Default.NoticeDocument;

    public NoticeDocument With(Delivery delivery) => this with { Delivery = delivery };

    public Document ToDocument(string id) => StoredForms.ToDocument(this, id);

    public IReadOnlyList<DocumentWrite> Corrections(Instant now) => [];
}

/// <summary>A line of the admin's list: what does not go its way, and why.</summary>
/// <param name="Of">The document's id, in the same partition.</param>
/// <param name="NextAt">When our own code tries again what it failed at; null when it does not, or when the code did not fail.</param>
public sealed record StuckDocument(string Of, int Attempts, Instant Since, string Reason, Instant? NextAt)
{
    public const string Kind = "stuck";
}

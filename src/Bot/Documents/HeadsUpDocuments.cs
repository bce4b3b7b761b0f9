using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>When the heads-ups before a channel's next weekly card are planned; one a channel.</summary>
public sealed record HeadsUpPlanDocument(string Tenant, string ChannelId, Instant DueAt)
{
    public const string Kind = "headsUpPlan";
}

/// <summary>A rep hears of their stalled deals before a weekly card tells the channel: one message a card and rep, sent at most once.</summary>
/// <param name="CardAt">When the card comes.</param>
public sealed record HeadsUpDocument(string Tenant, string ObjectId, string ChannelId, Instant CardAt, Delivery Delivery) : ILetter<HeadsUpDocument>
{
    public const string Kind = "headsUp";

    /// <summary>The ids of the deals that it names; none until it is sent.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>When it was sent, as far as anybody knows; null until then.</summary>
    public Instant? OfferedAt { get; init; }

    static JsonTypeInfo<HeadsUpDocument> ILetter<HeadsUpDocument>.Json => BotJson.Default.HeadsUpDocument;

    public HeadsUpDocument With(Delivery delivery) => this with { Delivery = delivery };

    public Document ToDocument(string id) => StoredForms.ToDocument(this, id);

    public IReadOnlyList<DocumentWrite> Corrections(Instant now) => [];
}

using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>On which side of an appointment a message comes.</summary>
public enum AppointmentMoment
{
    /// <summary>What to know, and what to ask for at the end.</summary>
    Before,

    /// <summary>What became of it?</summary>
    After,
}

/// <summary>
/// One message around a firm appointment, sent at most once. It names nobody: whose it is and what it says is looked up when it is due,
/// and it is sent only if the very answer that it was made for still stands.
/// </summary>
/// <param name="StepAt">When the appointment begins.</param>
/// <param name="SavedAt">When the answer that holds it was captured.</param>
public sealed record AppointmentDocument(
    string Tenant, string DealId, string ReminderId, AppointmentMoment Moment, Instant StepAt, Instant SavedAt, Delivery Delivery) : ILetter<AppointmentDocument>
{
    public const string Kind = "appointment";

    static JsonTypeInfo<AppointmentDocument> ILetter<AppointmentDocument>.Json => BotJson.Default.AppointmentDocument;

    public AppointmentDocument With(Delivery delivery) => this with { Delivery = delivery };

    public Document ToDocument(string id) => StoredForms.ToDocument(this, id);

    public IReadOnlyList<DocumentWrite> Corrections(Instant now) => [];
}

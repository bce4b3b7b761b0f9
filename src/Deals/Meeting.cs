using NodaTime;

namespace FollowUpBot.Deals;

public enum MeetingKind
{
    Call,
    Video,
    InPerson,
}

/// <summary>Someone from the buyer's side.</summary>
public sealed record Buyer(string Name, string? Role);

/// <summary>A meeting as the CRM logged it.</summary>
/// <param name="Revision">Grows with every change of this meeting in the CRM.</param>
public sealed record Meeting(
    string Id,
    long Revision,
    string DealId,
    RepId Rep,
    IReadOnlyList<Buyer> Buyers,
    MeetingKind Kind,
    Instant Start,
    Instant End,
    string? Title,
    string? Note,
    bool Cancelled);

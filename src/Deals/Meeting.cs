using NodaTime;

namespace FollowUpBot.Deals;

public enum MeetingKind
{
    Call,
    Video,
    InPerson,
}

/// <summary>Someone from the buyer's side.</summary>
public sealed record Buyer(string Name, string? Role)
{
    /// <summary>Their address; null when the CRM gave none.</summary>
    public string? Email { get; init; }
}

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
    bool Cancelled)
{
    /// <summary>The first address of the buyer's side; null when none is known.</summary>
    public string? BuyersAddress => Buyers.Select(buyer => buyer.Email).FirstOrDefault(email => email is not null);

    /// <summary>Of the first of the buyer's side that was there; null when nobody is named.</summary>
    public string? BuyersFirstName => Buyers.Count == 0 ? null : Buyers[0].Name.Trim().Split(' ', 2)[0] is { Length: > 0 } name ? name : null;
}

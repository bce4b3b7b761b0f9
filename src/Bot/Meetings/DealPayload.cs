using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FollowUpBot.Deals;

namespace FollowUpBot.Bot.Meetings;

/// <summary>A deal as the CRM sent it alone.</summary>
public sealed record DealUpdate(string Id, DealFacts Facts);

/// <summary>The body of <c>PUT /api/deals/{id}</c> (docs/feed.md).</summary>
public static class DealPayload
{
    private const int NameLimit = 200;
    private const int StageLimit = 100;
    private const decimal AmountLimit = 999_999_999_999_999m;

    private static readonly Dictionary<string, DealStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["open"] = DealStatus.Open,
        ["won"] = DealStatus.Won,
        ["lost"] = DealStatus.Lost,
        ["deleted"] = DealStatus.Deleted,
    };

    /// <summary>A meeting is never logged on a deleted deal.</summary>
    private static readonly Dictionary<string, DealStatus> StatusesInMeeting =
        Statuses.Where(word => word.Value != DealStatus.Deleted).ToDictionary(StringComparer.Ordinal);

    /// <summary>Reads a deal, or notes everything that is wrong with it.</summary>
    /// <param name="addressed">The id in the address. The signature covers the body alone, so the body must name the same deal.</param>
    public static bool TryRead(ReadOnlyMemory<byte> body, string addressed, FieldErrors errors, [NotNullWhen(true)] out DealUpdate? update)
    {
        update = null;
        if (!PayloadBody.TryOpen(body, errors, out var document))
            return false;
        using (document)
            update = Read(PayloadFields.Of(document, errors), addressed);
        return Settled(ref update, errors);
    }

    /// <summary>The deal of a meeting; what the CRM does not say of owner and status is the rep's and open.</summary>
    internal static DealFacts InMeeting(PayloadFields deal, RepId? rep) =>
        Facts(deal, deal.Count("revision", required: false), deal.Rep("owner", required: false) ?? rep,
            deal.OneOf("status", StatusesInMeeting, required: false) ?? DealStatus.Open);

    /// <summary>Takes back what was read when anything in it was wrong.</summary>
    internal static bool Settled<T>([NotNullWhen(true)] ref T? read, FieldErrors errors)
        where T : class
    {
        read = errors.None ? read : null;
        return read is not null;
    }

    private static DealUpdate Read(PayloadFields fields, string addressed)
    {
        var id = fields.Id("id") ?? "";
        if (id.Length > 0 && id != addressed)
            fields.Wrong("id", "must be the id in the address.");
        var facts = Facts(fields, fields.Count("revision", required: true), fields.Rep("owner", required: true),
            fields.OneOf("status", Statuses, required: true) ?? default);
        return new DealUpdate(id, facts);
    }

    private static DealFacts Facts(PayloadFields deal, long? revision, RepId? owner, DealStatus status)
    {
        var (amount, currency) = (deal.Number("amount", AmountLimit), deal.Currency("currency"));
        if (amount is not null && currency is null && !deal.Has("currency"))
            deal.Wrong("currency", "is missing; an amount needs one.");
        return new DealFacts(
            deal.Text("name", NameLimit, required: true) ?? "",
            owner.GetValueOrDefault(),
            status,
            revision,
            amount,
            currency,
            deal.Text("stage", StageLimit),
            deal.Day("closeDate"),
            deal.Link("link"))
        {
            Pipeline = deal.Text("pipeline", StageLimit),
        };
    }
}

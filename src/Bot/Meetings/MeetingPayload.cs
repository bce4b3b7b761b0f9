using System.Diagnostics.CodeAnalysis;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>A meeting as the CRM logged it, and what the CRM says of its deal.</summary>
public sealed record LoggedMeeting(DealFacts Deal, Meeting Meeting);

/// <summary>The body of <c>POST /api/meetings</c> (docs/feed.md).</summary>
public static class MeetingPayload
{
    private const int BuyerLimit = 50;
    private const int BuyerNameLimit = 200;
    private const int RoleLimit = 100;
    private const int TitleLimit = 200;
    private const int NoteLimit = 4000;

    private static readonly Duration LongestMeeting = Duration.FromHours(24);

    private static readonly Dictionary<string, MeetingKind> Kinds = new(StringComparer.Ordinal)
    {
        ["call"] = MeetingKind.Call,
        ["video"] = MeetingKind.Video,
        ["inPerson"] = MeetingKind.InPerson,
    };

    /// <summary>Reads a meeting, or notes everything that is wrong with it.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> body, FieldErrors errors, [NotNullWhen(true)] out LoggedMeeting? logged)
    {
        logged = null;
        if (!PayloadBody.TryOpen(body, errors, out var document))
            return false;
        using (document)
            logged = Read(PayloadFields.Of(document, errors));
        return DealPayload.Settled(ref logged, errors);
    }

    private static LoggedMeeting? Read(PayloadFields fields)
    {
        var rep = fields.Rep("rep", required: true);
        var deal = fields.Part("deal");
        var facts = deal is null ? null : DealPayload.InMeeting(deal, rep);
        var (start, end) = (fields.Moment("start"), fields.Moment("end"));
        if (end <= start)
            fields.Wrong("end", "must be after the start.");
        else if (end - start > LongestMeeting)
            fields.Wrong("end", "must not be more than 24 hours after the start.");
        var meeting = new Meeting(
            fields.Id("id") ?? "",
            fields.Count("revision", required: true) ?? 0,
            deal?.Id("id") ?? "",
            rep.GetValueOrDefault(),
            Buyers(fields),
            fields.OneOf("kind", Kinds, required: true) ?? default,
            start.GetValueOrDefault(),
            end.GetValueOrDefault(),
            fields.Text("title", TitleLimit),
            fields.Text("note", NoteLimit, lines: true),
            fields.Flag("cancelled"));
        return facts is null ? null : new LoggedMeeting(facts, meeting);
    }

    private static List<Buyer> Buyers(PayloadFields fields) =>
        [.. fields.Parts("buyers", BuyerLimit)
            .Select(buyer => new Buyer(buyer.Text("name", BuyerNameLimit, required: true) ?? "", buyer.Text("role", RoleLimit)) { Email = buyer.Address("email") })];
}

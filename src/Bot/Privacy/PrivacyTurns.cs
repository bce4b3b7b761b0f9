using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Privacy;

/// <summary>What a person can ask of the bot's memory: a copy, to be forgotten, to have a deal erased. The last two want a second word.</summary>
public sealed class PrivacyTurns(
    PeopleDirectory directory, PersonalExport export, Forgetting forgetting, DealErasure erasure, IOptions<BotOptions> bot)
{
    /// <summary>A message may have 28 KB, and a quotation mark takes six bytes of it.</summary>
    private const int PartLength = 4000;

    public async Task<Activity?> ExportAsync(Hand hand, int part, CancellationToken cancellationToken)
    {
        var text = await export.OfAsync(hand.Person, cancellationToken);
        var parts = text.Chunk(PartLength).Select(piece => new string(piece)).ToList();
        return part < 1 || part > parts.Count
            ? Message.Of(Replies.ExportParts(parts.Count))
            : Message.Of(Replies.Export(part, parts.Count, parts[part - 1]));
    }

    public async Task<Activity?> ForgetAsync(Hand hand, bool isSure, CancellationToken cancellationToken)
    {
        if (!isSure)
            return Message.Of(Replies.ForgetAsked);
        await forgetting.ForgetAsync(hand.Person, cancellationToken);
        return Message.Of(Replies.Forgotten);
    }

    public async Task<Activity?> EraseAsync(Hand hand, string name, bool isSure, CancellationToken cancellationToken)
    {
        var own = DealSearch.Find(await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names), name);
        if (own.Count > 1)
            return Message.Of(Replies.EraseWhich(name));
        var isAdmin = bot.Value.Admins.Contains(hand.Person.ObjectId, StringComparer.OrdinalIgnoreCase);
        var roles = own.Count == 1 ? Roles.Owner : isAdmin ? Roles.Admin : Roles.Anyone;
        if (!Permissions.Allow(Verb.EraseDeal, Place.Personal, roles))
            return Message.Of(Replies.EraseUnknown(name));
        var (dealId, shown) = own is [var deal] ? (deal.Id, deal.Facts.Name) : (name, name);
        if (!isSure)
            return Message.Of(Replies.EraseAsked(shown));
        return Message.Of(await erasure.EraseAsync(hand.Person.Tenant, dealId, hand.Person.ObjectId, hand.Now, cancellationToken)
            ? Replies.Erased(shown)
            : Replies.EraseUnknown(name));
    }
}

using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Which answer of a person a change is about: the one that is being given, or the one that was given last.</summary>
public sealed class GivenAnswers(PeopleDirectory directory, FollowUpLedger followUps)
{
    /// <summary>So long after an answer, words without a deal's name still belong to it.</summary>
    private static readonly Duration StillThere = Duration.FromHours(12);

    public static bool IsFresh(OpenedFollowUp answered, Instant now) => answered.Reminder.Value.SavedAt + StillThere > now;

    /// <summary>The follow-up whose question stands: the one in focus, else the only one.</summary>
    public async Task<ReminderDocument?> OpenQuestionAsync(PersonDocument person)
    {
        var asked = (await directory.OpenRemindersOfAsync(person)).Select(stored => stored.Value).Where(reminder => reminder is { IsAnswerable: true, Interview.Asked: not null }).ToList();
        return asked.FirstOrDefault(reminder => reminder.Pointer == person.Focus) ?? (asked.Count == 1 ? asked[0] : null);
    }

    public async Task<bool> IsAnyOpenAsync(PersonDocument person) => (await directory.OpenRemindersOfAsync(person)).Any(stored => stored.Value.IsAnswerable);

    /// <summary>The only follow-up that waits for an answer, also where its card alone has asked.</summary>
    public async Task<ReminderDocument?> OnlyOpenAsync(PersonDocument person) =>
        (await directory.OpenRemindersOfAsync(person)).Where(stored => stored.Value.IsAnswerable).Take(2).ToList() is [var only] ? only.Value : null;

    /// <summary>What was answered last, of this deal or of any.</summary>
    public async Task<OpenedFollowUp?> LastAsync(Hand hand, string? dealName, CancellationToken cancellationToken)
    {
        var dealId = dealName is null ? null : DealSearch.Find(await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names), dealName) is [var deal] ? deal.Id : "";
        return dealId != "" && await directory.LastSavedAsync(hand.Person with { UndoneAt = null }, dealId) is { } saved
            && await followUps.OpenAsync(hand.Person.Tenant, saved.Pointer, cancellationToken) is { Reminder.Value.End: ReminderEnd.Answered, Deal.Value.IsOpen: true } opened
            ? opened
            : null;
    }

    /// <summary>What was answered a while ago is meant only when no other deal could be.</summary>
    public async Task<bool> IsTheOneAsync(OpenedFollowUp answered, Hand hand) =>
        IsFresh(answered, hand.Now)
        || (!await IsAnyOpenAsync(hand.Person) && (await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names)).Count(deal => deal.NextStepStanding is not null) == 1);
}

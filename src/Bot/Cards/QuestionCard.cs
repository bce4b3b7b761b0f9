using FollowUpBot.Bot.Documents;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Bot.Cards;

/// <summary>A question in the typed conversation, with the slots on offer as buttons.</summary>
public static class QuestionCard
{
    public static Card Of(ReminderDocument reminder, string question) =>
        new() { FallbackText = question, Body = [ReminderForm.Question(reminder, question) with { Style = null }] };
}

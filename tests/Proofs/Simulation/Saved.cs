using System.Buffers.Text;
using System.Text;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>What reps were shown, held against what is stored: the answers on the reminders and deals, and the audit trail.</summary>
public sealed class Saved(
    Reps reps,
    IReadOnlyList<(Document Document, ReminderDocument Value)> reminders,
    IReadOnlyList<(Document Document, EventDocument Value)> events,
    IReadOnlyList<Deal> deals)
{
    private const string Answered = "follow-up saved";
    private const string Dismissed = "not a sales meeting";

    /// <summary>The card told that it is there; that changes no version.</summary>
    private const string Seen = "arrived";

    public IEnumerable<string> Broken() => WhatWasShownStands().Concat(reminders.SelectMany(stored => OneAnswer(stored.Document.Partition, stored.Value)));

    /// <summary>No rep of this story takes anything back.</summary>
    private IEnumerable<string> WhatWasShownStands()
    {
        foreach (var (chat, id, reason) in reps.ShownSaved)
        {
            var (_, reminder) = reminders.SingleOrDefault(stored => stored.Value.Id == id && Cast.ChatOf(stored.Value) == chat);
            if (reminder?.Captured?.Reason != reason)
                yield return $"I4: {id} was shown as saved with {reason}, stored is {reminder?.Captured?.Reason ?? "nothing"}";
        }
    }

    private IEnumerable<string> OneAnswer(string partition, ReminderDocument reminder)
    {
        var rows = events.Where(row => row.Document.Partition == partition && About(row.Document.Id).StartsWith(reminder.Id + ":", StringComparison.Ordinal)).ToList();
        var answers = rows.Count(row => row.Value.What == Answered);
        if (answers != (reminder.Captured is null ? 0 : 1))
            yield return $"I4: {reminder.Id} has {answers} audit rows of an answer, captured is {reminder.Captured?.Reason ?? "nothing"}";
        if (rows.Count(row => row.Value.What is Answered or Dismissed) > 1)
            yield return $"I4: {reminder.Id} was ended more than once";
        foreach (var version in rows.Where(row => row.Value.What != Seen).GroupBy(row => About(row.Document.Id)).Where(version => version.Count() > 1))
            yield return $"I4: {version.Key} was written {version.Count()} times, each over the other";
        if (reminder.Captured is { } captured && deals.All(deal => deal.Id != reminder.DealId || deal.FollowUp is null))
            yield return $"I5: {captured.Reason} is on the reminder and not on the deal";
    }

    /// <summary>The id of an audit row ends with what it is about, encoded: for a follow-up its id and its version.</summary>
    private static string About(string row) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(row.AsSpan(row.LastIndexOf('~') + 1)));
}

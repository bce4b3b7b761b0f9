using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Attention;

/// <summary>Answers "why no reminder" from what was kept of each decision.</summary>
public sealed class QuietAnswers(IDocumentStore store, PeopleDirectory directory)
{
    private const int Days = 14;
    private const int MostLines = 6;

    public async Task<string> OfAsync(PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        var calendar = directory.CalendarOf(person);
        var today = calendar.DateAt(now);
        var names = (await directory.OpenDealsOfAsync(person.Tenant, person.Names)).ToDictionary(deal => deal.Id, deal => deal.Facts.Name);
        var days = await store.GetAllAsync(
            Keys.PersonPartition(person.Tenant, person.ObjectId), [.. Enumerable.Range(0, Days).Select(back => Keys.Attention(today.PlusDays(-back)))], cancellationToken);
        var lines = days.OfType<StoredDocument>().SelectMany(day => day.As(BotJson.Default.AttentionDocument).Value.Lines)
            .Where(line => line.Kind != ApproachKind.MorningList)
            .GroupBy(line => line.About)
            .OrderByDescending(letter => letter.Max(line => line.At))
            .Select(letter => Told([.. letter.OrderBy(line => line.At)], names, calendar.Zone))
            .OfType<string>()
            .Take(MostLines)
            .ToList();
        return lines.Count == 0 ? SettingReplies.NothingHeldBack : string.Join("\n\n", lines.Prepend(QuietWords.Heading));
    }

    /// <summary>What held one letter back last, and whether it came; null when nothing did.</summary>
    private static string? Told(IReadOnlyList<AttentionLine> letter, Dictionary<string, string> names, DateTimeZone zone)
    {
        if (letter.LastOrDefault(line => line.Reason != AttentionReason.Sent) is not { } held || ReasonOf(held.Reason) is not { } reason)
            return null;
        var what = held.DealId is { } deal ? names.GetValueOrDefault(deal) : WhatIs(held.Kind);
        var came = letter.FirstOrDefault(line => line.Reason == AttentionReason.Sent && line.At >= held.At)?.At.InZone(zone);
        return what is null ? null : QuietWords.Line(what, reason, held.Until?.InZone(zone), came);
    }

    private static QuietReason? ReasonOf(AttentionReason reason) => Enum.TryParse<QuietReason>(reason.ToString(), out var said) ? said : null;

    private static string WhatIs(ApproachKind kind) => kind switch
    {
        ApproachKind.SeveralReminders => QuietLetterText.SeveralMeetings,
        _ => QuietLetterText.Message,
    };
}

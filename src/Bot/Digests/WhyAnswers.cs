using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Answers "why": in the personal chat about one's own deals, in a channel about those of its team.</summary>
public sealed class WhyAnswers(StallReading stalls, IOptions<DigestOptions> options)
{
    private const int MostLines = 5;

    /// <returns>Null when no deal fits the name.</returns>
    public async Task<string?> PersonAsync(
        PersonDocument person, WhyQuestion question, DateTimeZone zone, Instant now, CancellationToken cancellationToken)
    {
        if (MomentOf(question, zone, now) is not { } at)
            return WhyWords.WhichDay;
        var judged = await stalls.JudgeAsync(person.Tenant, person.Names, at, now, cancellationToken);
        return Answer(judged, question, at.InZone(zone), isPast: at < now);
    }

    /// <returns>Null when no deal fits the name.</returns>
    public async Task<string?> ChannelAsync(ChannelDocument channel, WhyQuestion question, Instant now, CancellationToken cancellationToken)
    {
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        if (MomentOf(question, zone, now) is not { } at)
            return WhyWords.WhichDay;
        var judged = new List<JudgedDeal>();
        foreach (var member in channel.Reps)
            judged.AddRange(await stalls.JudgeAsync(channel.Tenant, member.Names, channel.Settings, at, now, cancellationToken));
        var answer = Answer([.. judged.DistinctBy(deal => deal.Judgement.Deal.Id)], question, at.InZone(zone), isPast: at < now);
        return answer is not null && at >= now ? answer + Quote(channel, judged, question) : answer;
    }

    /// <summary>The buyer's words, or that they are hidden here; nothing when there are none, or none is meant.</summary>
    private string Quote(ChannelDocument channel, IReadOnlyList<JudgedDeal> judged, WhyQuestion question) =>
        question.DealName is { } name
        && DealSearch.Find([.. judged.Select(deal => deal.Judgement.Deal).DistinctBy(deal => deal.Id)], name) is [{ FollowUp.Reason: { Length: > 0 } reason }]
            ? WhyWords.Quote(channel.Settings.ShowQuotes ?? options.Value.ShowQuotes ? reason : null)
            : "";

    private static string? Answer(IReadOnlyList<JudgedDeal> judged, WhyQuestion question, ZonedDateTime at, bool isPast)
    {
        if (question.DealName is not { } name)
            return WhyWords.Clear([.. judged.Select(deal => deal.Judgement).Where(judgement => judgement.IsStalled).OrderByDescending(judgement => judgement.Severity)], MostLines);
        var fitting = DealSearch.Find([.. judged.Select(deal => deal.Judgement.Deal)], name);
        return fitting.Count switch
        {
            0 => null,
            1 => Explain(judged.First(deal => deal.Judgement.Deal == fitting[0]), at, isPast),
            _ => WhyWords.WhichDeal([.. fitting.Select(deal => deal.Facts.Name)]),
        };
    }

    private static string Explain(JudgedDeal deal, ZonedDateTime at, bool isPast) =>
        WhyWords.Explain(deal.Judgement, StepPromises.Of(deal.Judgement.Deal, deal.Calendar, at.ToInstant()), at, isPast);

    /// <summary>A past day is judged as its evening saw it; null for words that name no past day.</summary>
    private static Instant? MomentOf(WhyQuestion question, DateTimeZone zone, Instant now)
    {
        if (question.On is not { } words)
            return now;
        if (WhyQuestion.DayOf(words, now.InZone(zone).Date) is not { } day)
            return null;
        return Instant.Min(now, WallClock.At(day.PlusDays(1), LocalTime.Midnight, zone) - Duration.FromMinutes(1));
    }
}

using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.Contacts;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Takes an answer about urgency: the level, the buyer's day, and whose word it is. A date of ours is no urgency of theirs.</summary>
internal static class UrgencyAnswers
{
    public static InterviewState TakeWords(InterviewState state, string text, InterviewContext context)
    {
        var read = UrgencyWords.Read(text);
        var said = CaptureReader.Read(text, context.Reading).Urgency;
        if (IsOurs(text, said))
            return Ours(state);
        var level = read.Level == UrgencyLevel.Unknown && said is not null ? LevelOf(said.Span) : read.Level;
        return Known(state, read with { Level = level }, said);
    }

    public static InterviewState TakeForm(InterviewState state, UrgencyLevel level, string? driver, InterviewContext context)
    {
        var said = driver is null ? null : CaptureReader.Read(driver, context.Reading).Urgency;
        return driver is not null && IsOurs(driver, said) ? Ours(state) : Known(state, new Urgency(level, driver), said);
    }

    public static InterviewState Take(InterviewState state, CapturedUrgency said)
    {
        var isBareWord = UrgencyWords.Read(said.Why).Level != UrgencyLevel.Unknown || PlainWords.IsUnknown(said.Why);
        return Known(state, new Urgency(LevelOf(said.Span), isBareWord ? null : said.Why), said);
    }

    /// <summary>The state as it was, unless the message gives a date of ours as the urgency.</summary>
    public static InterviewState TakeOurs(InterviewState state, string text) => IsOurs(text, said: null) ? Ours(state) : state;

    private static InterviewState Known(InterviewState state, Urgency urgency, CapturedUrgency? said) =>
        state with { Urgency = urgency, NeededBy = said?.By, UrgencyFrom = said?.Source, IsOurDate = false };

    private static InterviewState Ours(InterviewState state) =>
        state with { Urgency = new Urgency(UrgencyLevel.Unknown, null), NeededBy = null, UrgencyFrom = null, IsOurDate = true };

    private static bool IsOurs(string text, CapturedUrgency? said) =>
        said is not { Source: UrgencySource.Buyer } && ContactCheck.Read(text).Any(finding => finding.Move == ContactMove.SellerDeadline);

    /// <summary>As the form words its levels: high hurts now or has a date close by, medium has a date that is coming.</summary>
    private static UrgencyLevel LevelOf(UrgencySpan span) => span switch
    {
        UrgencySpan.Now => UrgencyLevel.High,
        UrgencySpan.Quarter or UrgencySpan.Year => UrgencyLevel.Medium,
        UrgencySpan.Someday or UrgencySpan.None => UrgencyLevel.Low,
        _ => UrgencyLevel.Unknown,
    };
}

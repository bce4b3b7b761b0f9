using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What is wrong with a deal, since when, and the one thing that would clear it. Facts about the deal, never about the rep.</summary>
public static class StallWords
{
    /// <param name="zone">The reader's zone, for the day that is named.</param>
    public static string What(Verdict verdict, DateTimeZone zone) => verdict.Rule switch
    {
        StallRule.NoNextStep => $"No firm next step since the meeting on {Day(verdict.Since, zone)}.",
        StallRule.NextStepPassed => $"The next step on {Day(verdict.Since, zone)} has passed, and nobody has said how it went.",
        _ => $"Nothing has happened since {Day(verdict.Since, zone)}.",
    };

    public static string Mend(StallRule rule) => rule switch
    {
        StallRule.NoNextStep => "Agree a day and a time with the buyer.",
        StallRule.NextStepPassed => "Log the meeting if it was held, or agree a new day and time.",
        _ => "Agree one firm step, or close the deal in the CRM.",
    };

    public static string Name(Severity severity) => severity == Severity.Red ? "Stalled" : "At risk";

    private static string Day(Instant instant, DateTimeZone zone) => Spoken.Day(instant.InZone(zone).Date);
}

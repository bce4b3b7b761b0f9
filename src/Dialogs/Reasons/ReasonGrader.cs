using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Reasons;

/// <summary>
/// Grades an answer to "why do they want it?" by its best clause. Words that name nothing one could see on site are in tables; what is
/// left over is concrete. Pure: the same text gives the same grade; it never throws.
/// </summary>
public static class ReasonGrader
{
    private static readonly Phrasebook Phrases = PhrasebookFile.Load("people.phrases", "hollow.phrases", "reasons.phrases");

    public static ReasonGrade Grade(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Weigh(text).Grade;
    }

    /// <summary>The grade with what a reader of whole messages needs to tell a reason from an aside.</summary>
    internal static WeighedReason Weigh(string text)
    {
        var words = Utterance.Of(text);
        var evidence = new ReasonEvidence(words, Phrases);
        return new WeighedReason(Grade(words, evidence), evidence.Things, evidence.ShowsTrouble);
    }

    private static ReasonGrade Grade(Utterance text, ReasonEvidence evidence)
    {
        if (evidence.IsBuyers)
        {
            string lifted = evidence.Lift;
            return new ReasonGrade(
                lifted.Length > 0 ? ReasonQuality.Strong : ReasonQuality.Buyer, evidence.Driver, lifted.Length > 0 ? lifted : evidence.ConcreteWords);
        }

        if (evidence.Said("unknown") is { Length: > 0 } unknown && !evidence.IsSellersClearly) return new ReasonGrade(ReasonQuality.Unknown, null, unknown);
        if (evidence.IsSellers && !evidence.HasHollowClause) return new ReasonGrade(ReasonQuality.Seller, null, evidence.SellersWords);
        if (evidence.Said("generic") is { Length: > 0 } generic) return new ReasonGrade(ReasonQuality.Generic, null, generic);
        return text.Count == 0
            ? new ReasonGrade(ReasonQuality.Unknown, null, "")
            : new ReasonGrade(ReasonQuality.Generic, null, text.Said(0, text.Count));
    }
}

/// <param name="Things">How many things one could see on site are named.</param>
/// <param name="ShowsTrouble">Something is missing, done by hand or feared: more than a date.</param>
internal readonly record struct WeighedReason(ReasonGrade Grade, int Things, bool ShowsTrouble);

namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>Reads "Tuesday at 3". Pure: the same text and context give the same reading; it never throws.</summary>
public static class NextStepReader
{
    public static Reading Read(string text, ReadingContext context) => Reading.Nothing;
}

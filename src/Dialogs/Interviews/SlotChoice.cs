using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Hears which of the offered slots a typed answer takes.</summary>
public static class SlotChoice
{
    private static readonly string[][] Ordinals = [["1", "first", "the first", "the first one", "first one"], ["2", "second", "the second", "the second one", "second one"]];

    /// <summary>The slot, when the answer fits exactly one: by its number, or by a day that only one of them has.</summary>
    public static LocalDateTime? Pick(string text, Reading reading, IReadOnlyList<LocalDateTime> slots)
    {
        var plain = text.Trim().TrimEnd('.', '!');
        for (var i = 0; i < Math.Min(slots.Count, Ordinals.Length); i++)
        {
            if (Ordinals[i].Contains(plain, StringComparer.OrdinalIgnoreCase))
                return slots[i];
        }

        if (reading is not { Kind: ReadingKind.Vague, Window: { Grain: Grain.Day, Day: { } day } })
            return null;
        var onThatDay = slots.Where(slot => slot.Date == day).ToList();
        return onThatDay.Count == 1 ? onThatDay[0] : null;
    }
}

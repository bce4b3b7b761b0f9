using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Hears which of the offered slots a typed answer takes.</summary>
public static class SlotChoice
{
    private const int HoursOnClock = 12;

    private static readonly string[][] Ordinals = [["1", "first", "the first", "the first one", "first one"], ["2", "second", "the second", "the second one", "second one"]];

    private static readonly string[] Earlier = ["the earlier", "the earlier one", "earlier one"], Later = ["the later", "the later one", "later one"];

    /// <summary>The slot, when the answer fits exactly one: by its number, as the earlier or the later, or by a day that only one of them has.</summary>
    public static LocalDateTime? Pick(string text, Reading reading, IReadOnlyList<LocalDateTime> slots)
    {
        var plain = text.Trim().TrimEnd('.', '!');
        for (var i = 0; i < Math.Min(slots.Count, Ordinals.Length); i++)
        {
            if (Ordinals[i].Contains(plain, StringComparer.OrdinalIgnoreCase))
                return IsHourOfAnother(plain, slots, i) ? null : slots[i];
        }

        if (slots.Count > 1 && Earlier.Contains(plain, StringComparer.OrdinalIgnoreCase))
            return slots.Min();
        if (slots.Count > 1 && Later.Contains(plain, StringComparer.OrdinalIgnoreCase))
            return slots.Max();
        if (reading is not { Kind: ReadingKind.Vague, Window: { Grain: Grain.Day, Day: { } day } })
            return null;
        var onThatDay = slots.Where(slot => slot.Date == day).ToList();
        return onThatDay.Count == 1 ? onThatDay[0] : null;
    }

    /// <summary>"2" where 14:00 is the first: the number and the hour say different things.</summary>
    private static bool IsHourOfAnother(string number, IReadOnlyList<LocalDateTime> slots, int place) =>
        number.Length == 1 && slots[place].Hour % HoursOnClock != number[0] - '0' && slots.Any(slot => slot.Hour % HoursOnClock == number[0] - '0');
}

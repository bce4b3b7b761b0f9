using System.Buffers;
using FollowUpBot.Dialogs.NextSteps.Grammar;
using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>Reads "Tuesday at 3". Pure: the same text and context give the same reading; it never throws.</summary>
public static class NextStepReader
{
    private const int TokensOnStack = 96;
    private const int MostSlots = 40;
    private const int FirstYear = 1900, LastYear = 9000;

    /// <summary>What <paramref name="text"/> says about when something happens next, by the rules in docs/next-steps.md.</summary>
    /// <remarks>Time and memory grow in step with the length of the text.</remarks>
    public static Reading Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var now = context.Now.InZone(context.Zone).LocalDateTime;
        if (now.Year is < FirstYear or >= LastYear) return Reading.Nothing;
        if (text.Length <= TokensOnStack) return Read(text, context, now, stackalloc Token[TokensOnStack]);
        var rented = ArrayPool<Token>.Shared.Rent(text.Length);
        var reading = Read(text, context, now, rented);
        ArrayPool<Token>.Shared.Return(rented);
        return reading;
    }

    private static Reading Read(string text, ReadingContext context, LocalDateTime now, Span<Token> room)
    {
        var tokens = room[..new Lexer(text, Vocabulary.English).Read(room)];
        var reading = Read(tokens, text, context, now, out bool recurring);
        if (!recurring) return reading;
        return Repeating(MakeSingular(tokens) ? Read(tokens, text, context, now, out _) : reading, text);
    }

    private static Reading Read(ReadOnlySpan<Token> tokens, string text, ReadingContext context, LocalDateTime now, out bool recurring)
    {
        var phrase = new Phrase(tokens, now, IsMonthFirst(context.Locale));
        Span<Slot> slots = stackalloc Slot[MostSlots];
        var scan = new Scan(phrase, text, slots);
        int count = scan.Read();
        count = Merging.Merge(slots, count, now.Date);
        var judge = new Judge(context, now);
        var reading = new Verdict(slots[..count], judge).Decide(out int chosen);
        recurring = scan.Recurring;
        if (chosen < 0 || recurring) return reading;
        if (HasSlip(tokens[slots[chosen].First..slots[chosen].Last])) reading = reading.Read(25);
        if (count > 1 && reading.Kind is ReadingKind.Firm or ReadingKind.Range) reading = reading.Read(22);
        int last = reading.Candidates.Count > 1 ? LastListed(slots[..count], chosen) : chosen;
        int start = tokens[slots[chosen].First].Start;
        return reading with { Span = new TextSpan(start, tokens[slots[last].Last - 1].End - start) };
    }

    /// <summary>"Tuesdays at 10" begins on a Tuesday.</summary>
    private static bool MakeSingular(Span<Token> tokens)
    {
        bool changed = false;
        foreach (ref var token in tokens)
        {
            if (token is not { Term: Term.WeekdayPlural, Value: > 0 }) continue;
            token.Term = Term.Weekday;
            changed = true;
        }

        return changed;
    }

    private static Reading Repeating(Reading first, string text) => new()
    {
        Kind = ReadingKind.Recurring,
        FirstTime = first,
        Rules = new RulesRead(1 << 7),
        Span = new TextSpan(0, text.Length),
    };

    /// <summary>The last of the times that stand side by side: "Friday at 3 or Monday at 4".</summary>
    private static int LastListed(ReadOnlySpan<Slot> slots, int chosen)
    {
        int last = chosen;
        while (last + 1 < slots.Length && Candidates.Are(slots[last], slots[last + 1])) last++;
        return last;
    }

    private static bool HasSlip(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
        {
            if (token.Slip) return true;
        }

        return false;
    }

    /// <summary>Americans write the month first, everyone else the day (rule 18).</summary>
    private static bool IsMonthFirst(string locale) => locale is "en-US" or "en" or "" or "en-PH" or "es-US";
}

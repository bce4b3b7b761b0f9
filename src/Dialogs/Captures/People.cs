using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>The people of the buyer's side in the words of a step.</summary>
internal static class People
{
    public static IReadOnlyList<string> In(MessageWords words, List<Piece> steps)
    {
        var theirs = steps.SelectMany(p => words.FindAll(p, "person of"))
            .Where(h => words.Text[h.From].Tail == "s")
            .OrderByDescending(h => h.To)
            .DistinctBy(h => h.From)
            .ToList();
        var passed = steps.SelectMany(p => words.FindAll(p, "passed on")).Select(h => h.To - 1).ToHashSet();
        var named = steps.SelectMany(p => words.FindAll(p, "name").Concat(words.FindAll(p, "with name")))
            .Select(h => h.To - 1)
            .Where(at => !passed.Contains(at) && !theirs.Exists(hit => hit.From == at))
            .Select(at => words.Text[at])
            .Where(w => w.Capital && !w.IsNumber)
            .DistinctBy(w => w.Text)
            .OrderBy(w => w.Start)
            .Select(w => words.Text.Source[w.Start..(w.End - (w.Tail.Length == 0 ? 0 : w.Tail.Length + 1))])
            .Concat(theirs.Select(words.Said))
            .ToList();
        if (named.Count > 0) return named;
        var title = steps.SelectMany(p => words.FindAll(p, "with title")).OrderByDescending(h => h.To - h.From).Take(1);
        return [.. title.Select(h => words.Text.Said(h.From + 1, h.To))];
    }
}

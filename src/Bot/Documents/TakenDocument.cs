using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>A message that was dealt with.</summary>
/// <param name="Id">Of its id.</param>
/// <param name="Content">Of its sender, moment and words, for a repetition under a new id; null when Teams told no moment.</param>
/// <param name="At">When it was dealt with.</param>
public sealed record TakenMessage(string Id, string? Content, Instant At);

/// <summary>The last messages of a conversation that were dealt with, as hashes.</summary>
public sealed record TakenDocument(IReadOnlyList<TakenMessage> Messages)
{
    public const string Kind = "taken";

    /// <summary>More than anybody types while Teams still repeats.</summary>
    private const int Most = 20;

    /// <summary>Teams waits for an answer first; the same words at the same moment without a wait are two messages.</summary>
    private static readonly Duration SoonestRepetition = Duration.FromSeconds(5);

    public static readonly TakenDocument None = new([]);

    public bool Has(TakenMessage message) => Messages.Any(known =>
        known.Id == message.Id || (known.Content is not null && known.Content == message.Content && message.At - known.At >= SoonestRepetition));

    public TakenDocument With(TakenMessage message) => new([.. Messages.TakeLast(Most - 1), message]);
}

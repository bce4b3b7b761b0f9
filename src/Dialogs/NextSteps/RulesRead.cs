namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>The numbers of the rules (docs/next-steps.md) that a reading rests on.</summary>
/// <param name="Bits">Bit n is set for rule n, 1 to 25.</param>
public readonly record struct RulesRead(uint Bits)
{
    /// <summary>The rule numbers in ascending order.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(1, 25).Where(Has);

    public bool Has(int rule) => (Bits & (1u << rule)) != 0;

    public override string ToString() => string.Join(", ", Numbers);
}

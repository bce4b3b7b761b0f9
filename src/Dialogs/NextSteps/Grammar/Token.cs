using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A word, a number or a mark of the text.</summary>
internal struct Token
{
    /// <summary>Where it stands in the text: first character, and the first after it.</summary>
    public int Start;
    public int End;
    public Term Term;

    /// <summary>The number's value (at most 99,999,999), or what the word table gives.</summary>
    public int Value;

    /// <summary>How many digits were written.</summary>
    public byte Digits;

    /// <summary>White space stands before it.</summary>
    public bool Spaced;
    public bool Capital;

    /// <summary>"Tuesday's".</summary>
    public bool Possessive;

    /// <summary>An unknown word that may be a plural: what a number before it counts.</summary>
    public bool Plural;

    /// <summary>Read by forgiving a slip (rule 25).</summary>
    public bool Slip;
}

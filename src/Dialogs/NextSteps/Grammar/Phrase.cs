using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>
/// The tokens of a text, and the day it was written on. The grammars read from a position and give the position after what they read;
/// the same position means that they read nothing.
/// </summary>
internal readonly ref struct Phrase(ReadOnlySpan<Token> tokens, LocalDateTime now, bool monthFirst)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    public LocalDateTime Now { get; } = now;

    public LocalDate Today { get; } = now.Date;

    /// <summary>The locale writes the month of a numeric date first (rule 18).</summary>
    public bool MonthFirst { get; } = monthFirst;

    public int Count => _tokens.Length;

    /// <summary>The term at a position; beyond either end there is a break.</summary>
    public Term this[int i] => (uint)i < (uint)_tokens.Length ? _tokens[i].Term : Term.Break;

    public Token Token(int i) => (uint)i < (uint)_tokens.Length ? _tokens[i] : default;

    public int Value(int i) => _tokens[i].Value;

    public bool Is(int i, Term term) => this[i] == term;

    public bool Is(int i, Term term, int value) => this[i] == term && _tokens[i].Value == value;

    /// <summary>No white space between this token and the one before.</summary>
    public bool Glued(int i) => (uint)i < (uint)_tokens.Length && i > 0 && !_tokens[i].Spaced;

    public int Skip(int i, Term term) => this[i] == term ? i + 1 : i;

    public int Skip(int i, Term one, Term other) => this[i] == one || this[i] == other ? i + 1 : i;

    /// <summary>A number of at most so many digits.</summary>
    public bool IsNumber(int i, int digits) => this[i] == Term.Number && _tokens[i].Digits <= digits;

    /// <summary>Glued digits after a glued mark, as the "30" of "9:30".</summary>
    public bool IsTail(int mark, Term term) => this[mark] == term && Glued(mark) && this[mark + 1] == Term.Number && Glued(mark + 1);

    /// <summary>Nothing that belongs to the same clause follows.</summary>
    public bool Ends(int i) => this[i] is Term.Break or Term.Line or Term.Dot or Term.Comma or Term.Close;
}

namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>One language's words for the grammar's terms. A new language is one file with one of these.</summary>
/// <param name="Name">The culture's first part, such as "en".</param>
/// <param name="Entries">The words the calendar knows.</param>
/// <param name="Slips">The long words in which one or two wrong letters are forgiven (rule 25).</param>
/// <param name="NoSlips">Real words that look like a slip and are none.</param>
internal sealed record Language(string Name, IReadOnlyList<Entry> Entries, string Slips, string NoSlips);

/// <summary>A term, its number, and the words for it, parted by spaces, lower case, without apostrophes.</summary>
/// <remarks>A class, because precompiled code has collections of references ready and would compile those of a struct at the first call.</remarks>
internal sealed record Entry(Term Term, int Value, string Words);

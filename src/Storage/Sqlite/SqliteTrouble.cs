using Microsoft.Data.Sqlite;

namespace FollowUpBot.Storage.Sqlite;

/// <summary>Says in one line what is wrong with the file, and what to do.</summary>
internal static class SqliteTrouble
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StoreUnavailableException Unavailable(string path, SqliteException e) => new(Describe(path, e), e);

    public static StoreUnavailableException Damaged(string path, string finding) =>
        new($"The store {path} is damaged ({finding}): restore it from a backup.");

    private static string Describe(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => $"The store {path} is locked by another program: stop that program.",
        ReadOnly => $"The store {path} may not be written: give this account the right to write the file and its folder.",
        Full => $"The store {path} cannot grow: free space on its disk, or raise its size limit.",
        Corrupt => $"The store {path} is damaged: restore it from a backup.",
        NotADatabase => $"The store {path} is no SQLite file: choose another path, or restore it from a backup.",
        CannotOpen => $"The store {path} cannot be opened: check that its folder exists and may be written.",
        InputOutput => $"The disk that holds the store {path} fails (SQLite {e.SqliteExtendedErrorCode}): check the disk.",
        _ => $"The store {path} failed: {e.Message.ReplaceLineEndings(" ")}",
    };
}

using Microsoft.Data.Sqlite;

namespace FollowUpBot.Storage.Sqlite;

/// <summary>Copies a file that may be in use: the copy is one moment's state, checked and flushed before it gets its name.</summary>
internal static class SqliteBackup
{
    public static void Write(SqliteFile file, string target)
    {
        var partial = target + ".partial";
        try
        {
            if (File.Exists(target))
                throw new StoreUnavailableException($"The backup {target} exists already: choose another name.");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target)) ?? target);
            File.Delete(partial);
            Copy(file, partial);
            using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                copy.Flush(flushToDisk: true);
            File.Move(partial, target);
        }
        catch (SqliteException e)
        {
            throw SqliteTrouble.Unavailable(file.Path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The backup {target} cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static void Copy(SqliteFile file, string partial)
    {
        using (var source = file.Connect(SqliteOpenMode.ReadWrite))
        using (var vacuum = new SqliteStatement(source, "VACUUM INTO $target", "$target"))
            vacuum.Execute(partial);
        using var copy = new SqliteFile(new() { Path = partial }).Connect(SqliteOpenMode.ReadOnly);
        SqliteFile.RefuseDamaged(copy, partial);
    }
}

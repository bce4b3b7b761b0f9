namespace FollowUpBot.Storage.Sqlite;

/// <summary>Where the SQLite store keeps its file and how long it waits for it.</summary>
public sealed record SqliteOptions
{
    /// <summary>The file; it and its folder are created when they are missing.</summary>
    public required string Path { get; init; }

    /// <summary>How long a call waits for another program to unlock the file; whole seconds, at least one.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The file is not let grow beyond this, so that it never fills a disk that others need; null for no limit.</summary>
    public long? MaxBytes { get; init; }
}

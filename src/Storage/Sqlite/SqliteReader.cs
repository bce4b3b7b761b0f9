using Microsoft.Data.Sqlite;
using NodaTime;

namespace FollowUpBot.Storage.Sqlite;

/// <summary>One connection with the port's four questions, compiled. Used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string Columns = "SELECT partition, id, kind, owner, due, ttl, etag, body FROM documents WHERE ";
    private const string Alive = " AND (expires IS NULL OR expires > $now) ";

    private readonly SqliteConnection connection;
    private readonly SqliteStatement get;
    private readonly SqliteStatement due;
    private readonly SqliteStatement owned;
    private readonly SqliteStatement inPartition;

    public SqliteReader(SqliteFile file)
    {
        connection = file.Connect(SqliteOpenMode.ReadWrite);
        get = new(connection, Columns + "partition = $partition AND id = $id" + Alive, "$partition", "$id", "$now");
        due = new(connection, Columns + "due <= $due" + Alive + "ORDER BY due, partition, id LIMIT $limit", "$due", "$limit", "$now");
        owned = new(
            connection,
            Columns + "owner = $owner AND kind = $kind AND (id, partition) > ($id, $partition)" + Alive
                + "ORDER BY id, partition LIMIT $limit",
            "$owner", "$kind", "$id", "$partition", "$limit", "$now");
        inPartition = new(
            connection,
            Columns + "partition = $partition AND kind = $kind AND id > $id" + Alive + "ORDER BY id LIMIT $limit",
            "$partition", "$kind", "$id", "$limit", "$now");
    }

    public StoredDocument? Get(string partition, string id, Instant now) =>
        Documents(get.Rows(partition, id, now.ToUnixTimeTicks())) is [var found] ? found : null;

    public List<StoredDocument> Due(Instant at, int limit, Instant now) =>
        Documents(due.Rows(at.ToUnixTimeTicks(), limit, now.ToUnixTimeTicks()));

    public List<StoredDocument> Owned(string owner, string kind, PageToken? after, int limit, Instant now) =>
        Documents(owned.Rows(owner, kind, after?.Id ?? "", after?.Partition ?? "", limit, now.ToUnixTimeTicks()));

    public List<StoredDocument> InPartition(string partition, string kind, PageToken? after, int limit, Instant now) =>
        Documents(inPartition.Rows(partition, kind, after?.Id ?? "", limit, now.ToUnixTimeTicks()));

    public void Dispose()
    {
        get.Dispose();
        due.Dispose();
        owned.Dispose();
        inPartition.Dispose();
        connection.Dispose();
    }

    private static List<StoredDocument> Documents(SqliteDataReader rows)
    {
        using (rows)
        {
            var found = new List<StoredDocument>();
            while (rows.Read())
                found.Add(Stored(rows));
            return found;
        }
    }

    private static StoredDocument Stored(SqliteDataReader row) => new(
        new()
        {
            Partition = row.GetString(0),
            Id = row.GetString(1),
            Kind = row.GetString(2),
            Owner = row.IsDBNull(3) ? null : row.GetString(3),
            DueAt = row.IsDBNull(4) ? null : Instant.FromUnixTimeTicks(row.GetInt64(4)),
            TimeToLive = row.IsDBNull(5) ? null : Duration.FromSeconds(row.GetInt64(5)),
            Body = row.GetString(7),
        },
        row.GetString(6));
}

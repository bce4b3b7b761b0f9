using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

internal enum BatchOperationKind
{
    Create = 0,
    Read = 2,
    Delete = 4,
    Replace = 5,
    Upsert = 20,
}

internal sealed record BatchOperation(BatchOperationKind Kind, string? Id, string? Body, string? IfMatch);

internal sealed record BatchOperationResult(int Status, int SubStatus, string? ETag, byte[]? Body, TimeSpan? RetryAfter);

/// <summary>The HybridRow records in which the SDK and the service exchange transactional batches: rows of fixed, variable and sparse fields.</summary>
internal static class BatchRows
{
    private const byte Version1 = 0x81;
    private const uint SegmentSchema = 0x7FFFD8F0;
    private const uint RecordSchema = 0x7FFFD8F1;
    private const uint OperationSchema = 0x7FE15470;
    private const uint ResultSchema = 0x7FE15471;
    private const int SegmentLength = 10;
    private const int RecordHeaderLength = 13;

    public static List<BatchOperation> Read(ReadOnlySpan<byte> bytes)
    {
        Expect(bytes, SegmentSchema);
        bytes = bytes[SegmentLength..];
        var operations = new List<BatchOperation>();
        while (!bytes.IsEmpty)
        {
            Expect(bytes, RecordSchema);
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[5..]);
            var row = bytes.Slice(RecordHeaderLength, length);
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[9..]) != Crc32(row))
                throw new StandInRefusal(400, "The checksum of a record is wrong.");
            operations.Add(Operation(row));
            bytes = bytes[(RecordHeaderLength + length)..];
        }

        return operations;
    }

    public static byte[] Write(IEnumerable<BatchOperationResult> results)
    {
        var rows = new MemoryStream();
        rows.Write([Version1, 0xF0, 0xD8, 0xFF, 0x7F, 0x01, SegmentLength, 0, 0, 0]);
        Span<byte> header = stackalloc byte[RecordHeaderLength];
        foreach (var result in results)
        {
            var row = Row(result);
            header[0] = Version1;
            BinaryPrimitives.WriteUInt32LittleEndian(header[1..], RecordSchema);
            BinaryPrimitives.WriteInt32LittleEndian(header[5..], row.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[9..], Crc32(row));
            rows.Write(header);
            rows.Write(row);
        }

        return rows.ToArray();
    }

    private static BatchOperation Operation(ReadOnlySpan<byte> row)
    {
        Expect(row, OperationSchema);
        var presence = row[5];
        if ((presence & 0b11) != 0b11)
            throw new StandInRefusal(400, "An operation lacks its type.");
        var kind = (BatchOperationKind)BinaryPrimitives.ReadInt32LittleEndian(row[6..]);
        if (!Enum.IsDefined(kind) || BinaryPrimitives.ReadInt32LittleEndian(row[10..]) != 2)
            throw new StandInRefusal(400, $"The operation {kind} is not one that is known here.");
        var position = 14;
        var columns = new string?[7];
        for (var column = 2; column < columns.Length; column++)
        {
            if ((presence & (1 << column)) != 0)
                columns[column] = Encoding.UTF8.GetString(Variable(row, ref position));
        }

        return new(kind, columns[4], columns[6], IfMatchAmongSparse(row, position));
    }

    private static string? IfMatchAmongSparse(ReadOnlySpan<byte> row, int position)
    {
        string? ifMatch = null;
        while (position < row.Length)
        {
            var type = row[position++];
            var field = ReadVarint(row, ref position);
            var text = type switch
            {
                0x02 or 0x03 => "",
                0x07 => row.Slice((position += 4) - 4, 4).ToString(),
                0x14 => Encoding.UTF8.GetString(Variable(row, ref position)),
                _ => throw new StandInRefusal(400, string.Create(CultureInfo.InvariantCulture, $"A sparse field of type {type}.")),
            };
            ifMatch = field == 9 ? text : ifMatch;
        }

        return ifMatch;
    }

    private static byte[] Row(BatchOperationResult result)
    {
        var row = new MemoryStream();
        using var writer = new BinaryWriter(row);
        writer.Write(Version1);
        writer.Write(ResultSchema);
        writer.Write((byte)(0b11 | (result.ETag is null ? 0 : 0b100) | (result.Body is null ? 0 : 0b1000)));
        writer.Write(result.Status);
        writer.Write(result.SubStatus);
        foreach (var column in (byte[]?[])[result.ETag is { } etag ? Encoding.UTF8.GetBytes(etag) : null, result.Body])
        {
            if (column is not null)
            {
                writer.Write7BitEncodedInt(column.Length);
                writer.Write(column);
            }
        }

        if (result.RetryAfter is { } wait)
        {
            writer.Write((ReadOnlySpan<byte>)[0x0B, 5]);
            writer.Write((uint)wait.TotalMilliseconds);
        }

        writer.Write((ReadOnlySpan<byte>)[0x10, 6]);
        writer.Write(1.0);
        return row.ToArray();
    }

    private static void Expect(ReadOnlySpan<byte> row, uint schema)
    {
        if (row.Length < 6 || row[0] != Version1 || BinaryPrimitives.ReadUInt32LittleEndian(row[1..]) != schema)
            throw new StandInRefusal(400, $"This is no row of schema {schema:x}.");
    }

    private static ReadOnlySpan<byte> Variable(ReadOnlySpan<byte> row, ref int position)
    {
        var length = ReadVarint(row, ref position);
        position += length;
        return row.Slice(position - length, length);
    }

    private static int ReadVarint(ReadOnlySpan<byte> row, ref int position)
    {
        for (int value = 0, shift = 0; ; shift += 7)
        {
            var part = row[position++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var part in bytes)
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}

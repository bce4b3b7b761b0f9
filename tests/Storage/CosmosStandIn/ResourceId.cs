using System.Buffers.Binary;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>The service's own ids of databases, containers, documents and ranges: the SDK takes them apart, so they must be well formed.</summary>
internal static class ResourceId
{
    public static string Database(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return Text(bytes);
    }

    public static string Container(int database, int number) => Text(ContainerBytes(database, number));

    public static string Document(int database, int container, long number)
    {
        var bytes = new byte[16];
        ContainerBytes(database, container).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
        return Text(bytes);
    }

    public static string Range(int database, int container)
    {
        var bytes = new byte[16];
        ContainerBytes(database, container).CopyTo(bytes, 0);
        bytes[8] = 2;
        bytes[15] = 0x50;
        return Text(bytes);
    }

    private static byte[] ContainerBytes(int database, int number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, database);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), number);
        bytes[4] |= 0x80;
        return bytes;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}

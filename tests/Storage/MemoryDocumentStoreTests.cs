using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;

namespace FollowUpBot.Tests.Storage;

public sealed class MemoryDocumentStoreTests : DocumentStoreContract
{
    protected override Task<IDocumentStore> OpenAsync() => Task.FromResult<IDocumentStore>(new MemoryDocumentStore(Clock));

    protected override Task CloseAsync() => Task.CompletedTask;
}

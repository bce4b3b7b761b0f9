using System.Reflection;
using FollowUpBot.Storage;

namespace FollowUpBot.Tests.Bot.Host;

/// <summary>A store that counts what it is asked, and in which a test may step in between.</summary>
public class WatchedStore : DispatchProxy
{
    private int asked;

    /// <summary>The store behind it, for a look that does not count.</summary>
    public IDocumentStore? Real { get; private set; }

    public int Asked => asked;

    /// <summary>Told the name of the method and its arguments; what it throws, the caller gets.</summary>
    public Func<string, object?[], Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public static IDocumentStore Around(IDocumentStore real)
    {
        var watched = Create<IDocumentStore, WatchedStore>();
        ((WatchedStore)(object)watched).Real = real;
        return watched;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        Interlocked.Increment(ref asked);
        Before(targetMethod.Name, args ?? []).GetAwaiter().GetResult();
        return targetMethod.Invoke(Real, args);
    }
}

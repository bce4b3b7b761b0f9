namespace FollowUpBot.Bot.Mail;

/// <summary>The name of this process among those that share the store; another one after each start.</summary>
public sealed record Replica(string Name)
{
    public static Replica New() => new(Guid.NewGuid().ToString("N"));
}

/// <summary>A number that looks random and is the same in every process, for spreading work and waits (FNV-1a).</summary>
public static class Spread
{
    public static uint Of(string one, string other)
    {
        var hash = 2166136261u;
        foreach (var unit in one)
            hash = (hash ^ unit) * 16777619;
        foreach (var unit in other)
            hash = (hash ^ unit) * 16777619;
        return (hash ^ (hash >> 15)) * 2246822519u >> 8;
    }
}

using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Waits for Teams' limits before a message is begun: behind the fence a wait could outlast it.</summary>
public sealed class Permits(SendPace pace, TimeProvider time)
{
    private static readonly Duration Patience = Duration.FromSeconds(3);

    /// <returns>False when it takes too long: the message stays due and is found again, and others go first.</returns>
    public async Task<bool> WaitAsync(string tenant, string conversation, CancellationToken cancellationToken)
    {
        var begun = Instant.FromDateTimeOffset(time.GetUtcNow());
        for (var now = begun; now - begun <= Patience; now = Instant.FromDateTimeOffset(time.GetUtcNow()))
        {
            var wait = pace.Take(tenant, conversation, now);
            if (wait == Duration.Zero)
                return true;
            if (wait > Patience)
                return false;
            await Task.Delay(wait.ToTimeSpan(), time, cancellationToken);
        }

        return false;
    }

    /// <summary>Another server was first: without this, two servers at one backlog would waste half of what they may send.</summary>
    public void GiveBack(string tenant, string conversation) => pace.GiveBack(tenant, conversation);
}

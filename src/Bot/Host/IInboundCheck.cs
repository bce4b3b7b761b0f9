using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Host;

/// <summary>Whether a caller of <c>/api/messages</c> may speak.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <param name="Status">401, 403, or 503 while nobody can be judged yet.</param>
    /// <param name="Reason">For the log; it repeats nothing of what the caller sent.</param>
    public sealed record Refused(int Status, string Reason) : Admission;

    /// <param name="Objection">To be asked once the body is read: why this caller may not say this; null when it may.</param>
    public sealed record Admitted(Func<Activity, Refused?> Objection) : Admission;
}

/// <summary>Who may call <c>/api/messages</c>. Asked before a byte of the body is read.</summary>
public interface IInboundCheck
{
    ValueTask<Admission> AdmitAsync(HttpContext http);
}

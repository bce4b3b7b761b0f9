using FollowUpBot.Teams.Protocol;
using FollowUpBot.Teams.Tokens;
using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>Only Teams, by the token it signs for this bot and this activity.</summary>
/// <param name="onlyThisMachine">In a rehearsal the token alone is not enough.</param>
public sealed class ChannelTokenCheck(ChannelTokens tokens, IClock clock, bool onlyThisMachine) : IInboundCheck
{
    public async ValueTask<Admission> AdmitAsync(HttpContext http)
    {
        if (onlyThisMachine && !LoopbackOnly.IsOfThisMachine(http))
            return new Admission.Refused(StatusCodes.Status401Unauthorized, "not from this machine");
        var authorization = http.Request.Headers.Authorization is [var only] ? only : null;
        return await tokens.CheckAsync(authorization, clock.GetCurrentInstant(), http.RequestAborted) switch
        {
            TokenVerdict.Trusted caller => new Admission.Admitted(activity => AsRefusal(tokens.Objection(caller, activity))),
            TokenVerdict.Refused refused => new Admission.Refused(refused.Status, refused.Reason),
            var unknown => throw new NotSupportedException($"No rule for {unknown.GetType().Name}."),
        };
    }

    private static Admission.Refused? AsRefusal(TokenVerdict.Refused? objection) =>
        objection is null ? null : new Admission.Refused(objection.Status, objection.Reason);
}

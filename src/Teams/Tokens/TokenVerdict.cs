using Microsoft.IdentityModel.JsonWebTokens;

namespace FollowUpBot.Teams.Tokens;

/// <summary>Whether a caller is who it must be. Checking never throws.</summary>
public abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <param name="Token">Signed by the issuer for us and valid now.</param>
    /// <param name="Key">The key that signed it.</param>
    public sealed record Trusted(JsonWebToken Token, SigningKey Key) : TokenVerdict;

    /// <param name="Status">401 for a token that is no good, 403 for a good token that may not do this, 503 when no key is known yet.</param>
    /// <param name="Reason">For the log; it repeats nothing of the token.</param>
    public sealed record Refused(int Status, string Reason) : TokenVerdict;
}

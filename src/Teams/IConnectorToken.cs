namespace FollowUpBot.Teams;

/// <summary>The bearer token with which the bot calls the Connector (teams rule 9).</summary>
public interface IConnectorToken
{
    /// <summary>A token that is valid now; null where none is needed, that is in Development.</summary>
    /// <exception cref="ConnectorException">No token can be had at the moment.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>The Connector refused this token: the next call gets a new one (teams rule 29).</summary>
    void Forget(string token);
}

/// <summary>Development without credentials.</summary>
public sealed class NoToken : IConnectorToken
{
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    public void Forget(string token)
    {
    }
}

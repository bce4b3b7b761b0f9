namespace FollowUpBot.Bot.Demo;

/// <summary>A team in Teams. The bot is in all of its channels or in none.</summary>
/// <param name="Id">The General channel's id, as Teams names a team.</param>
public sealed record Team(TeamsStandIn Teams, string Id, string Name, string AadGroupId)
{
    private readonly List<Channel> channels = [];

    public required IReadOnlyList<Person> Members { get; init; }

    public bool HasBot { get; internal set; }

    public Channel Channel(string name)
    {
        var channel = new Channel(this, $"19:{name.ToLowerInvariant().Replace(' ', '-')}@thread.tacv2", name);
        channels.Add(channel);
        Teams.Add(channel);
        return channel;
    }
}

/// <summary>A channel of a team; its messages are those of all its threads.</summary>
public sealed class Channel : Chat
{
    internal Channel(Team team, string id, string name)
        : base(team.Teams, id, $"{team.Name} > {name}", team.Members) => (Team, Name) = (team, name);

    public Team Team { get; }

    public string Name { get; }

    public override bool HasBot
    {
        get => Team.HasBot;
        internal set => Team.HasBot = value;
    }
}

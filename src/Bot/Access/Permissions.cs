namespace FollowUpBot.Bot.Access;

/// <summary>What somebody may want.</summary>
public enum Verb
{
    SeeHelp,
    ListOwnDeals,
    LogMeeting,
    AnswerFollowUp,
    SeeOwnRecords,
    EraseOwnRecords,
    EraseDeal,
    PointDigest,
    SetDigest,
    ShowDigest,
    NameManager,
    MendRow,
    MendOwnDeal,
    PreviewWeek,
}

/// <summary>Where it is asked.</summary>
public enum Place
{
    Personal,
    Channel,
    GroupChat,
}

/// <summary>What somebody is to the thing that they want something of.</summary>
[Flags]
public enum Roles
{
    Anyone = 1,

    /// <summary>The rep whose deal it is.</summary>
    Owner = 2,

    /// <summary>Who installed the app in this team.</summary>
    Installer = 4,

    /// <summary>A manager of this channel's digest.</summary>
    Manager = 8,

    /// <summary>Named in the configuration (Bot:Admins).</summary>
    Admin = 16,
}

/// <summary>Who may do what where. What the table does not name is denied.</summary>
public static class Permissions
{
    private static readonly Dictionary<(Verb Verb, Place Place), Roles> Table = new()
    {
        [(Verb.SeeHelp, Place.Personal)] = Roles.Anyone,
        [(Verb.SeeHelp, Place.Channel)] = Roles.Anyone,
        [(Verb.SeeHelp, Place.GroupChat)] = Roles.Anyone,
        [(Verb.ListOwnDeals, Place.Personal)] = Roles.Anyone,
        [(Verb.LogMeeting, Place.Personal)] = Roles.Anyone,
        [(Verb.AnswerFollowUp, Place.Personal)] = Roles.Owner,
        [(Verb.SeeOwnRecords, Place.Personal)] = Roles.Anyone,
        [(Verb.EraseOwnRecords, Place.Personal)] = Roles.Anyone,
        [(Verb.EraseDeal, Place.Personal)] = Roles.Owner | Roles.Admin,
        [(Verb.PointDigest, Place.Channel)] = Roles.Installer | Roles.Admin,
        [(Verb.SetDigest, Place.Channel)] = Roles.Manager | Roles.Admin,
        [(Verb.ShowDigest, Place.Channel)] = Roles.Manager | Roles.Admin,
        [(Verb.NameManager, Place.Channel)] = Roles.Manager | Roles.Admin,
        [(Verb.MendRow, Place.Channel)] = Roles.Manager | Roles.Admin,
        [(Verb.MendOwnDeal, Place.Personal)] = Roles.Owner,
        [(Verb.PreviewWeek, Place.Channel)] = Roles.Manager | Roles.Admin,
        [(Verb.PreviewWeek, Place.Personal)] = Roles.Manager | Roles.Admin,
    };

    public static bool Allow(Verb verb, Place place, Roles roles) =>
        Table.TryGetValue((verb, place), out var allowed) && ((roles | Roles.Anyone) & allowed) != 0;
}

namespace FollowUpBot.Bot.Cards;

/// <summary>What a button asks for. The card says which reminder it means; who may do it is decided on arrival.</summary>
public static class Verbs
{
    public const string Save = "save";
    public const string Slot = "slot";
    public const string Later = "later";
    public const string NotSales = "notSales";
    public const string Switch = "switch";
    public const string Undo = "undo";

    /// <summary>Opens a saved answer again; it stands until another is saved.</summary>
    public const string Change = "change";

    public const string Open = "open";

    /// <summary>Leaves saved answers as they are.</summary>
    public const string Keep = "keep";

    /// <summary>A follow-up mail to copy; it changes nothing.</summary>
    public const string Draft = "draft";

    /// <summary>Calls a check-in what it could be for.</summary>
    public const string Reword = "reword";

    /// <summary>What became of an appointment.</summary>
    public const string Outcome = "outcome";

    /// <summary>A card that asks by itself how it stands; as a press it changes nothing either.</summary>
    public const string Refresh = "refresh";

    public const string SaveSettings = "saveSettings";
    public const string Unmute = "unmute";
    public const string Resume = "resume";
    public const string Stop = "stop";
    public const string Start = "start";
    public const string AddDeal = "addDeal";
    public const string LogFor = "logFor";

    /// <summary>A page of the list of all stalled deals of a channel.</summary>
    public const string DigestPage = "digestPage";

    public const string SaveDigest = "saveDigest";
    public const string UndoDigest = "undoDigest";
}

/// <summary>The names of the inputs and ids that a card sends back.</summary>
public static class Fields
{
    public const string Deal = "deal";
    public const string Reminder = "reminder";
    public const string Version = "version";
    public const string Slot = "slot";
    public const string Reason = "reason";
    public const string Urgency = "urgency";
    public const string Driver = "driver";
    public const string NextStep = "nextStep";
    public const string Later = "later";
    public const string Zone = "zone";
    public const string From = "from";
    public const string To = "to";
    public const string Days = "days";
    public const string Country = "country";
    public const string Until = "until";
    public const string Outcome = "outcome";
    public const string Name = "name";
    public const string Ended = "ended";
    public const string Page = "page";
}

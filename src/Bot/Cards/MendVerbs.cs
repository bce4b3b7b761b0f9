namespace FollowUpBot.Bot.Cards;

/// <summary>What a button about a stalled deal asks for, on a channel's weekly card or in its rep's own chat.</summary>
public static class MendVerbs
{
    public const string Open = "mend";
    public const string List = "mendList";
    public const string Ask = "mendAsk";
    public const string Withdraw = "mendWithdraw";
    public const string Nurture = "mendNurture";
    public const string Delay = "mendDelay";
    public const string Close = "mendClose";
    public const string Mute = "mendMute";
    public const string Undo = "mendUndo";

    public static bool Contains(string verb) => verb is Open or List or Ask or Withdraw or Nurture or Delay or Close or Mute or Undo;
}

/// <summary>The names of the inputs of <see cref="MendCard"/>; each of its forms has names of its own, for they stand in one card.</summary>
public static class MendFields
{
    public const int LongestText = 300;

    public const string Every = "nurtureEvery";
    public const string NurtureUntil = "nurtureUntil";
    public const string Trigger = "nurtureTrigger";
    public const string NurtureWhy = "nurtureWhy";
    public const string DelayKind = "delayKind";
    public const string DelayUntil = "delayUntil";
    public const string DelayWhy = "delayWhy";
    public const string CloseAs = "closeAs";
    public const string CloseWhy = "closeWhy";
    public const string MuteUntil = "muteUntil";

    /// <summary>How many deals a page of a list leaves out before it.</summary>
    public const string From = "from";
}

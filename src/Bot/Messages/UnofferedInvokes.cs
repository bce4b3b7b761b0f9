using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// Calls that Teams makes for features which this app's manifest does not offer: an old or foreign manifest may lead here. Each kind has
/// its own shape of answer, so that the user reads a line instead of "something went wrong" (teams rule 58).
/// </summary>
public static class UnofferedInvokes
{
    public static InvokeResponse Answer(string? name) => name switch
    {
        "composeExtension/query" or "composeExtension/queryLink" or "composeExtension/anonymousQueryLink" or "composeExtension/selectItem" =>
            InvokeResponse.ExtensionMessage(Replies.NoSuchFeature),
        "composeExtension/fetchTask" or "composeExtension/submitAction" or "task/fetch" or "task/submit" =>
            InvokeResponse.TaskMessage(Replies.NoSuchFeature),
        _ => InvokeResponse.BadRequest(Replies.NotUnderstoodCard),
    };
}

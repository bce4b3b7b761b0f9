using System.Text.Json.Nodes;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Teams.Cards;

/// <summary>Buttons as Teams wants them.</summary>
public static class Button
{
    /// <summary>An Action.Execute with its Action.Submit beside it for clients that know no other (teams rule 51).</summary>
    /// <param name="ids">What the press is about: ids only. They come back as <see cref="CardSubmission.Values"/> together with the inputs.</param>
    public static ExecuteAction Execute(string title, string verb, params ReadOnlySpan<(string Name, string Value)> ids)
    {
        var data = Data(ids);
        var fallback = data.DeepClone().AsObject();
        fallback[CardSubmission.VerbField] = verb;
        return new ExecuteAction(title, verb, data) { Fallback = new SubmitAction(title, fallback) };
    }

    /// <summary>Ids as the data of an action.</summary>
    public static JsonObject Data(params ReadOnlySpan<(string Name, string Value)> ids)
    {
        var data = new JsonObject();
        foreach (var (name, value) in ids)
        {
            data[name] = value;
        }

        return data;
    }
}

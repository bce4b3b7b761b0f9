namespace FollowUpBot.Bot.Demo;

/// <summary>How the bot answered a button.</summary>
/// <param name="Message">The message as it stands after the answer.</param>
/// <param name="Status">The status in the answer's body (teams rule 52); 200 for Action.Submit.</param>
/// <param name="Said">Words or an error in place of a card.</param>
public sealed record Pressed(ShownMessage Message, int Status, string? Said);

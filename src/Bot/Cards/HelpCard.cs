using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>"help": what the bot does by itself, and below it what can be said to it.</summary>
public static class HelpCard
{
    public static Card Of() => new()
    {
        FallbackText = Replies.Help,
        Body =
        [
            Heading(HelpCardText.WhatIDo),
            new TextBlock(Replies.Help) { Spacing = Spacing.Small },
            Heading(HelpCardText.WhatYouCanSay) with { Spacing = Spacing.Medium },
            .. Replies.PersonalCommands.Select(command => Line(command.Words, command.Effect)),
        ],
    };

    private static ColumnSet Line(string words, string effect) => new(
    [
        new Column([Theirs($"\"{words}\"", TextWeight.Bolder)]) { Width = "3" },
        new Column([Theirs(effect)]) { Width = "2" },
    ])
    {
        Spacing = Spacing.Small,
    };
}

using System.Globalization;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What the bot says outside an interview: short, warm, plain, and always with what to do next.</summary>
public static class Replies
{
    public const string Help =
        "After each of your meetings I ask three short questions: why they want it, how urgent it is to them, and the next step with a day and a time.";

    /// <summary>What can be said in the personal chat, and what it does.</summary>
    public static readonly IReadOnlyList<(string Words, string Effect)> PersonalCommands =
    [
        ("my deals", "see your open deals"),
        ("log meeting with Contoso today", "log one yourself"),
        ("snooze until tomorrow 9:00", "be asked later"),
        ("settings", "set your hours and zone"),
        ("pause until Thursday", "hear nothing until then"),
        ("mute Contoso", "not be asked about a deal"),
        ("stop", "get no messages at all"),
        ("why Contoso", "see why a deal is stalled"),
        ("check Hi Dana, any news?", "check your mail to a buyer"),
        ("draft Contoso", "a mail in their own words"),
        ("prep Contoso", "get ready for the next talk"),
        ("cancel", "stop a question"),
        ("undo", "take back an answer"),
        ("export me", "see all I keep about you"),
        ("forget me", "have it removed"),
    ];

    public const string ChannelHelp =
        "I post one card a week with the deals that need a hand. Say \"@FollowUpBot digest here\" to get it in this channel, \"@FollowUpBot digest now\" to see it at once, "
        + "\"@FollowUpBot digest on Friday at 16:00\" to move it, \"@FollowUpBot manager @Dana\" to name a manager, \"@FollowUpBot why Contoso\" to see why a deal is on it, \"@FollowUpBot digest settings\" to set whose deals and by which rules, "
        + "\"@FollowUpBot digest all\" for the whole list, \"@FollowUpBot preview week\" to see what I would send this week, and \"@FollowUpBot digest off\" to stop it.";

    public const string GroupHelp = "I work in your personal chat and in team channels. Open a chat with me and say \"help\".";

    public const string TeamWelcome =
        "Hello, I am FollowUpBot. I remind reps after their meetings, in their own chat, and post one card a week with the deals that need a hand. "
        + "Nothing is posted yet: whoever added me can say \"@FollowUpBot digest here\" in the channel that should get it. Remove the app from the team to stop me.";

    public const string NothingWaiting =
        "Nothing is waiting for an answer. Say \"my deals\" to see your deals, or \"log meeting with Contoso today\" to tell me of one.";

    public const string Cancelled = "All right, I stop here; what you answered is kept, and the card stays in this chat. To be left alone for a while, say \"snooze until tomorrow 9:00\".";

    public const string NothingToCancel = "There is no question open, so there is nothing to cancel. Say \"my deals\" to see what is next.";

    public const string NothingToUndo = "There is nothing to take back. Say \"my deals\" to see your deals.";

    public const string NoDeals = "I know no open deals of yours yet. They come from your CRM, or say \"log meeting with Contoso today\".";

    public const string LaterWhen = "Until when? For example: \"snooze until tomorrow 9:00\" or \"snooze until Monday\". A bare day is enough.";

    public const string TooLong = "That is more than I can keep. Please say it in one or two sentences; the buyer's own words are best.";

    public const string TooFast = "That was faster than I can follow. Please wait a moment and press again; nothing was lost.";

    public const string NotHere = "This follow-up is not yours, or it has ended. Say \"my deals\" in your own chat with me to see what waits for you.";

    public const string NotUnderstoodCard = "This card is from an older version. Say \"my deals\" to get a fresh one.";

    public const string NoSuchFeature = "I don't do that here. Open a chat with me and say \"help\" to see what I can do.";

    public const string NoIdentity = "Teams did not say who you are, so I cannot look up your deals. Please try again from the Teams app.";

    public const string DigestRefused = "Only a manager of this channel's digest can do that. Ask whoever said \"@FollowUpBot digest here\" to name you.";

    public const string DigestHereRefused = "Only the person who added me to this team, or an admin, can point the weekly card here. Ask them to say \"@FollowUpBot digest here\".";

    public const string DigestNotSet = "This channel has no weekly card yet. The person who added me to the team can say \"@FollowUpBot digest here\".";

    public const string DigestOff = "Done. No more weekly cards in this channel. Say \"@FollowUpBot digest here\" to start again.";

    public const string NothingStalled = "No deal is stalled: every one has a firm next step or is too young to worry about. Nothing to do here.";

    public const string ForgetAsked =
        "This removes who you are and how to reach you, takes your name out of deals, answers and the audit trail, and drops your open questions. "
        + "The deals and what buyers want stay with your company, without your name. Cards in this chat stay until you delete them, and what your CRM sends afterwards is new to me. "
        + "To do it, say \"forget me now\". To see what I keep first, say \"export me\".";

    public const string Forgotten = "Done. I no longer know who you are. Remove the app so that I do not get to know you again; if you write to me, I do.";

    public const string NothingToReword = "The step that you saved last says what it is for, so there is nothing to reword. Say \"my deals\" to see it.";

    public const string NothingToPrepare = "I know nothing of your deals yet that I could build on. Say \"my deals\" to see them.";

    public static string Draft(FollowUpDraft draft) => $"{DraftToCopy}\n\n{draft.Body}";

    public static string PrepareWhich(Preparation what, IReadOnlyList<string> deals) =>
        $"Which deal? For example: \"{(what == Preparation.Draft ? "draft" : "prep")} {deals[0]}\".";

    public const string DraftToCopy = "A draft from their own words, for you to copy and change. I never send it.";

    public const string DraftToOpen = "A draft from their own words, for you to copy, or to open in Outlook and change. I never send it.";

    public const string MentionManagers = "Mention the people who should manage this digest, for example: @FollowUpBot manager @Dana.";

    public static string Failed(string reference) =>
        $"That did not work. Say \"my deals\" to see what is saved before you try again; if it stays like this, give your admin the reference {reference}.";

    public static string Welcome(string? name) =>
        $"Hello{(name is null ? "" : " " + FirstName(name))}, I am FollowUpBot. After each meeting in your CRM I ask you three short questions here, "
        + "so that every deal has a firm next step. Say \"help\" to see what I can do, or remove the app to stop me.";

    public static string Export(int part, int parts, string json) => parts == 1
        ? json
        : string.Create(CultureInfo.InvariantCulture, $"Part {part} of {parts}; say \"export me {Math.Min(part + 1, parts)}\" for another.\n{json}");

    public static string ExportParts(int parts) => string.Create(CultureInfo.InvariantCulture, $"There are parts 1 to {parts}. Say \"export me 1\" to see the first.");

    public static string EraseAsked(string deal) =>
        $"This erases {deal} with its meetings, answers and history, for everybody; for 30 days I take nothing about it from your CRM. To do it, say \"erase deal {deal} now\".";

    public static string Erased(string deal) => $"Done. {deal} is erased. Delete it in your CRM, too, or it comes back after 30 days.";

    public static string EraseUnknown(string deal) =>
        $"You have no open deal called \"{deal}\". Only a deal's own rep, or an admin who gives its id in the CRM, can erase it. Say \"my deals\" to see yours.";

    public static string EraseWhich(string deal) => $"Several of your deals fit \"{deal}\". Say its whole name.";

    public static string WhichDeal(IReadOnlyList<string> deals) =>
        "Which deal is this about? " + string.Join("  ", deals.Select((deal, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {deal}")))
        + "  Reply with its number or name.";

    public static string Logged(string deal) => $"Logged. Here come three short questions about {deal}.";

    public static string AlreadyLogged(string deal) => $"That meeting with {deal} is logged already.";

    public static string UnknownDeal(string name) => $"I know no open deal of yours called \"{name}\". Shall I add a deal with exactly this name? Of days I understand \"today\" and \"yesterday\" here.";

    public static string WhichOfThese(string name) => $"Several of your deals fit \"{name}\". Which one was it? If it is not here, say more of its name.";

    public static string Postponed(ZonedDateTime until) => $"I'll ask again {Spoken.Moment(until)}.";

    public static string Undone(string deal) => $"Taken back. What is the next step with {deal}, with a day and a time? To change the rest, use its card.";

    /// <param name="next">The first moment, in the channel's zone.</param>
    public static string DigestHere(ZonedDateTime next) =>
        $"Done. This channel gets one card a week with its team's stalled deals; the first comes {Spoken.Moment(next)}. You are its manager. "
        + "Say \"@FollowUpBot digest now\" to see it at once, or \"@FollowUpBot manager @Dana\" to name others.";

    public static string DigestOn(ZonedDateTime next) => $"Done. The next weekly card comes {Spoken.Moment(next)}.";

    public static string ManagersNamed(IReadOnlyList<string> names) => $"Done. {string.Join(" and ", names)} can now see and change this channel's digest.";

    private static string FirstName(string name) => name.Split(' ', 2)[0];
}

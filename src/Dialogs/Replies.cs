using System.Globalization;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What the bot says outside an interview: short, warm, plain, and always with what to do next.</summary>
public static class Replies
{
    /// <summary>What can be said in the personal chat, and what it does.</summary>
    public static IReadOnlyList<(string Words, string Effect)> PersonalCommands =>
    [
        ("my deals", HelpText.SeeDeals),
        ("log meeting with Contoso today", HelpText.LogOne),
        ("snooze until tomorrow 9:00", HelpText.BeAskedLater),
        ("settings", HelpText.SetHours),
        ("pause until Thursday", HelpText.HearNothing),
        ("mute Contoso", HelpText.NotAskedOfDeal),
        ("stop", HelpText.NoMessages),
        ("why Contoso", HelpText.SeeWhy),
        ("check Hi Dana, any news?", HelpText.CheckMail),
        ("draft Contoso", HelpText.DraftMail),
        ("prep Contoso", HelpText.Prepare),
        ("change the date to Friday at 10", HelpText.MendAnswer),
        ("cancel", HelpText.StopQuestion),
        ("undo", HelpText.TakeBack),
        ("export me", HelpText.SeeAllKept),
        ("forget me", HelpText.HaveRemoved),
    ];

    public static string Help => HelpText.WhatIDo;

    public static string ChannelHelp => HelpText.InChannel;

    public static string GroupHelp => HelpText.InGroup;

    public static string TeamWelcome => HelpText.HelloTeam;

    public static string NothingWaiting => ReplyText.NothingWaiting;

    public static string NothingWaitingFor(string text) => Aside.In(text) is { Kind: AsideKind.Thanks } ? ReplyText.YoureWelcome : ReplyText.NothingWaiting;

    public static string Cancelled => ReplyText.Cancelled;

    public static string NothingToCancel => ReplyText.NothingToCancel;

    public static string NothingToUndo => ReplyText.NothingToUndo;

    public static string NothingToEdit => ReplyText.NothingToEdit;

    public static string NothingBefore => ReplyText.NothingBefore;

    public static string NoDeals => ReplyText.NoDeals;

    public static string LaterWhen => ReplyText.LaterWhen;

    public static string TooLong => ReplyText.TooLong;

    public static string TooFast => ReplyText.TooFast;

    public static string NotHere => ReplyText.NotHere;

    public static string NotUnderstoodCard => ReplyText.OldCard;

    public static string NoSuchFeature => ReplyText.NoSuchFeature;

    public static string NoIdentity => ReplyText.NoIdentity;

    public static string DigestRefused => DigestText.Refused;

    public static string DigestHereRefused => DigestText.HereRefused;

    public static string DigestNotSet => DigestText.NotSet;

    public static string DigestOff => DigestText.Off;

    public static string NothingStalled => DigestText.NothingStalled;

    public static string MentionManagers => DigestText.MentionManagers;

    public static string ForgetAsked => PrivacyText.ForgetAsked;

    public static string Forgotten => PrivacyText.Forgotten;

    public static string NothingToReword => ReplyText.NothingToReword;

    public static string NothingToPrepare => DraftText.NothingToPrepare;

    public static string DraftToCopy => DraftText.ToCopy;

    public static string DraftToOpen => DraftText.ToOpen;

    public static string NothingToCallOff(string deal) => ReplyText.NothingToCallOff.With(deal);

    public static string NothingToEditFor(string name) => ReplyText.NothingToEditFor.With(name);

    public static string Draft(FollowUpDraft draft) => $"{DraftToCopy}\n\n{draft.Body}";

    public static string PrepareWhich(Preparation what, IReadOnlyList<string> deals) =>
        (what == Preparation.Draft ? DraftText.DraftWhich : DraftText.PrepareWhich).With(deals[0]);

    public static string Failed(string reference) => ReplyText.Failed.With(reference);

    public static string Welcome(string? name) => name is null ? HelpText.Hello : HelpText.HelloTo.With(FirstName(name));

    public static string Export(int part, int parts, string json) =>
        parts == 1 ? json : $"{PrivacyText.ExportPart.With(part, parts, Math.Min(part + 1, parts))}\n{json}";

    public static string ExportParts(int parts) => PrivacyText.ExportParts.With(parts);

    public static string EraseAsked(string deal) => PrivacyText.EraseAsked.With(deal);

    public static string Erased(string deal) => PrivacyText.Erased.With(deal);

    public static string EraseUnknown(string deal) => PrivacyText.EraseUnknown.With(deal);

    public static string EraseWhich(string deal) => PrivacyText.EraseWhich.With(deal);

    public static string WhichDeal(IReadOnlyList<string> deals) =>
        ReplyText.WhichDeal.With(string.Join("  ", deals.Select((deal, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {deal}"))));

    /// <summary>The same once more, in other words.</summary>
    public static string WhichDealAgain(IReadOnlyList<string> deals)
    {
        var choices = deals.Select((deal, i) => ReplyText.NumberForDeal.With(i + 1, deal)).ToList();
        return ReplyText.WhichDealAgain.With(choices is [.. var first, var last] && first.Count > 0 ? ReplyText.OrDeal.With(string.Join(", ", first), last) : choices[0]);
    }

    public static string Logged(string deal) => ReplyText.Logged.With(deal);

    public static string AlreadyLogged(string deal) => ReplyText.AlreadyLogged.With(deal);

    public static string UnknownDeal(string name) => ReplyText.UnknownDeal.With(name);

    public static string WhichOfThese(string name) => ReplyText.WhichOfThese.With(name);

    public static string Postponed(ZonedDateTime until) => ReplyText.Postponed.With(Spoken.Moment(until));

    public static string Undone(string deal) => ReplyText.Undone.With(deal);

    /// <param name="next">The first moment, in the channel's zone.</param>
    public static string DigestHere(ZonedDateTime next) => DigestText.Here.With(Spoken.Moment(next));

    public static string DigestOn(ZonedDateTime next) => DigestText.On.With(Spoken.Moment(next));

    public static string ManagersNamed(IReadOnlyList<string> names) =>
        DigestText.ManagersNamed.With(names.Aggregate((named, name) => DigestText.And.With(named, name)));

    private static string FirstName(string name) => name.Split(' ', 2)[0];
}

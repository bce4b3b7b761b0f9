using FollowUpBot.Deals;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>Points at one reminder.</summary>
public sealed record ReminderPointer(string DealId, string ReminderId);

/// <summary>Someone who has met the bot.</summary>
public sealed record PersonDocument
{
    public const string Kind = "person";

    public required string Tenant { get; init; }

    /// <summary>The Entra object id, in lower case.</summary>
    public required string ObjectId { get; init; }

    /// <summary>The account in this channel (<c>29:…</c>).</summary>
    public required string UserId { get; init; }

    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? PrincipalName { get; init; }

    /// <summary>The one-to-one chat; null until the app is installed for the person or after it was removed.</summary>
    public ConversationReference? Chat { get; init; }

    /// <summary>When they were last seen to have the app, by Teams' clock: a removal from before says nothing about now. Not kept up with every message.</summary>
    public Instant? HadAppAt { get; init; }

    /// <summary>When Teams is asked again for the addresses that it did not name; null when they are known.</summary>
    public Instant? AskAt { get; init; }

    /// <summary>An IANA zone id, as last seen.</summary>
    public string? ZoneId { get; init; }

    /// <summary>A culture name, as last seen.</summary>
    public string? Locale { get; init; }

    /// <summary>The follow-up that typed answers are about.</summary>
    public ReminderPointer? Focus { get; init; }

    /// <summary>When they last said "undo"; only what was saved after that is taken back by the next.</summary>
    public Instant? UndoneAt { get; init; }

    /// <summary>The last typed message that was taken, so that a repeated delivery of it changes nothing.</summary>
    public string? LastMessageId { get; init; }

    /// <summary>A typed answer that waits until the person has said which deal it is about.</summary>
    public string? HeldText { get; init; }

    /// <summary>When they were asked which deal <see cref="HeldText"/> is about.</summary>
    public Instant? HeldAt { get; init; }

    /// <summary>The follow-ups that were listed for <see cref="HeldText"/>, in the order of their numbers.</summary>
    public IReadOnlyList<ReminderPointer> HeldChoices { get; init; } = [];

    /// <summary>When they may be spoken to.</summary>
    public Preferences Preferences { get; init; } = Preferences.None;

    /// <summary>What "undo" gives back after a change of the preferences.</summary>
    public PreferencesBefore? Before { get; init; }

    /// <summary>They were asked until when; the next message may be the answer.</summary>
    public OpenQuestion? Asked { get; init; }

    /// <summary>The follow-ups whose appointments they were asked about and have not told of.</summary>
    public IReadOnlyList<ReminderPointer> AskedAbout { get; init; } = [];

    /// <summary>The names under which a CRM may know this person.</summary>
    public IReadOnlyList<RepId> Names => NamesFrom(ObjectId, Email, PrincipalName);

    public static IReadOnlyList<RepId> NamesFrom(params string?[] names) =>
        [.. names.Select(name => RepId.TryParse(name, out var rep) ? rep : default).Where(rep => rep != default).Distinct()];

    /// <summary>Nothing points at this deal any more.</summary>
    public PersonDocument Without(string dealId) => this with
    {
        Focus = Focus?.DealId == dealId ? null : Focus,
        HeldChoices = [.. HeldChoices.Where(choice => choice.DealId != dealId)],
        Preferences = Preferences.Unmute(dealId),
        Before = null,
        AskedAbout = [.. AskedAbout.Where(asked => asked.DealId != dealId)],
    };

    /// <summary>They told what became of it.</summary>
    public PersonDocument Told(ReminderPointer pointer) => this with { AskedAbout = [.. AskedAbout.Where(asked => asked != pointer)] };

    public bool Is(RepId rep) => Names.Contains(rep);
}

/// <summary>Leads from an e-mail address to the person.</summary>
public sealed record AliasDocument(string ObjectId)
{
    public const string Kind = "alias";
}

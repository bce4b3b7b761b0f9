namespace FollowUpBot.Bot.Meetings;

/// <summary>Who may post meetings and deals. Without a source and an app id the feed is off.</summary>
public sealed class FeedOptions
{
    public const string Section = "Feed";

    public List<FeedSourceOptions> Sources { get; set; } = [];

    /// <summary>The app registration for which senders ask their Entra tokens; without it signatures alone are taken.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Where that tenant's keys are described, if not at Entra's usual address.</summary>
    public string OpenIdMetadata { get; set; } = "";

    /// <summary>What one sender may send in the long run; twenty seconds' worth may come at once.</summary>
    public int PerSecond { get; set; } = 50;
}

/// <summary>One sender, such as a company's CRM. The configuration binder is generated and cannot write init-only texts, hence the setters.</summary>
public sealed class FeedSourceOptions
{
    /// <summary>1 to 50 letters, digits, <c>-</c> and <c>_</c>; unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>The Entra tenant that everything from this source belongs to.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The secrets that may sign, as <c>whsec_</c> and base64 of 24 to 64 bytes; two at once while one replaces the other.</summary>
    public List<string> Secrets { get; set; } = [];
}

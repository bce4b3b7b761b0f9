using FollowUpBot.Teams;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Mail;

/// <summary>What happens to a reminder of which nobody knows whether it arrived, when nothing has shown it within four working hours.</summary>
public enum OnAmbiguous
{
    /// <summary>The rep's next daily message names it: never twice, at most late.</summary>
    Digest,

    /// <summary>It is sent once more: at most twice, and sooner.</summary>
    ResendOnce,
}

/// <summary>How messages are sent.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public OnAmbiguous OnAmbiguous { get; set; } = OnAmbiguous.Digest;

    /// <summary>The most messages that a tenant gets in any second, from all servers together; Teams allows 50 with replies.</summary>
    public int PerSecond { get; set; } = SendPace.UsualPerSecond;

    /// <summary>How many servers share one store, and so all of Teams' limits.</summary>
    public int Servers { get; set; } = 1;

    /// <summary>Messages that one person may get unasked on one day, of all kinds together.</summary>
    public int MostADay { get; set; } = 4;
}

/// <summary>A number in place of a word binds to an enum that has no such value.</summary>
public sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    /// <summary>Teams rule 45.</summary>
    private const int MostPerSecond = 50;

    public ValidateOptionsResult Validate(string? name, MailOptions options) => options switch
    {
        _ when !Enum.IsDefined(options.OnAmbiguous) =>
            ValidateOptionsResult.Fail($"Mail:OnAmbiguous {options.OnAmbiguous} is neither {OnAmbiguous.Digest} nor {OnAmbiguous.ResendOnce}."),
        { MostADay: < 1 or > 1000 } => ValidateOptionsResult.Fail($"Mail:MostADay {options.MostADay} must be 1 to 1000."),
        { Servers: < 1 } => ValidateOptionsResult.Fail($"Mail:Servers {options.Servers} is less than 1."),
        _ when options.PerSecond > MostPerSecond || options.PerSecond < 2 * options.Servers =>
            ValidateOptionsResult.Fail($"Mail:PerSecond {options.PerSecond} is not between 2 for each server and {MostPerSecond}, what Teams allows."),
        _ => ValidateOptionsResult.Success,
    };
}

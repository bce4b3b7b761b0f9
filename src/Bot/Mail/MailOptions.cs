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

    /// <summary>Messages that one person may get unasked on one day, of all kinds together.</summary>
    public int MostADay { get; set; } = 4;
}

/// <summary>A number in place of a word binds to an enum that has no such value.</summary>
public sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) => options.MostADay is < 1 or > 1000
        ? ValidateOptionsResult.Fail($"Mail:MostADay {options.MostADay} must be 1 to 1000.")
        : Enum.IsDefined(options.OnAmbiguous)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Mail:OnAmbiguous {options.OnAmbiguous} is neither {OnAmbiguous.Digest} nor {OnAmbiguous.ResendOnce}.");
}

using System.Net.Mail;

namespace FollowUpBot.Deals;

/// <summary>A salesperson as the CRM names them: an Entra object id, or an e-mail address. Compared without case.</summary>
public readonly record struct RepId
{
    private RepId(string value) => Value = value;

    public string Value { get; }

    public bool IsEmail => Value.Contains('@', StringComparison.Ordinal);

    /// <summary>Reads an object id (a GUID) or an e-mail address; false for anything else.</summary>
    public static bool TryParse(string? text, out RepId rep)
    {
        var trimmed = text?.Trim() ?? "";
        var valid = Guid.TryParseExact(trimmed, "D", out _) || IsAddress(trimmed);
        rep = valid ? new RepId(trimmed.ToLowerInvariant()) : default;
        return valid;
    }

    /// <exception cref="FormatException">Neither an object id nor an e-mail address.</exception>
    public static RepId Parse(string text) =>
        TryParse(text, out var rep) ? rep : throw new FormatException($"'{text}' is neither an Entra object id nor an e-mail address.");

    public override string ToString() => Value;

    private static bool IsAddress(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text;
}

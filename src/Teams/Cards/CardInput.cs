using System.Text.Json.Serialization;

namespace FollowUpBot.Teams.Cards;

/// <summary>
/// A field to fill in. Every one has a label, for screen readers as much as for eyes. What stands around it may hold a name and is cleaned as
/// other text is (SEC18); what stands in it comes back as it was typed.
/// </summary>
public abstract record CardInput(string Label) : CardElement
{
    public string Label { get; init => field = PlainText.Clean(value); } = PlainText.Clean(Label);

    public bool? IsRequired { get; init; }
    public string? ErrorMessage { get; init => field = value is null ? null : PlainText.Clean(value); }
}

public sealed record TextInput(string Label) : CardInput(Label)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init => field = value is null ? null : PlainText.Clean(value); }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
}

public sealed record ChoiceInput(string Label, IReadOnlyList<Choice> Choices) : CardInput(Label)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init => field = value is null ? null : PlainText.Clean(value); }

    /// <summary>"compact" (a drop-down) or "expanded" (radio buttons).</summary>
    public string Style { get; init; } = "compact";

    public bool? Wrap { get; init; }

    /// <summary>Several may be chosen; the value lists them with commas.</summary>
    public bool? IsMultiSelect { get; init; }
}

public sealed record Choice(string Title, string Value)
{
    public string Title { get; init => field = PlainText.Clean(value); } = PlainText.Clean(Title);
}

/// <summary>A day; the value is yyyy-MM-dd.</summary>
public sealed record DateInput(string Label) : CardInput(Label)
{
    public string? Value { get; init; }
    public string? Min { get; init; }
}

/// <summary>A clock time; the value is HH:mm.</summary>
public sealed record TimeInput(string Label) : CardInput(Label)
{
    public string? Value { get; init; }
}

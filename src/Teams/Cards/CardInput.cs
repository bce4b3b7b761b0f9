using System.Text.Json.Serialization;

namespace FollowUpBot.Teams.Cards;

/// <summary>A field to fill in. Every one has a label, for screen readers as much as for eyes.</summary>
public abstract record CardInput(string Label) : CardElement
{
    public bool? IsRequired { get; init; }
    public string? ErrorMessage { get; init; }
}

public sealed record TextInput(string Label) : CardInput(Label)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
}

public sealed record ChoiceInput(string Label, IReadOnlyList<Choice> Choices) : CardInput(Label)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>"compact" (a drop-down) or "expanded" (radio buttons).</summary>
    public string Style { get; init; } = "compact";

    public bool? Wrap { get; init; }

    /// <summary>Several may be chosen; the value lists them with commas.</summary>
    public bool? IsMultiSelect { get; init; }
}

public sealed record Choice(string Title, string Value);

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

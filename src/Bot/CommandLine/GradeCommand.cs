using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Outcomes;
using FollowUpBot.Dialogs.Reasons;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.CommandLine;

/// <summary>
/// <c>grade --set reasons --jsonl</c> reads lines {id, text} (captures also reference, locale, zone) and writes one line each with what was
/// read and the words that decided. A line that cannot be read gets an error line with its number, and the rest goes on.
/// </summary>
public static class GradeCommand
{
    private const string Usage = "grade --set reasons|contacts|captures|outcomes --jsonl < messages";

    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>Gives 0, 1 when a line could not be read, 2 for a wrong command line.</summary>
    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        string set = args is ["--set", var named, "--jsonl"] ? named : "";
        Func<WhenQuestion, ReadingContext, GradeAnswer>? grade = set switch
        {
            "reasons" => (asked, _) => OfReason(asked),
            "contacts" => (asked, _) => OfContact(asked),
            "outcomes" => (asked, _) => OfOutcome(asked),
            "captures" => OfCapture,
            _ => null,
        };
        if (grade is not null) return Run(grade, set == "captures", input, output, error);
        error.WriteLine(Usage);
        return 2;
    }

    private static int Run(
        Func<WhenQuestion, ReadingContext, GradeAnswer> grade, bool needsMoment, TextReader input, TextWriter output, TextWriter error)
    {
        int number = 0, bad = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (WhenLines.TryRead(line, needsMoment, out var asked, out var context, out string why))
            {
                output.WriteLine(JsonSerializer.Serialize(grade(asked, context), GradeJson.Default.GradeAnswer));
                continue;
            }

            bad++;
            error.WriteLine($"line {number}: {why}");
        }

        return bad == 0 ? 0 : 1;
    }

    private static GradeAnswer OfReason(WhenQuestion asked)
    {
        var grade = ReasonGrader.Grade(asked.Text ?? "");
        return new GradeAnswer(asked.Id) { Quality = Kebab(grade.Quality), Driver = grade.Driver is { } driver ? Kebab(driver) : null, Why = [grade.Why] };
    }

    private static GradeAnswer OfContact(WhenQuestion asked)
    {
        var found = ContactCheck.Read(asked.Text ?? "");
        return new GradeAnswer(asked.Id) { Categories = [.. found.Select(f => Kebab(f.Move))], Why = [.. found.Select(f => f.Words)] };
    }

    private static GradeAnswer OfOutcome(WhenQuestion asked)
    {
        var reading = OutcomeReader.Read(asked.Text ?? "");
        return new GradeAnswer(asked.Id) { Outcome = Kebab(reading.Outcome), Why = [reading.Why] };
    }

    private static GradeAnswer OfCapture(WhenQuestion asked, ReadingContext context)
    {
        var capture = CaptureReader.Read(asked.Text ?? "", context);
        return new GradeAnswer(asked.Id)
        {
            Reason = capture.Reason is { } reason ? new ReasonLine(reason.Text, Kebab(reason.Grade.Quality), reason.Grade.Why) : null,
            Urgency = capture.Urgency is { } urgency
                ? new UrgencyLine(Kebab(urgency.Span), urgency.By is { } by ? LocalDatePattern.Iso.Format(by) : null, Kebab(urgency.Source), urgency.Why)
                : null,
            NextStep = capture.NextStep is { } step ? new StepLine(Kebab(step.Kind), step.With, WhenOf(step.When), step.Text) : null,
        };
    }

    private static StepWhen WhenOf(Reading reading)
    {
        bool firm = reading.Kind is ReadingKind.Firm or ReadingKind.Range;
        return new StepWhen(Kebab(reading.Kind), firm ? Format(reading.Start) : null, reading.Kind == ReadingKind.Range ? Format(reading.End) : null);
    }

    private static string? Format(ZonedDateTime? time) => time is { } at ? Iso.Format(at.ToOffsetDateTime()) : null;

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>A line answered; only the fields of its set are written.</summary>
internal sealed record GradeAnswer(string? Id)
{
    public string? Quality { get; init; }
    public string? Driver { get; init; }
    public IReadOnlyList<string>? Categories { get; init; }
    public string? Outcome { get; init; }
    public ReasonLine? Reason { get; init; }
    public UrgencyLine? Urgency { get; init; }
    public StepLine? NextStep { get; init; }

    /// <summary>The words that decided, one for each verdict.</summary>
    public IReadOnlyList<string>? Why { get; init; }
}

internal sealed record ReasonLine(string Text, string Quality, string Why);

internal sealed record UrgencyLine(string Level, string? By, string Source, string Why);

internal sealed record StepLine(string Kind, IReadOnlyList<string> With, StepWhen When, string Why);

internal sealed record StepWhen(string Kind, string? Start, string? End);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GradeAnswer))]
internal sealed partial class GradeJson : JsonSerializerContext;

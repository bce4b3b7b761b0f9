using System.Globalization;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUpBot.Bot.CommandLine;

/// <summary>
/// <c>when "Tuesday at 3" --zone Europe/Berlin</c> prints what is understood, by which rules, and two slots when it is vague.
/// <c>when --jsonl</c> does the same for JSON lines, see <see cref="WhenLines"/>.
/// </summary>
public static class WhenCommand
{
    private const string Usage =
        "when \"Tuesday at 3\" [--zone Europe/Berlin] [--locale en-GB] [--now 2026-03-04T10:15+01:00] [--their America/New_York]\nwhen --jsonl < phrases";

    /// <summary>Gives 0 when it was understood what is asked, 2 for a wrong command line.</summary>
    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter error, Instant now)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (args is ["--jsonl"]) return WhenLines.Run(input, output, error);
        if (!TryRead(args, now, out string text, out var context))
        {
            error.WriteLine(Usage);
            return 2;
        }

        Explain(NextStepReader.Read(text, context), text, context, output);
        return 0;
    }

    private static bool TryRead(string[] args, Instant now, out string text, out ReadingContext context)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["--zone"] = "UTC", ["--locale"] = "en-US" };
        text = "";
        context = new ReadingContext(now, DateTimeZone.Utc, "en-US");
        for (int i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) text = text.Length == 0 ? args[i] : text + " " + args[i];
            else if (args[i] is "--zone" or "--locale" or "--now" or "--their" && i + 1 < args.Length) options[args[i]] = args[++i];
            else return false;
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(options["--zone"]);
        bool moment = !options.TryGetValue("--now", out string? said);
        var at = now;
        if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)) (at, moment) = (parsed.ToInstant(), true);
        if (zone is null || !moment || text.Length == 0) return false;
        var theirs = options.TryGetValue("--their", out string? id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        context = new ReadingContext(at, zone, options["--locale"]) { BuyerZone = theirs };
        return id is null || theirs is not null;
    }

    private static void Explain(Reading reading, string text, ReadingContext context, TextWriter output)
    {
        output.WriteLine($"{reading.Kind.ToString().ToLowerInvariant()}: {Echo.Of(reading, context.BuyerZone)}");
        if (reading.Span.Length > 0) output.WriteLine($"read: \"{text.Substring(reading.Span.Start, reading.Span.Length)}\"");
        if (reading.Rules.Bits != 0) output.WriteLine($"rules: {reading.Rules}");
        if (reading.Other is { } other) output.WriteLine($"or: {Echo.Of(other, context.BuyerZone)}");
        if (reading.Kind != ReadingKind.Vague) return;
        var slots = reading.Candidates.Count >= 2
            ? reading.Candidates
            : SlotProposal.Propose(reading.Window, context.Now, OfficeHours(context));
        foreach (var slot in slots) output.WriteLine($"slot: {Echo.Of(slot, null, context.BuyerZone)}");
    }

    /// <summary>Nine to five, Monday to Friday, half an hour long: what the bot takes before it knows the rep.</summary>
    private static SlotRules OfficeHours(ReadingContext context) => new(
        context.Zone, new LocalTime(9, 0), new LocalTime(17, 0), day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday),
        [], context.BuyerZone, Duration.FromMinutes(30));
}

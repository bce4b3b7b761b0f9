using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>Phrases nobody wrote down: made by a grammar of their own, and changed in ways that must not change the answer.</summary>
public class MetamorphicTests(ITestOutputHelper output)
{
    [Fact]
    public void A_hundred_and_twenty_thousand_made_phrases_are_read_as_meant()
    {
        const int Cases = 120_000;
        var maker = new PhraseMaker(seed: 20260304);
        var wrong = new List<string>();
        for (int i = 0; i < Cases; i++)
        {
            var made = maker.Make();
            var reading = Read(made);
            if (!IsAsMeant(made, reading)) wrong.Add($"'{made.Text}' said {made.Now.At} {made.Now.ZoneId} {made.Now.Locale}: {made.Day} {made.From / 60}:{made.From % 60:00} {made.ZoneId}, read {Say.Short(reading)}");
        }

        foreach (string line in wrong.Take(60)) output.WriteLine(line);
        output.WriteLine($"{Cases - wrong.Count} of {Cases} made phrases read as meant");
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_phrase_of_weekdays_said_a_week_later_is_a_week_later()
    {
        var week = Duration.FromDays(7);
        foreach (var phrase in LabelledPhrase.All.Where(p => p.Context.Zone.Id is "UTC" or "Asia/Kolkata" or "Etc/GMT+2" or "Asia/Shanghai" && IsRelative(p)))
        {
            var now = NextStepReader.Read(phrase.Text, phrase.Context);
            var later = NextStepReader.Read(phrase.Text, phrase.Context with { Now = phrase.Context.Now + week });
            Assert.True(now.Kind == later.Kind, phrase.Text);
            if (now.Start is { } start && now.SaidIn is null) Assert.True(start.ToInstant() + week == later.Start!.Value.ToInstant(), phrase.Text);
        }
    }

    [Theory]
    [InlineData("nbsp")]
    [InlineData("full width")]
    [InlineData("emoji")]
    [InlineData("opener")]
    [InlineData("quotes")]
    public void Dress_does_not_change_what_a_labelled_phrase_says(string dress)
    {
        int changed = 0;
        foreach (var phrase in LabelledPhrase.All)
        {
            var plain = NextStepReader.Read(phrase.Text, phrase.Context);
            var dressed = NextStepReader.Read(Dressed(phrase.Text, dress), phrase.Context);
            if (plain.Kind == dressed.Kind && plain.Start == dressed.Start && plain.End == dressed.End) continue;
            output.WriteLine($"'{phrase.Text}': {Say.Short(plain)}, dressed {Say.Short(dressed)}");
            changed++;
        }

        Assert.Equal(0, changed);
    }

    private static bool IsRelative(LabelledPhrase phrase) => !phrase.Text.Any(char.IsAsciiDigit) && phrase.Kind is "firm" or "range" && phrase.Date is null
        && !phrase.Text.Contains("th", StringComparison.OrdinalIgnoreCase);

    private static string Dressed(string text, string dress) => dress switch
    {
        "nbsp" => text.Replace(' ', '\u00A0'),
        "full width" => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)),
        "emoji" => "🚀 " + text + " 🎉",
        "opener" => "Next step: " + text,
        _ => "“" + text + "”",
    };

    private static Reading Read(MadePhrase made) => Say.Read(made.Text, made.Now.At.ToString("uuuu-MM-dd'T'HH:mm", null), made.Now.ZoneId, made.Now.Locale);

    /// <summary>The calendar's answer, reached another way than the reader's.</summary>
    private static bool IsAsMeant(MadePhrase made, Reading reading)
    {
        var home = DateTimeZoneProviders.Tzdb[made.Now.ZoneId];
        var zone = made.ZoneId is null ? home : DateTimeZoneProviders.Tzdb[made.ZoneId];
        var mapped = zone.MapLocal(made.Day.AtMidnight().PlusMinutes(made.From));
        if (mapped.Count == 0) return reading is { Kind: ReadingKind.Invalid, Impossible: Impossible.SkippedByDaylightSaving };
        var start = mapped.First().ToInstant();
        var now = made.Now.At.InZoneLeniently(home).ToInstant();
        if (start <= now) return reading.Kind is ReadingKind.Past or ReadingKind.Vague;
        if (reading.Start?.ToInstant() != start) return false;
        if (made.To is not { } to) return reading.Kind == ReadingKind.Firm;
        return reading.Kind == ReadingKind.Range && reading.End?.ToInstant() == made.Day.AtMidnight().PlusMinutes(to).InZoneLeniently(zone).ToInstant();
    }
}

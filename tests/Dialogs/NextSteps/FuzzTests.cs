using System.Text;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>Whatever is pasted in: the reader answers, and never books what is over.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
        ("tuesday next last this week month every at on in by before after from to until between for of the and or past ago now later early mid late end "
        + "3 15 31 32 99 100 2026 99999999999 0 00 1:30 25:00 3:75 3/12 12/3/26 2026-02-30 9-5 am pm a.m. p noon midnight o'clock half quarter "
        + "minutes hours days weeks fortnight years q3 h2 eod eom w/c tomorrow yesterday tonight today weekend morning first second 3rd 31st feb 29 may march "
        + "march, sat sun ET UTC+14 UTC-99 GMT+5:75 london time their time christmas not instead of doesn't moved was met , . ; : - – / @ ( ) % $ # \n ! ? + ' \" "
        + "１５ ３時 ٣ 🕒 \u00A0 \u200B \uD800 \0 é ß İ monday.com a@b.c http://x/3/12").Split(' ');

    private static readonly string[] Zones = ["America/New_York", "Europe/London", "Asia/Kolkata", "Pacific/Apia", "Pacific/Kiritimati", "UTC", "America/St_Johns"];

    [Fact]
    [Trait("row", "SEC45")]
    public void Sixty_thousand_shuffled_texts_are_read_without_an_exception_and_nothing_is_booked_in_the_past()
    {
        var random = new Random(45);
        for (int i = 0; i < 60_000; i++)
        {
            var text = new StringBuilder();
            for (int n = random.Next(14); n >= 0; n--) text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(5) == 0 ? "" : " ");
            Check(text.ToString(), Context(random));
        }
    }

    [Fact]
    [Trait("row", "SEC45")]
    public void Random_characters_are_read_without_an_exception()
    {
        var random = new Random(46);
        for (int i = 0; i < 20_000; i++)
        {
            var text = new char[random.Next(60)];
            for (int k = 0; k < text.Length; k++) text[k] = (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(128));
            Check(new string(text), Context(random));
        }
    }

    [Fact]
    public void A_clock_at_the_end_of_the_calendar_reads_nothing()
    {
        foreach (var now in new[] { Instant.MinValue, Instant.MaxValue, Instant.FromUtc(9000, 1, 1, 0, 0), Instant.FromUtc(1800, 1, 1, 0, 0) })
        {
            Assert.Equal(ReadingKind.None, NextStepReader.Read("Tuesday at 3", new ReadingContext(now, DateTimeZone.Utc, "en-US")).Kind);
        }
    }

    private static ReadingContext Context(Random random)
    {
        var now = Instant.FromUtc(2020, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(10_000_000));
        return new(now, DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]], random.Next(2) == 0 ? "en-US" : "en-GB");
    }

    private static void Check(string text, ReadingContext context)
    {
        var reading = NextStepReader.Read(text, context);
        for (var read = reading; read is not null; read = read.Other)
        {
            if (read.Kind is ReadingKind.Firm or ReadingKind.Range) Assert.True(read.Start!.Value.ToInstant() > context.Now, text);
            if (read.Kind == ReadingKind.Range) Assert.True(read.End!.Value.ToInstant() > read.Start!.Value.ToInstant(), text);
        }

        Assert.InRange(reading.Span.Start, 0, text.Length);
        Assert.InRange(reading.Span.Start + reading.Span.Length, 0, text.Length);
    }
}

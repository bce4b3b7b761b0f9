using FollowUpBot.Dialogs.NextSteps;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>The recogniser against 943 labelled phrases; each figure is printed, and fails below what the product promises.</summary>
public class AccuracyTests(ITestOutputHelper output)
{
    private readonly List<(LabelledPhrase Phrase, Reading Reading)> _read =
        [.. LabelledPhrase.All.Select(p => (p, NextStepReader.Read(p.Text, p.Context)))];

    private readonly List<(LabelledPhrase Phrase, Reading Reading)> _later =
        [.. LabelledPhrase.Later.Select(p => (p, NextStepReader.Read(p.Text, p.Context)))];

    [Fact]
    public void Ninety_nine_of_a_hundred_labelled_phrases_are_read_right() => AtLeast(0.99, "overall", _read);

    [Fact]
    public void Ninety_nine_of_a_hundred_sales_phrases_are_read_right() =>
        AtLeast(0.99, "own sales phrases", _read.FindAll(r => r.Phrase.Source == "own"));

    [Fact]
    public void A_wrong_time_is_booked_at_most_three_times_in_a_thousand()
    {
        var booked = _read.FindAll(r => r.Reading.Kind is ReadingKind.Firm or ReadingKind.Range);
        Print("booking precision", booked.Count(r => r.Phrase.IsRightlyBooked(r.Reading)), booked.Count, 0.997, booked);
    }

    [Fact]
    public void Ninety_eight_of_a_hundred_bookable_phrases_are_booked()
    {
        var bookable = _read.FindAll(r => r.Phrase.Books);
        int booked = bookable.Count(r => r.Reading.Kind is ReadingKind.Firm or ReadingKind.Range && r.Phrase.IsRightlyBooked(r.Reading));
        Print("booking recall", booked, bookable.Count, 0.98, bookable);
    }

    [Fact]
    public void Phrases_written_after_the_grammar_stay_right() => AtLeast(0.99, "later phrases", _later);

    [Fact]
    public void No_phrase_written_after_the_grammar_books_a_wrong_time()
    {
        var booked = _later.FindAll(r => r.Reading.Kind is ReadingKind.Firm or ReadingKind.Range);
        Print("booking precision, later phrases", booked.Count(r => r.Phrase.IsRightlyBooked(r.Reading)), booked.Count, 0.997, booked);
    }

    [Fact]
    public void At_most_one_impossible_time_goes_unseen()
    {
        var impossible = _read.FindAll(r => r.Phrase.Kind == "invalid");
        int missed = impossible.Count(r => r.Reading.Kind != ReadingKind.Invalid);
        output.WriteLine($"invalid not seen as invalid: {missed} of {impossible.Count} (at most 1)");
        Assert.True(missed <= 1);
    }

    [Fact]
    public void The_day_of_a_vague_answer_is_known_when_it_was_said()
    {
        var known = _read.FindAll(r => r.Phrase is { Kind: "vague", Date: not null } && r.Reading.Kind == ReadingKind.Vague);
        int right = known.Count(r => r.Reading.Window?.Day?.ToString("uuuu-MM-dd", null) == r.Phrase.Date);
        Print("vague with a known day", right, known.Count, 0.99, known);
    }

    private void AtLeast(double least, string what, List<(LabelledPhrase Phrase, Reading Reading)> rows) =>
        Print(what, rows.Count(r => r.Phrase.IsRight(r.Reading)), rows.Count, least, rows);

    private void Print(string what, int right, int of, double least, List<(LabelledPhrase Phrase, Reading Reading)> rows)
    {
        output.WriteLine($"{what}: {right} of {of} = {(double)right / of:P1} (at least {least:P1})");
        foreach (var (phrase, reading) in rows.Where(r => !r.Phrase.IsRight(r.Reading)))
        {
            output.WriteLine($"  {phrase.Id} '{phrase.Text}': {phrase.Kind} {phrase.Start}, read as {reading.Kind} {reading.Start}");
        }

        Assert.True(right >= least * of);
    }
}

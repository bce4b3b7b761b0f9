using System.Text.Json;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.Reasons;
using FollowUpBot.Tests.Hygiene;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs;

public sealed class FollowUpDraftTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Usual(Zone);
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly RepId Rosa = RepId.Parse("rosa@contoso.example");

    [Fact]
    [Trait("row", "S000.10")]
    [Trait("row", "S000.13")]
    public void A_draft_says_their_reason_back_and_asks_for_one_thing_on_one_day()
    {
        var draft = FollowUpDraft.Of(Said("They want out of their spreadsheets before the audit") with { NeededBy = new LocalDate(2027, 4, 15) }, "Dana", Calendar, Now);

        Assert.Equal(
            "Hi Dana,\n\nWhat stayed with me from our talk, in your words: you want out of your spreadsheets before the audit. You need that settled by Thu 15 Apr.\n\n"
            + "Could you bring one real example of it to our appointment on Tue 8 Dec, 15:00? Then we spend the time on your case.\n\nBest regards",
            draft.Body);
        Assert.Equal("For Tue 8 Dec", draft.Subject);
    }

    [Fact]
    [Trait("row", "S002.17")]
    public void Without_a_reason_of_theirs_the_draft_asks_for_it_and_invents_none()
    {
        var draft = FollowUpDraft.Of(Said("They loved our demo") with { Quality = ReasonQuality.Seller, NextStep = null }, "Dana", Calendar, Now);

        Assert.DoesNotContain("demo", draft.Body, StringComparison.Ordinal);
        Assert.Contains("Could you tell me on Thu 3 Dec, 10:00 what would change for you with this in place?", draft.Body, StringComparison.Ordinal);
    }

    /// <summary>Every usable reason of the labelled ones, with every kind of step and none.</summary>
    [Fact]
    [Trait("row", "S000.10")]
    [Trait("row", "S000.13")]
    public void Every_draft_is_clean_by_our_own_check_and_has_exactly_one_question()
    {
        var reasons = Repository.Read("tests/data/talk/reasons.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString() ?? "")
            .Where(text => ReasonGrader.Grade(text).IsUsable)
            .ToList();
        Assert.True(reasons.Count > 100);
        var kept = 0;
        foreach (var reason in reasons)
        {
            foreach (var kind in Enum.GetValues<StepKind>().Cast<StepKind?>().Append(null))
            {
                var said = Said(reason);
                var draft = FollowUpDraft.Of(said with { NextStep = kind is { } it && said.NextStep is { } step ? step with { Kind = it } : null }, "Dana", Calendar, Now);
                Assert.Empty(ContactCheck.Read(draft.Body));
                Assert.Equal(1, draft.Body.Count(c => c == '?') - reason.Count(c => c == '?' && draft.Body.Contains(BuyersWords.ToThem(reason), StringComparison.Ordinal)));
                kept += draft.Body.Contains(BuyersWords.ToThem(reason), StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.InRange(kept, reasons.Count * 9, int.MaxValue);
    }

    private static FollowUp Said(string reason)
    {
        var step = new NextStep("Demo with Dana", new LocalDateTime(2026, 12, 8, 15, 0), Zone.Id);
        return new FollowUp(reason, new Urgency(UrgencyLevel.High, null), step, Rosa, Now) { Quality = ReasonQuality.Buyer };
    }
}

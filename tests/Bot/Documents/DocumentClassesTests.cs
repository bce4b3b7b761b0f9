using System.Reflection;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using FollowUpBot.Tests.Hygiene;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Documents;

public sealed class DocumentClassesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly RepId Rep = RepId.Parse("rosa@contoso.example");

    [Fact]
    [Trait("row", "SEC36")]
    public void Every_class_of_document_is_in_the_table()
    {
        var inCode = typeof(Keys).Assembly.GetTypes()
            .Select(type => type.GetField("Kind", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string)
            .OfType<string>()
            .Concat([Keys.Deal, Keys.MeetingKind]);
        Assert.Equal(inCode.Order(), DocumentClasses.All.Select(known => known.Kind).Order());
    }

    [Fact]
    [Trait("row", "SEC36")]
    public void The_storage_page_shows_the_table() => Assert.Equal(
        DocumentClasses.All.Select(known => (known.Kind, known.Kept is { } kept ? $"{kept.Days} {(kept.Days == 1 ? "day" : "days")}" : "no end of its own", known.Reason)),
        TableRows.Of("docs/storage.md").Where(row => row.Cells is [var kept, _] && (kept.EndsWith(" day", StringComparison.Ordinal) || kept.EndsWith(" days", StringComparison.Ordinal) || kept == "no end of its own"))
            .Select(row => (row.Code, row.Cells[0], row.Cells[1])));

    [Fact]
    [Trait("row", "SEC36")]
    public void Every_document_that_is_made_has_the_time_to_live_of_its_class()
    {
        var made = Made().ToList();
        Assert.Equal(DocumentClasses.All.Select(known => known.Kind).Order(), made.Select(document => document.Kind).Order());
        Assert.All(made, document => Assert.Equal(DocumentClasses.All.Single(known => known.Kind == document.Kind).Kept, document.TimeToLive));
    }

    [Fact]
    [Trait("row", "SEC37")]
    public void Who_has_no_chat_is_kept_for_30_days()
    {
        Assert.Equal(Duration.FromDays(30), (Person() with { Chat = null }).ToDocument().TimeToLive);
        Assert.Equal(Duration.FromDays(30), new AliasDocument("o").ToDocument("t", Rep, isLeaving: true).TimeToLive);
    }

    [Fact]
    [Trait("row", "SEC38")]
    public void No_key_of_a_deal_or_a_person_tells_their_name()
    {
        string[] keys = [Keys.DealPartition("t", "contoso"), Keys.PersonPartition("t", "rosa"), Keys.AliasPartition("t", Rep)];
        Assert.All(keys, key => Assert.DoesNotContain("rosa", key, StringComparison.OrdinalIgnoreCase));
        Assert.All(keys, key => Assert.DoesNotContain("contoso", key, StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual(Keys.DealPartition("t", "contoso"), Keys.DealPartition("t", "contosp"));
    }

    private static PersonDocument Person() =>
        new() { Tenant = "t", ObjectId = "o", UserId = "29:1", Chat = new ConversationReference("https://smba.trafficmanager.net/", "a:1", "28:b") };

    private static IEnumerable<Document> Made()
    {
        var facts = new DealFacts("Contoso", Rep, DealStatus.Open, Revision: 1, Amount: null, Currency: null, Stage: null, CloseOn: null, Link: null);
        var meeting = new Meeting("m", 1, "d", Rep, [], MeetingKind.Video, Now, Now, Title: null, Note: null, Cancelled: false);
        var reminder = new ReminderDocument { Tenant = "t", DealId = "d", Meeting = meeting, Delivery = Delivery.Schedule(Now) };
        var channel = new ChannelDocument
        {
            Tenant = "t",
            ChannelId = "c",
            TeamId = "team",
            Place = new ConversationReference("https://smba.trafficmanager.net/", "19:c", "28:b"),
            ZoneId = "Etc/UTC",
            Day = IsoDayOfWeek.Monday,
            Time = LocalTime.Noon,
            Managers = [],
            NextAt = Now,
        };
        yield return Deal.New("d", facts, Now).ToDocument("t");
        yield return meeting.ToDocument("t");
        yield return reminder.ToDocument();
        yield return Assert.IsType<DocumentWrite.Create>(StoredForms.Audit("t|deal:d", new EventDocument(Now, "o", "x", null), "x")).Document;
        yield return new InboxDocument(null).ToDocument("t|deal:d", "inbox:x");
        yield return Assert.IsType<DocumentWrite.Create>(CardUpdate.Of(reminder, Now)).Document;
        yield return new DealNewsDocument("t", "d", Now).ToDocument("news:1");
        yield return new DigestUpdateDocument("t", "c", Attempts: 0, Now).ToDocument();
        yield return new HeadsUpPlanDocument("t", "c", Now).ToDocument();
        yield return new HeadsUpDocument("t", "o", "c", Now, Delivery.Schedule(Now)).ToDocument("headsUp:2026-W48:c");
        yield return new TombstoneDocument(Now, "o").ToDocument("t|deal:d");
        yield return new LostDigestDocument("t", "c", LostDigest.Missed, Delivery.Schedule(Now)).ToDocument("lost:digest:2026-W48");
        yield return new DigestDocument("t", "c", Delivery.Schedule(Now)).ToDocument("digest:2026-W48");
        yield return new NoticeDocument("t", "o", Delivery.Schedule(Now)).ToDocument("notice:2026-12-02");
        yield return new AttentionDocument("t", "o", new LocalDate(2026, 12, 2)).ToDocument();
        yield return new RoundDocument("t", "o", Now).ToDocument();
        yield return new AppointmentDocument("t", "d", "reminder:m", AppointmentMoment.After, Now, Now, Delivery.Schedule(Now)).ToDocument("appointment:After:1:reminder:m");
        yield return new StuckDocument("reminder:m", 1, Now, "x", NextAt: null).ToDocument("t|deal:d", "stuck:reminder:m");
        yield return new TakenDocument([]).ToDocument("t|conversation:c");
        yield return new WeeksDocument([]).ToDocument("t", "c");
        yield return Person().ToDocument();
        yield return new AliasDocument("o").ToDocument("t", Rep, isLeaving: false);
        yield return channel.ToDocument();
        yield return new TeamDocument("o").ToDocument("t", "team");
        yield return new LinkKeyDocument("k").ToDocument();
    }
}

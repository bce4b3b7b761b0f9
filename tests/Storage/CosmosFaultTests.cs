using System.Diagnostics;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;
using FollowUpBot.Tests.Storage.CosmosStandIn;
using static FollowUpBot.Tests.Storage.CosmosStandIn.StandInFault;
using static FollowUpBot.Tests.Storage.CosmosStandIn.StandInOperation;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

/// <summary>What became of a batch is told rightly whatever happens to its requests, and within the time that a call may take.</summary>
public sealed class CosmosFaultTests : CosmosStoreTest
{
    private const string Deal = "t1|deal:7";

    /// <summary>Short enough that a request that hangs is given up in four seconds.</summary>
    private CosmosOptions Hurried => Options with { Timeout = TimeSpan.FromSeconds(10) };

    public static TheoryData<string> AppliedWithoutAnAnswer => new("reset", "hang", "cut", "408", "500", "503");

    public static TheoryData<string> NotApplied => new("reset", "hang", "408", "410", "429", "449", "500", "503");

    [Theory]
    [MemberData(nameof(AppliedWithoutAnAnswer))]
    [Trait("row", "FM3")]
    [Trait("row", "FM14")]
    public async Task A_batch_that_was_applied_without_an_answer_is_committed_once(string fault)
    {
        var store = await Warm(fault == "hang" ? Hurried : Options);
        var (old, gone) = (await store.Create(A("old")), await store.Create(A("gone")));
        Service.Forget();
        Meet(Batch, fault switch
        {
            "reset" => ApplyThenReset,
            "hang" => ApplyThenHang,
            "cut" => CutAnswer,
            _ => ApplyThenAnswer(Status(fault)),
        });

        var etags = await store.Write(
            Deal,
            new DocumentWrite.Replace(A("old") with { Kind = "new" }, old),
            new DocumentWrite.Create(A("new")),
            new DocumentWrite.Delete("gone", gone));

        Assert.Equal(1, Service.Count(Batch));
        Assert.Equal([(await store.Get("old"))?.ETag ?? "none", (await store.Get("new"))?.ETag ?? "none", ""], etags);
        Assert.Null(await store.Get("gone"));
        await store.Replace(A("old"), etags[0]);
    }

    [Theory]
    [MemberData(nameof(NotApplied))]
    [Trait("row", "FM4")]
    public async Task A_batch_that_was_not_applied_is_sent_again(string fault)
    {
        var store = await Warm(fault == "hang" ? Hurried : Options);
        Meet(Batch, fault switch { "reset" => Reset, "hang" => Hang, _ => Answer(Status(fault), retryAfter: TimeSpan.FromMilliseconds(1)) });

        var etag = await store.Create(A("f1"));

        Assert.Equal(2, Service.Count(Batch));
        Assert.Equal(etag, (await store.Get("f1"))?.ETag);
    }

    [Fact]
    [Trait("row", "FM3")]
    public async Task What_the_SDK_itself_sends_again_is_not_taken_for_another_writers()
    {
        var store = await Warm(Options with { LimitToEndpoint = false });
        var old = await store.Create(A("old"));
        Service.Forget();
        Meet(Batch, ApplyThenReset);

        var etags = await store.Write(Deal, new DocumentWrite.Create(A("new")), new DocumentWrite.Replace(A("old"), old));

        Assert.Equal(2, Service.Count(Batch));
        Assert.Equal([(await store.Get("new"))?.ETag ?? "none", (await store.Get("old"))?.ETag ?? "none"], etags);
    }

    [Fact]
    public async Task Deletes_alone_that_were_applied_without_an_answer_are_committed()
    {
        var store = await Warm();
        var etag = await store.Create(A("gone"));
        Service.Forget();
        Meet(Batch, ApplyThenReset);

        Assert.Equal([""], await store.Write(Deal, new DocumentWrite.Delete("gone", etag)));
        Assert.Equal(2, Service.Count(Batch));
    }

    [Fact]
    public async Task A_document_that_another_writer_has_changed_since_gives_an_ETag_that_fits_nothing()
    {
        var store = await Warm();
        var other = await Warm();
        Service.Inject = request => request.Operation switch
        {
            Batch when request.Number == 1 => ApplyThenReset,
            Read when request.Number == 2 => AnswerLate(Change(other)),
            _ => null,
        };

        var etags = await store.Write(Deal, new DocumentWrite.Create(A("audit")), new DocumentWrite.Create(A("deal")));

        var changed = await store.Get("deal");
        Assert.Equal("changed", changed?.Document.Kind);
        Assert.Equal((await store.Get("audit"))?.ETag, etags[0]);
        Assert.Equal(new BatchResult.Refused(0, Refusal.Changed), await store.Try(new DocumentWrite.Replace(A("deal"), etags[1])));
    }

    [Fact]
    public async Task A_try_that_is_applied_after_it_was_given_up_changes_nothing()
    {
        var store = await Warm(Hurried);
        var late = new TaskCompletionSource();
        Meet(Batch, ApplyLate(late.Task));

        var etag = await store.Create(A("f1"));
        late.SetResult();
        await store.Create(A("f2"));

        Assert.Equal(etag, (await store.Get("f1"))?.ETag);
    }

    [Fact]
    public async Task A_replica_that_lags_does_not_hide_what_an_unanswered_try_did()
    {
        var store = await Warm();
        Service.Freeze();
        Meet(Batch, ApplyThenReset);

        var etag = await store.Create(A("f1"));

        Assert.Equal(2, Service.Count(Batch));
        Assert.Equal(etag, (await store.Get("f1"))?.ETag);
    }

    [Fact]
    public async Task What_was_read_from_a_replica_that_lags_cannot_be_written_back()
    {
        var store = await Warm();
        var first = await store.Create(A("f1"));
        var other = await Open();
        Service.Freeze();
        await store.Replace(A("f1"), first);

        Assert.Equal(first, (await other.Get("f1"))?.ETag);
        Assert.NotEqual(first, (await store.Get("f1"))?.ETag);
        Assert.Equal(new BatchResult.Refused(0, Refusal.Changed), await other.Try(new DocumentWrite.Replace(A("f1"), first)));
    }

    [Fact]
    [Trait("row", "FM6")]
    public async Task Of_racing_writers_whose_answers_are_lost_one_wins_and_all_know_who()
    {
        var store = await Warm();
        var etag = await store.Create(A("f1"));
        Service.Forget();
        Service.Inject = request => request is { Operation: Batch, Number: <= 10 } ? ApplyThenReset : null;

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(writer => Task.Run(() => store.Try(
            new DocumentWrite.Replace(A("f1") with { Kind = $"k{writer}" }, etag), new DocumentWrite.Create(A($"by{writer}"))))));

        var winner = Assert.Single(Enumerable.Range(0, 10), writer => results[writer] is BatchResult.Committed);
        Assert.Equal($"k{winner}", (await store.Get("f1"))?.Document.Kind);
        Assert.All(results, result => Assert.True(result is BatchResult.Committed or BatchResult.Refused(0, Refusal.Changed)));
    }

    [Fact]
    [Trait("row", "FM5")]
    public async Task Throttling_is_waited_out_as_long_as_the_service_asks()
    {
        var store = await Warm();
        var wait = TimeSpan.FromMilliseconds(40);
        Meet(Batch, Answer(429, retryAfter: wait), FailOperation(0, 429, wait), Answer(429), Answer(429, retryAfter: wait));
        var started = Stopwatch.GetTimestamp();

        var etag = await store.Create(A("f1"));

        Assert.InRange(Stopwatch.GetElapsedTime(started), 3 * wait, TimeSpan.FromSeconds(50));
        Assert.Equal(5, Service.Count(Batch));
        Assert.Equal(etag, (await store.Get("f1"))?.ETag);
    }

    [Fact]
    [Trait("row", "FM5")]
    public async Task Throttling_for_longer_than_a_call_may_take_refuses_at_once()
    {
        var store = await Warm(Hurried);
        Service.Inject = _ => Answer(429, retryAfter: TimeSpan.FromHours(1));

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Create(A("f1")));

        Assert.Contains("throttled (429)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, Service.Count(Batch));
        Service.Inject = _ => null;
        Assert.Null(await store.Get("f1"));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("hang")]
    [InlineData("503")]
    [Trait("row", "FM37")]
    public async Task A_service_that_does_not_answer_is_unavailable_within_the_time_of_a_call(string fault)
    {
        var store = await Warm(Options with { Timeout = TimeSpan.FromSeconds(2) });
        Service.Inject = _ => fault switch { "reset" => Reset, "hang" => Hang, _ => Answer(503) };
        var started = Stopwatch.GetTimestamp();

        await Task.WhenAll(
            Assert.ThrowsAsync<StoreUnavailableException>(() => store.Create(A("f1"))),
            Assert.ThrowsAsync<StoreUnavailableException>(() => store.Get("f1")),
            Assert.ThrowsAsync<StoreUnavailableException>(() => store.DueAsync(Noon, 10, CancellationToken.None)),
            Assert.ThrowsAsync<StoreUnavailableException>(() => store.CheckAsync(CancellationToken.None)));

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("cut")]
    [InlineData("429")]
    [InlineData("449")]
    [InlineData("503")]
    [InlineData("404")]
    public async Task A_read_without_an_answer_is_asked_again(string fault)
    {
        var store = await Warm();
        var etag = await store.Create(A("f1") with { DueAt = Noon, Owner = "t1|mia" });
        var met = fault switch
        {
            "reset" => Reset,
            "cut" => CutAnswer,
            "404" => Answer(404, subStatus: 1002),
            _ => Answer(Status(fault), retryAfter: TimeSpan.FromMilliseconds(1)),
        };
        Service.Forget();
        Service.Inject = request => request is { Operation: Read or Query, Number: 1 } ? met : null;

        Assert.Equal(etag, (await store.Get("f1"))?.ETag);
        Assert.Equal(etag, Assert.Single(await store.DueAsync(Noon, 10, CancellationToken.None)).ETag);
    }

    [Theory]
    [InlineData(401, "the key or token is not accepted (401)")]
    [InlineData(403, "access is denied (403/0): check the data-plane role and the firewall")]
    public async Task What_will_not_pass_is_not_tried_again(int status, string line)
    {
        var store = await Warm();
        Service.Inject = _ => Answer(status);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Create(A("f1")));

        Assert.Equal($"The store 127.0.0.1/followupbot/documents does not do its work: {line}.", refusal.Message);
        Assert.Equal(1, Service.Count(Batch));
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_not_kept()
    {
        var store = await Warm();
        using var gone = new CancellationTokenSource();
        Service.Inject = request =>
        {
            gone.Cancel();
            return Hang;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BatchAsync(Deal, [new DocumentWrite.Create(A("f1"))], gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetAsync(Deal, "f1", gone.Token));
    }

    private static async Task Change(CosmosDocumentStore other) =>
        await other.Replace(A("deal") with { Kind = "changed" }, (await other.Get("deal"))?.ETag ?? "none");

    private static int Status(string fault) => int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture);
}

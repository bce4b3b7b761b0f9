using System.Diagnostics;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Tests.Storage.CosmosStandIn;

namespace FollowUpBot.Tests.Kills;

/// <summary>The part of the job during which the bot is killed.</summary>
internal enum KillPhase
{
    /// <summary>W: a delivery is being taken.</summary>
    Taking,

    /// <summary>S: reminders are being sent.</summary>
    Sending,

    /// <summary>A: an answer is being stored.</summary>
    Answering,

    /// <summary>Not killed but asked to stop (SIGTERM), while reminders are being sent.</summary>
    Stopping,
}

/// <summary>
/// When the bot is killed: at a request that the Connector's or the store's stand-in chooses, or, on a file, a random few milliseconds
/// after the sender or the rep began.
/// </summary>
internal sealed class KillMoment(BotProcess bot, Random random)
{
    /// <summary>A warm turn or intake takes less on most disks.</summary>
    private const int LongestMicroseconds = 12_000;

    private int batchesToGo = -1;
    private readonly TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isDone;

    /// <summary>What chose the moment, for the report.</summary>
    public string Point { get; private set; } = "the end";

    public Task HasCome => killed.Task;

    /// <summary>The n-th batch from now on, before it is applied or after it was applied and before it is answered.</summary>
    public void AtBatch(CosmosStandIn account, int number)
    {
        var isApplied = random.Next(2) == 1;
        Volatile.Write(ref batchesToGo, number);
        account.Inject = request => request.Operation is StandInOperation.Batch && Interlocked.Decrement(ref batchesToGo) == 0
            ? Fault($"batch {number} {(isApplied ? "applied" : "asked for")}", isApplied)
            : null;
    }

    /// <summary>The next card's post: before the Connector takes it, or after that and before it answers.</summary>
    public void AtPost(TeamsStandIn teams, Chat chat)
    {
        var isTaken = random.Next(2) == 1;
        teams.AnswerNextSendWith(new SendFault
        {
            Breaks = true,
            Delivers = isTaken,
            IsFor = activity => activity.ContainsKey("attachments") && (isTaken || Now("post asked for")),
            Until = isTaken ? AfterCardAsync(chat, microseconds: 0, "post taken") : Task.CompletedTask,
        });
    }

    /// <summary>A random moment after the Connector has taken the next card.</summary>
    public Task AfterPostAsync(Chat chat) => AfterCardAsync(chat, random.Next(LongestMicroseconds), "post answered");

    /// <summary>A random moment from now on.</summary>
    public Task SoonAsync(string what)
    {
        var microseconds = random.Next(LongestMicroseconds);
        return Task.Run(() =>
        {
            Wait(microseconds);
            Now(what);
        });
    }

    /// <returns>True, so that it can stand in a condition.</returns>
    public bool Now(string point)
    {
        if (Interlocked.Exchange(ref isDone, 1) == 0)
        {
            Point = point;
            bot.Kill();
            killed.SetResult();
        }

        return true;
    }

    private StandInFault Fault(string point, bool isApplied)
    {
        if (isApplied)
            return StandInFault.ApplyThenReset with { Applied = () => Now(point) };
        Now(point);
        return StandInFault.Reset;
    }

    private async Task AfterCardAsync(Chat chat, int microseconds, string point)
    {
        await Task.WhenAny(HasCome, chat.UntilAsync("a card", () => chat.FromBot.Any(message => message.Card is not null)));
        Wait(microseconds);
        Now(point);
    }

    /// <summary>A few milliseconds are too few for a timer.</summary>
    private static void Wait(int microseconds)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun).TotalMicroseconds < microseconds)
            Thread.SpinWait(20);
    }
}

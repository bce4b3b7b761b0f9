using FollowUpBot.Bot.Host;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Looks for what is due, again and again, and never sleeps longer than the interval: what a clock jump made due is found.</summary>
public sealed partial class MailWorker(MailRun run, ClockCheck clock, TimeProvider time, IOptions<ReminderOptions> options, ILogger<MailWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isMore = false;
            try
            {
                isMore = await clock.IsRightAsync(stoppingToken)
                    && await run.OnceAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), stoppingToken) == MailRun.MostAtOnce;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreAway(logger, e);
            }

            // A backlog is worked off without rests, but never so fast that an idle run over it would spin.
            await Task.Delay(isMore ? Breath : options.Value.Every, time, stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The store does not answer; what is due waits.")]
    private static partial void LogStoreAway(ILogger logger, Exception exception);
}

using System.Globalization;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Tokens;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.CommandLine;

public enum FindingState
{
    Ok,
    Note,
    Fix,
}

/// <summary>What was found about one thing the bot needs, in one line.</summary>
public sealed record Finding(FindingState State, string About, string Line);

/// <summary>Looks at configuration, store, keys, token and clock of a host that is built and not started.</summary>
public sealed class Examination(IServiceProvider services)
{
    private const int LongestReason = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Duration MostSkew = Duration.FromSeconds(60);

    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mistakes = ConfigurationMistakes.Of(services);
        foreach (var mistake in mistakes)
            yield return new Finding(FindingState.Fix, "configuration", mistake);
        if (mistakes.Count > 0)
            yield break;
        yield return new Finding(FindingState.Ok, "configuration", $"is complete for {services.GetRequiredService<IHostEnvironment>().EnvironmentName}");
        yield return await LimitedAsync(StoreAsync, cancellationToken);
        if (TeamsChannel.HasCredentials(services))
        {
            yield return await LimitedAsync(KeysAsync, cancellationToken);
            yield return await LimitedAsync(ClockAsync, cancellationToken);
            yield return await LimitedAsync(TokenAsync, cancellationToken);
        }
        else
        {
            yield return new Finding(FindingState.Note, "teams", "no Bot:AppId, so the bot speaks to this machine alone; see docs/channel.md for Teams");
        }

        yield return Feed();
    }

    private static async Task<Finding> LimitedAsync(Func<CancellationToken, Task<Finding>> look, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return await look(limit.Token);
    }

    private async Task<Finding> StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<IDocumentStore>().CheckAsync(cancellationToken);
            return new Finding(FindingState.Ok, "store", "can be read and written");
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new Finding(FindingState.Fix, "store", $"does not answer: {Reason(e)} Check the section Storage and the rights of the bot's identity.");
        }
    }

    private async Task<Finding> KeysAsync(CancellationToken cancellationToken)
    {
        var keys = services.GetRequiredService<SigningKeys>();
        await keys.FindAsync("doctor", services.GetRequiredService<IClock>().GetCurrentInstant(), cancellationToken);
        return keys.AreKnown
            ? new Finding(FindingState.Ok, "metadata", "the keys of Teams can be read")
            : new Finding(FindingState.Fix, "metadata", $"no keys at {Metadata}: let the bot reach it, or correct Teams:OpenIdMetadata");
    }

    private async Task<Finding> ClockAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync(Metadata, cancellationToken);
            var now = services.GetRequiredService<IClock>().GetCurrentInstant();
            if (answer.Headers.Date is not { } theirs)
                return new Finding(FindingState.Note, "clock", "could not be compared: the issuer names no time");
            var skew = now - Instant.FromDateTimeOffset(theirs);
            var seconds = Math.Abs(skew.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            return Duration.Max(skew, -skew) <= MostSkew
                ? new Finding(FindingState.Ok, "clock", $"is within {seconds} s of the issuer's")
                : new Finding(FindingState.Fix, "clock", $"is {seconds} s {(skew > Duration.Zero ? "ahead" : "behind")}: set it by NTP; tokens and signatures bear 5 minutes");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return new Finding(FindingState.Note, "clock", "could not be compared: the issuer does not answer");
        }
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<IConnectorToken>().GetAsync(cancellationToken);
            return new Finding(FindingState.Ok, "token", "Entra gives the bot its token");
        }
        catch (Exception e) when (e is ConnectorException or OperationCanceledException or IOException)
        {
            var what = services.GetRequiredService<IOptions<TeamsOptions>>().Value.AppType == BotAppType.UserAssignedMSI
                ? "assign the identity of Bot:AppId to this machine"
                : "check Teams:TenantId and the secret or certificate";
            return new Finding(FindingState.Fix, "token", $"{Reason(e.InnerException ?? e)} To fix: {what}.");
        }
    }

    private Finding Feed()
    {
        var feed = services.GetRequiredService<IOptions<FeedOptions>>().Value;
        return feed.Sources.Count == 0 && feed.AppId.Length == 0
            ? new Finding(FindingState.Note, "feed", "is off, so no meetings come in: set Feed:Sources or Feed:AppId (docs/connect.md)")
            : new Finding(FindingState.Ok, "feed", $"takes {feed.Sources.Count} signing sources{(feed.AppId.Length > 0 ? " and app tokens" : "")}");
    }

    private Uri Metadata => new(services.GetRequiredService<IOptions<TeamsOptions>>().Value.OpenIdMetadata);

    private static string Reason(Exception e)
    {
        var line = e.Message.ReplaceLineEndings("\n").Split('\n')[0];
        return line.Length > LongestReason ? line[..LongestReason] + "…" : line;
    }
}

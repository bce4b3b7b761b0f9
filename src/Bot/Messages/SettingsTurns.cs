using System.Globalization;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>"digest settings": shows a channel's settings to its managers, and saves what they choose as one stored, audited change that can be taken back.</summary>
public sealed class SettingsTurns(Channels channels, Rosters rosters, ChannelDoor door, PeopleDirectory directory, IOptions<DigestOptions> options)
{
    public async Task<Activity> ShowAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.SetDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } channel)
            return Message.Of(Replies.DigestNotSet);
        return Message.Of(DigestSettingsCard.Of(await ViewAsync(channel), note: null), DigestSettingsCard.Title);
    }

    public async Task<InvokeResponse> SaveAsync(ChannelTurn turn, CardSubmission press, CancellationToken cancellationToken)
    {
        var (refusal, current) = await CurrentAsync(turn, cancellationToken);
        if (current is null)
            return InvokeResponse.Message(refusal);
        var view = await ViewAsync(current.Value);
        if (IsStale(press, current.Value))
            return InvokeResponse.Card(DigestSettingsCard.Of(view, SettingsWords.Stale));
        var (plan, mistakes) = SettingsForm.Read(press, view);
        return mistakes.Count > 0
            ? InvokeResponse.Card(DigestSettingsCard.Of(view with { Channel = current.Value with { Settings = plan.Settings } }, string.Join(' ', mistakes)))
            : await ChangeAsync(turn, current, plan, before: current.Value.Plan, "digest settings", cancellationToken);
    }

    public async Task<InvokeResponse> UndoAsync(ChannelTurn turn, CardSubmission press, CancellationToken cancellationToken)
    {
        var (refusal, current) = await CurrentAsync(turn, cancellationToken);
        if (current is null)
            return InvokeResponse.Message(refusal);
        if (IsStale(press, current.Value) || current.Value.Before is not { } before)
            return InvokeResponse.Card(DigestSettingsCard.Of(await ViewAsync(current.Value), SettingsWords.Stale));
        return await ChangeAsync(turn, current, before, before: null, "digest settings undone", cancellationToken);
    }

    private async Task<InvokeResponse> ChangeAsync(
        ChannelTurn turn, Stored<ChannelDocument> current, ChannelPlan plan, ChannelPlan? before, string what, CancellationToken cancellationToken)
    {
        var planned = await channels.PlannedAsync(current.Value, plan, turn.Now, cancellationToken) with { Before = before, Version = current.Value.Version + 1 };
        try
        {
            await channels.SaveAsync(planned, current, turn.Actor, what, turn.Now, cancellationToken);
        }
        catch (StoreUnavailableException) when (turn.Channel is not null)
        {
            var now = await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken);
            if (now is null || now.ETag == current.ETag)
                throw;
            return InvokeResponse.Card(DigestSettingsCard.Of(await ViewAsync(now.Value), SettingsWords.Stale));
        }

        var next = planned.NextAt.InZone(DateTimeZoneProviders.Tzdb[planned.ZoneId]);
        return InvokeResponse.Card(DigestSettingsCard.Of(await ViewAsync(planned), before is null ? SettingsWords.Undone(next) : SettingsWords.Saved(next)));
    }

    private async Task<(string Refusal, Stored<ChannelDocument>? Current)> CurrentAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.SetDigest, cancellationToken) is { } refusal)
            return (refusal, null);
        return (Replies.DigestNotSet, await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken));
    }

    private static bool IsStale(CardSubmission press, ChannelDocument channel) =>
        press.Text(Fields.Version) != channel.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The pipelines that can be chosen are those of the team's open deals.</summary>
    private async Task<SettingsView> ViewAsync(ChannelDocument channel)
    {
        var pipelines = new List<string>(channel.Settings.Pipelines ?? []);
        foreach (var member in channel.Roster.Take(SettingsView.MostReps))
            pipelines.AddRange((await directory.OpenDealsOfAsync(channel.Tenant, member.Names)).Select(deal => deal.Facts.Pipeline).OfType<string>());
        return new SettingsView(channel, options.Value, [.. pipelines.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Take(SettingsView.MostPipelines)]);
    }
}

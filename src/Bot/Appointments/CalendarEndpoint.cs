using System.Globalization;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;
using LinkOptions = FollowUpBot.Bot.Host.LinkOptions;

namespace FollowUpBot.Bot.Appointments;

/// <summary>
/// <c>GET /calendar/…</c>: the calendar file behind a signed link. Whatever is wrong with the link or the appointment, it is not there; a
/// caller without a good signature costs no look into a deal.
/// </summary>
public sealed class CalendarEndpoint(IDocumentStore store, LinkKey key, IOptions<LinkOptions> options, RequestPace pace, IClock clock)
{
    private const int MostReminders = 1000;

    public async Task<IResult> HandleAsync(HttpContext http, string token)
    {
        var now = clock.GetCurrentInstant();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (pace.TakeDownload(http.Connection.RemoteIpAddress, now) is var wait && wait > Duration.Zero)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (options.Value.Address.Length == 0 || CalendarLink.Read(token, await key.GetAsync(http.RequestAborted), now) is not { } link
            || await EntryAsync(link, http.RequestAborted) is not { } entry)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentDisposition = "attachment; filename=\"appointment.ics\"";
        return Results.Text(CalendarFile.Write(entry, now), CalendarFile.ContentType);
    }

    /// <summary>The appointment as it stands now; null when it was taken back, replaced by a later answer, or its deal has ended.</summary>
    private async Task<CalendarEntry?> EntryAsync(CalendarLink link, CancellationToken cancellationToken)
    {
        var page = await store.InPartitionAsync(link.Partition, ReminderDocument.Kind, continuation: null, MostReminders, cancellationToken);
        var reminder = page.Documents.FirstOrDefault(stored => Keys.Hash(stored.Document.Id) == link.Reminder)?.As(BotJson.Default.ReminderDocument).Value;
        var deal = (await store.FindAsync(link.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken))?.Value;
        if (deal is not { IsOpen: true, FollowUp: { NextStep: { } step } said } || reminder is not { End: ReminderEnd.Answered } || said != reminder.Captured)
            return null;
        var id = Keys.Hash($"{link.Partition}|{link.Reminder}");
        return new CalendarEntry(id, reminder.Version, AppointmentWords.Subject(step, deal.Facts.Name), step.Zoned, step.Zoned + AppointmentWords.Length);
    }
}

/// <summary>Opens the way to the calendar files.</summary>
public static class CalendarRoutes
{
    public static void MapCalendar(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AppointmentLinks.CalendarPath + "{token}", (HttpContext http, string token, CalendarEndpoint endpoint) => endpoint.HandleAsync(http, token));
}

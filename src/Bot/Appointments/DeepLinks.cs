using System.Globalization;
using System.Text;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Appointments;

/// <summary>Addresses that open a form of Teams or Outlook, filled in; nothing is sent by them. Blanks are written %20, as both ask for.</summary>
public static class DeepLinks
{
    public const string TeamsHost = "teams.microsoft.com";
    public const string OutlookHost = "outlook.office.com";

    /// <summary>As written in the address: with its two fields it stays below the 2,000 characters that Outlook and every browser take.</summary>
    private const int LongestText = 1300;
    private const int LongestSubject = 300;
    private const int LongestAttendees = 300;

    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>The scheduling form of Teams (learn.microsoft.com, "Deep link to a workflow in Teams"): times in ISO 8601 with their offset, attendees by address.</summary>
    public static Uri Meeting(string subject, NextStep step, IReadOnlyList<string> attendees)
    {
        var start = step.Zoned;
        var end = start + AppointmentWords.Length;
        var address = $"https://{TeamsHost}/l/meeting/new?subject={Text(subject, LongestSubject)}"
            + $"&startTime={Uri.EscapeDataString(Moment.Format(start.ToOffsetDateTime()))}&endTime={Uri.EscapeDataString(Moment.Format(end.ToOffsetDateTime()))}"
            + $"&content={Text(AppointmentWords.Agenda(step), LongestText)}";
        var invited = "";
        foreach (var attendee in attendees.Select(Uri.EscapeDataString).TakeWhile(attendee => invited.Length + attendee.Length < LongestAttendees))
            invited = invited.Length == 0 ? attendee : $"{invited},{attendee}";
        return new Uri(invited.Length == 0 ? address : $"{address}&attendees={invited}");
    }

    /// <summary>The compose form of Outlook on the web.</summary>
    public static Uri Mail(string to, string subject, string body) => new(
        $"https://{OutlookHost}/mail/deeplink/compose?to={Uri.EscapeDataString(to)}&subject={Text(subject, LongestSubject)}&body={Text(body, LongestText)}");

    /// <summary>Cut between whole characters: half a pair cannot stand in an address.</summary>
    private static string Text(string text, int most)
    {
        var written = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var next = Uri.EscapeDataString(text.AsSpan(at, length));
            if (written.Length + next.Length > most)
                break;
            written.Append(next);
            at += length;
        }

        return written.ToString();
    }
}

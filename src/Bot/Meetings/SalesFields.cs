using System.Buffers;
using FollowUpBot.Deals;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Meetings;

/// <summary>The kinds of text that meetings and deals are made of.</summary>
public static class SalesFields
{
    public const int IdLimit = 100;

    private const int ShortLimit = 300;
    private const int LinkLimit = 2000;
    private const string NotInIds = "/ \\ ? # |";

    private static readonly SearchValues<char> ForbiddenInIds = SearchValues.Create(NotInIds.Replace(" ", "", StringComparison.Ordinal));
    private static readonly LocalDate FirstDay = new(2000, 1, 1);
    private static readonly LocalDate LastDay = new(2100, 12, 31);

    /// <summary>ISO 8601 as CRMs write it: with or without seconds, the offset with or without its colon.</summary>
    private static readonly IPattern<OffsetDateTime> Moments = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.Rfc3339, _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"), _ => false },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HHmm>"), _ => false },
    }.Build();

    extension(PayloadFields fields)
    {
        /// <summary>The sender's own id of something: it must fit into an address and into a document's id.</summary>
        public string? Id(string name)
        {
            var id = fields.Text(name, IdLimit, required: true);
            if (id is null || !id.AsSpan().ContainsAny(ForbiddenInIds))
                return id;
            fields.Wrong(name, $"must not contain any of {NotInIds}");
            return null;
        }

        public RepId? Rep(string name, bool required)
        {
            if (fields.Text(name, ShortLimit, required) is not { } text)
                return null;
            if (RepId.TryParse(text, out var rep))
                return rep;
            fields.Wrong(name, "must be an Entra object id or an e-mail address.");
            return null;
        }

        public string? Address(string name)
        {
            if (fields.Text(name, ShortLimit) is not { } text)
                return null;
            if (RepId.TryParse(text, out var address) && address.IsEmail)
                return address.Value;
            fields.Wrong(name, "must be an e-mail address.");
            return null;
        }

        /// <summary>A moment that must be there.</summary>
        public Instant? Moment(string name)
        {
            if (fields.Text(name, ShortLimit, required: true) is not { } text)
                return null;
            if (Moments.Parse(text) is { Success: true, Value: var at } && IsInRange(at.Date))
                return at.ToInstant();
            fields.Wrong(name, "must be a moment of the years 2000 to 2100 with its offset, such as 2026-03-02T10:00:00+01:00 or 2026-03-02T09:00:00Z.");
            return null;
        }

        public LocalDate? Day(string name)
        {
            if (fields.Text(name, ShortLimit) is not { } text)
                return null;
            if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && IsInRange(day))
                return day;
            fields.Wrong(name, "must be a day of the years 2000 to 2100, such as 2026-03-31.");
            return null;
        }

        public Uri? Link(string name)
        {
            if (fields.Text(name, LinkLimit) is not { } text)
                return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0)
                return link;
            fields.Wrong(name, "must be an https address without a user name.");
            return null;
        }

        public string? Currency(string name)
        {
            if (fields.Text(name, ShortLimit) is not { } text)
                return null;
            if (text.Length == 3 && text.All(char.IsAsciiLetterUpper))
                return text;
            fields.Wrong(name, "must be a currency of ISO 4217 in three capital letters, such as EUR.");
            return null;
        }
    }

    private static bool IsInRange(LocalDate day) => day >= FirstDay && day <= LastDay;
}

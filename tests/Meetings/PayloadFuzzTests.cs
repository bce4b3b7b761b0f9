using System.Text;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Tests.Meetings;

/// <summary>Real payloads damaged at random: the readers never throw, and what they let pass keeps every rule.</summary>
public sealed class PayloadFuzzTests
{
    private const int Rounds = 50_000;

    private static readonly string[] Tokens =
    [
        "null", "true", "-1", "0", "1e999", "1e-999", "9223372036854775808", "0.00001", "[]", "{}", "[[[[", "}}", "\"", "\"\"", "\" \"", "\\", "\\u0000", "\\ud83d",
        "\\udd1d", "\\u", "\\u12", ",", ":", "\"id\":", "\"deal\":{", "\"amount\":", "\"won\"", "\"deleted\"", "\"2026-02-30\"", "\"2026-03-02T10:00:00Z\"",
        "\"2026-03-02T10:00:00+99:00\"", "\"9999-12-31T23:59:59-18:00\"", "\"https://[::1\"", "\"https://a@b\"", "\"https://%00\"", "\"a@b\"", "\"<a@b>\"", "\"a@b,c@d\"", "\u0000", "\u202E", "🤝", "$type", "𝟘",
    ];

    [Fact]
    [Trait("row", "SEC25")]
    public void No_input_makes_a_reader_throw_and_nothing_wrong_passes()
    {
        var random = new Random(20260302);
        var passed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var isMeeting = random.Next(2) == 0;
            var body = Damaged(random, Payloads.Bytes(isMeeting ? Payloads.Full : Payloads.Deal));
            passed += isMeeting ? MeetingPasses(body) : DealPasses(body);
        }

        Assert.InRange(passed, Rounds / 100, Rounds / 2);
    }

    private static int MeetingPasses(byte[] body)
    {
        var errors = new FieldErrors();
        if (!MeetingPayload.TryRead(body, errors, out var logged))
        {
            Assert.False(errors.None);
            return 0;
        }

        var (deal, meeting) = logged;
        KeepsTheRules(meeting.DealId, deal);
        IsId(meeting.Id);
        Assert.NotEqual(DealStatus.Deleted, deal.Status);
        Assert.True(RepId.TryParse(meeting.Rep.Value, out _));
        Assert.InRange(meeting.Revision, 0, long.MaxValue);
        Assert.InRange(meeting.End - meeting.Start, Duration.Epsilon, Duration.FromHours(24));
        Assert.InRange(meeting.Buyers.Count, 0, 50);
        Assert.All(meeting.Buyers, buyer => IsLine(buyer.Name, 200));
        Assert.All(meeting.Buyers, buyer => IsLineOrNull(buyer.Role, 100));
        IsLineOrNull(meeting.Title, 200);
        IsLineOrNull(meeting.Note?.ReplaceLineEndings(" ").Replace('\t', ' '), 4000);
        return 1;
    }

    private static int DealPasses(byte[] body)
    {
        var errors = new FieldErrors();
        if (!DealPayload.TryRead(body, "contoso-renewal", errors, out var update))
        {
            Assert.False(errors.None);
            return 0;
        }

        Assert.Equal("contoso-renewal", update.Id);
        Assert.NotNull(update.Facts.Revision);
        KeepsTheRules(update.Id, update.Facts);
        return 1;
    }

    private static void KeepsTheRules(string id, DealFacts deal)
    {
        IsId(id);
        IsLine(deal.Name, 200);
        IsLineOrNull(deal.Stage, 100);
        Assert.True(RepId.TryParse(deal.Owner.Value, out _));
        Assert.InRange(deal.Revision ?? 0, 0, long.MaxValue);
        Assert.InRange(deal.Amount ?? 0, 0, 999_999_999_999_999m);
        Assert.True(deal.Amount is null || deal.Currency is not null);
        Assert.True(deal.Currency is null || (deal.Currency.Length == 3 && deal.Currency.All(char.IsAsciiLetterUpper)));
        Assert.InRange(deal.CloseOn?.Year ?? 2000, 2000, 2100);
        Assert.True(deal.Link is null || (deal.Link.IsAbsoluteUri && deal.Link.Scheme == "https" && deal.Link.UserInfo.Length == 0));
    }

    private static void IsId(string id)
    {
        IsLine(id, 100);
        Assert.Equal(-1, id.IndexOfAny(['/', '\\', '?', '#', '|']));
    }

    private static void IsLineOrNull(string? text, int limit) => IsLine(text ?? "-", limit);

    private static void IsLine(string text, int limit)
    {
        Assert.InRange(text.Length, 1, limit);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>One to three cuts, copies, flips or hostile insertions.</summary>
    private static byte[] Damaged(Random random, byte[] body)
    {
        var bytes = body.ToList();
        for (var blows = random.Next(1, 4); blows > 0; blows--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length - 1);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                default:
                    ReplaceValue(random, bytes);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts a token where a value stood, so that the JSON often stays whole and the field rules are reached.</summary>
    private static void ReplaceValue(Random random, List<byte> bytes)
    {
        var colon = bytes.IndexOf((byte)':', random.Next(bytes.Count));
        var comma = colon < 0 ? -1 : bytes.IndexOf((byte)',', colon);
        if (comma < 0)
            return;
        bytes.RemoveRange(colon + 1, comma - colon - 1);
        bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
    }
}

using System.Numerics;
using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>The meetings, calls and mails of a deal that were known at a moment.</summary>
internal struct TalksThen
{
    private int _channels;

    public Instant? FirstMet { get; private set; }

    public Instant? LastMet { get; private set; }

    /// <summary>End of the next booked meeting.</summary>
    public Instant? MeetingAhead { get; private set; }

    /// <summary>Somebody logs calls and mails, so that their absence means something.</summary>
    public bool TouchesKnown { get; private set; }

    public Instant? LastTouch { get; private set; }

    /// <summary>Our calls and mails since the buyer was last heard of.</summary>
    public int Unanswered { get; private set; }

    public Instant FirstUnanswered { get; private set; }

    public readonly int UnansweredChannels => BitOperations.PopCount((uint)_channels);

    /// <summary>The last three moments at which the buyer took part, the latest first.</summary>
    public (Instant? Last, Instant? Before, Instant? First) Contacts { get; private set; }

    public static TalksThen Of(Deal deal, Instant now)
    {
        var then = default(TalksThen);
        var meetings = deal.History.Meetings;
        for (var i = 0; i < meetings.Count; i++)
        {
            if (meetings[i] is var seen && seen.SeenAt <= now && !(seen.GoneAt <= now))
                then.Meet(seen.End, now);
        }

        if (meetings.Count == 0 && deal.LastMeetingAt is { } met)
            then.Meet(met, now);
        then.SeeTouches(deal.History.Touches, now);
        return then;
    }

    public static bool IsKnown(Touch touch, Instant now) => touch.At <= now && touch.SeenAt <= now;

    private void Meet(Instant end, Instant now)
    {
        if (end > now)
        {
            MeetingAhead = MeetingAhead < end ? MeetingAhead : end;
            return;
        }

        FirstMet = FirstMet < end ? FirstMet : end;
        LastMet = LastMet > end ? LastMet : end;
        TakePart(end);
    }

    private void SeeTouches(IReadOnlyList<Touch> touches, Instant now)
    {
        for (var i = 0; i < touches.Count; i++)
        {
            var touch = touches[i];
            if (!IsKnown(touch, now))
                continue;
            TouchesKnown = true;
            LastTouch = LastTouch > touch.At ? LastTouch : touch.At;
            if (touch.Direction == TouchDirection.Inbound)
                TakePart(touch.At);
        }

        for (var i = 0; TouchesKnown && i < touches.Count; i++)
        {
            if (touches[i] is { Direction: TouchDirection.Outbound } touch && IsKnown(touch, now) && !(touch.At <= Contacts.Last))
                Try(touch);
        }
    }

    private void Try(Touch touch)
    {
        FirstUnanswered = Unanswered == 0 || touch.At < FirstUnanswered ? touch.At : FirstUnanswered;
        Unanswered++;
        _channels |= 1 << (int)touch.Channel;
    }

    private void TakePart(Instant at)
    {
        var (last, before, first) = Contacts;
        if (!(at <= last))
            Contacts = (at, last, before);
        else if (!(at <= before))
            Contacts = (last, at, before);
        else if (!(at <= first))
            Contacts = (last, before, at);
    }
}

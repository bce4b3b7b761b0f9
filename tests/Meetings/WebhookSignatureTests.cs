using System.Text;
using FollowUpBot.Bot.Meetings;
using Microsoft.Extensions.Primitives;
using NodaTime;
using static FollowUpBot.Tests.Meetings.Signed;

namespace FollowUpBot.Tests.Meetings;

[Trait("row", "SEC11")]
public sealed class WebhookSignatureTests
{
    [Fact]
    [Trait("row", "R70")]
    public void The_specification_s_own_example_has_its_signature()
    {
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", secret.Sign(Id, "1614265330", Body));
    }

    [Fact]
    public void A_signed_body_names_its_source() => IsValid(Headers());

    [Theory]
    [InlineData(WebhookSignature.IdHeader)]
    [InlineData(WebhookSignature.TimestampHeader)]
    [InlineData(WebhookSignature.SignatureHeader)]
    public void A_missing_or_empty_header_is_refused(string header)
    {
        var (without, empty) = (Headers(), Headers());
        without.Remove(header);
        empty[header] = "";

        IsRefused(SignatureFault.HeaderMissing, without);
        IsRefused(SignatureFault.HeaderMissing, empty);
    }

    [Theory]
    [InlineData("v1,dawfeoifkpqwoekfpqoekf")]
    [InlineData("v1,")]
    [InlineData("v1")]
    [InlineData("garbage")]
    [InlineData(",,, ,")]
    public void A_wrong_signature_is_refused(string signature)
    {
        var headers = Headers();
        headers[WebhookSignature.SignatureHeader] = signature;

        IsRefused(SignatureFault.NoMatch, headers);
    }

    [Fact]
    public void The_right_signature_under_another_version_or_none_is_refused()
    {
        var right = Headers()[WebhookSignature.SignatureHeader].ToString()["v1,".Length..];
        foreach (var version in new[] { "v2,", "v1a,", "V1,", "", "," })
        {
            var headers = Headers();
            headers[WebhookSignature.SignatureHeader] = version + right;
            IsRefused(SignatureFault.NoMatch, headers);
        }
    }

    [Theory]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(-301, SignatureFault.TimestampTooOld)]
    [InlineData(301, SignatureFault.TimestampTooNew)]
    [Trait("row", "R70")]
    public void A_timestamp_may_be_five_minutes_off_either_way(int seconds, SignatureFault? fault)
    {
        var headers = Headers(at: Now + Duration.FromSeconds(seconds));

        if (fault is { } expected)
            IsRefused(expected, headers);
        else
            IsValid(headers);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1772463845")]
    [InlineData("1772463845.0")]
    [InlineData(" 1772463845")]
    [InlineData("1,772,463,845")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    public void A_timestamp_that_is_not_unix_seconds_is_refused(string timestamp)
    {
        var headers = Headers();
        headers[WebhookSignature.TimestampHeader] = timestamp;

        IsRefused(SignatureFault.TimestampMalformed, headers);
    }

    [Fact]
    [Trait("row", "R70")]
    public void One_right_signature_among_several_is_enough()
    {
        var headers = Headers();
        var right = headers[WebhookSignature.SignatureHeader].ToString();
        headers[WebhookSignature.SignatureHeader] = $"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,xyz {right} v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==";

        IsValid(headers);
    }

    [Fact]
    [Trait("row", "R70")]
    public void Either_secret_of_a_source_may_sign_while_one_replaces_the_other()
    {
        IsValid(Headers(secret: Secret));
        IsValid(Headers(secret: NewSecret));
        IsRefused(SignatureFault.NoMatch, Headers(secret: SecretOf(9)));
    }

    [Fact]
    [Trait("row", "SEC13")]
    public void The_tenant_is_that_of_the_secret_that_signed()
    {
        var check = Assert.IsType<SignatureCheck.Valid>(Check(Headers(secret: OtherSecret)));

        Assert.Equal("tenant-b", check.Source.Tenant);
    }

    [Fact]
    [Trait("row", "SEC12")]
    public void Any_flipped_bit_of_the_body_breaks_the_signature()
    {
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var flipped = Body.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            IsRefused(SignatureFault.NoMatch, Headers(), flipped);
        }
    }

    [Fact]
    [Trait("row", "SEC12")]
    public void The_id_and_the_timestamp_are_signed_too()
    {
        var (otherId, otherTime, swapped) = (Headers(), Headers(), Headers(id: "1772463845"));
        otherId[WebhookSignature.IdHeader] = "msg_another";
        otherTime[WebhookSignature.TimestampHeader] = Headers(at: Now - Duration.FromSeconds(1))[WebhookSignature.TimestampHeader];
        (swapped[WebhookSignature.IdHeader], swapped[WebhookSignature.TimestampHeader]) = (swapped[WebhookSignature.TimestampHeader], swapped[WebhookSignature.IdHeader]);

        IsRefused(SignatureFault.NoMatch, otherId);
        IsRefused(SignatureFault.NoMatch, otherTime);
        Assert.IsType<SignatureCheck.Refused>(Check(swapped, Encoding.UTF8.GetBytes("{}")));
    }

    [Theory]
    [Trait("row", "SEC12")]
    [InlineData("msg.1772463845")]
    [InlineData("msg id")]
    [InlineData("msg/../id")]
    [InlineData("msg|id")]
    [InlineData("mšg")]
    public void An_id_with_a_dot_or_anything_unusual_is_refused_even_when_it_is_signed(string id) =>
        IsRefused(SignatureFault.IdMalformed, Headers(id: id));

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        Assert.IsType<SignatureCheck.Valid>(Check(Headers(id: new string('a', 128))));
        IsRefused(SignatureFault.IdMalformed, Headers(id: new string('a', 129)));
    }

    [Theory]
    [Trait("row", "SEC12")]
    [InlineData(WebhookSignature.IdHeader)]
    [InlineData(WebhookSignature.TimestampHeader)]
    [InlineData(WebhookSignature.SignatureHeader)]
    public void A_header_that_comes_twice_is_refused(string header)
    {
        var headers = Headers();
        headers[header] = new StringValues([headers[header], headers[header]]);

        IsRefused(SignatureFault.HeaderTwice, headers);
    }

    [Theory]
    [Trait("row", "SEC12")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public void A_compressed_body_is_refused(string coding)
    {
        var headers = Headers();
        headers["Content-Encoding"] = coding;

        IsRefused(SignatureFault.BodyEncoded, headers);
    }

    [Fact]
    public void A_body_that_says_it_is_not_compressed_is_taken()
    {
        var headers = Headers();
        headers["Content-Encoding"] = "identity";

        IsValid(headers);
    }

    [Fact]
    [Trait("row", "SEC12")]
    public void A_signature_made_for_another_body_does_not_carry_over()
    {
        var headers = Headers();
        headers[WebhookSignature.SignatureHeader] = Headers(Encoding.UTF8.GetBytes("{}"))[WebhookSignature.SignatureHeader];

        IsRefused(SignatureFault.NoMatch, headers);
    }

    [Fact]
    [Trait("row", "SEC33")]
    public void Without_sources_nothing_is_believed() =>
        Assert.Equal(new SignatureCheck.Refused(SignatureFault.NoMatch), WebhookSignature.Verify(Headers(), Body, [], Now));
}

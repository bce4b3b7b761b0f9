using FollowUpBot.Bot.Access;

namespace FollowUpBot.Tests.Bot.Access;

/// <summary>The whole table, written a second time: verb × place × every set of roles.</summary>
public sealed class PermissionsTests
{
    /// <summary>Place, verb, who may. What is not here, nobody may.</summary>
    private static readonly (Place Place, Verb Verb, Roles[] AnyOf)[] Allowed =
    [
        (Place.Personal, Verb.SeeHelp, [Roles.Anyone]),
        (Place.Channel, Verb.SeeHelp, [Roles.Anyone]),
        (Place.GroupChat, Verb.SeeHelp, [Roles.Anyone]),
        (Place.Personal, Verb.ListOwnDeals, [Roles.Anyone]),
        (Place.Personal, Verb.LogMeeting, [Roles.Anyone]),
        (Place.Personal, Verb.AnswerFollowUp, [Roles.Owner]),
        (Place.Personal, Verb.SeeOwnRecords, [Roles.Anyone]),
        (Place.Personal, Verb.EraseOwnRecords, [Roles.Anyone]),
        (Place.Personal, Verb.EraseDeal, [Roles.Owner, Roles.Admin]),
        (Place.Channel, Verb.PointDigest, [Roles.Installer, Roles.Admin]),
        (Place.Channel, Verb.SetDigest, [Roles.Manager, Roles.Admin]),
        (Place.Channel, Verb.ShowDigest, [Roles.Manager, Roles.Admin]),
        (Place.Channel, Verb.NameManager, [Roles.Manager, Roles.Admin]),
        (Place.Channel, Verb.MendRow, [Roles.Manager, Roles.Admin]),
        (Place.Personal, Verb.MendOwnDeal, [Roles.Owner]),
        (Place.Channel, Verb.PreviewWeek, [Roles.Manager, Roles.Admin]),
        (Place.Personal, Verb.PreviewWeek, [Roles.Manager, Roles.Admin]),
    ];

    public static TheoryData<Verb, Place> Everything()
    {
        var data = new TheoryData<Verb, Place>();
        foreach (var verb in Enum.GetValues<Verb>())
        {
            foreach (var place in Enum.GetValues<Place>())
                data.Add(verb, place);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    [Trait("row", "SEC5")]
    public void Each_verb_in_each_place_is_for_those_the_table_names_and_nobody_else(Verb verb, Place place)
    {
        for (var roles = (Roles)0; (int)roles < 32; roles++)
        {
            var expected = Allowed.Any(rule => rule.Verb == verb && rule.Place == place && rule.AnyOf.Any(role => role == Roles.Anyone || roles.HasFlag(role)));
            Assert.True(Permissions.Allow(verb, place, roles) == expected, $"{verb} in {place} as {roles}");
        }
    }

    [Fact]
    [Trait("row", "SEC5")]
    public void What_nobody_has_heard_of_is_denied() =>
        Assert.False(Permissions.Allow((Verb)99, Place.Personal, Roles.Owner | Roles.Admin | Roles.Manager | Roles.Installer));
}

using System.Reflection;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>Presses of every button of every card, in a rep's chat and in a channel, with sound values and with any others.</summary>
internal static class Presses
{
    private static readonly string[] Verbs = [.. Constants(typeof(Verbs)), .. Constants(typeof(MendVerbs))];

    private static readonly string[] FieldNames = [.. Constants(typeof(Fields)), .. Constants(typeof(MendFields)), .. Constants(typeof(SettingsFields))];

    /// <summary>What each button sends when nobody meddles; a field that is not here takes a date or a number.</summary>
    private static readonly Dictionary<string, string> Sound = new(StringComparer.Ordinal)
    {
        [Fields.Deal] = "contoso-renewal",
        [Fields.Reminder] = Keys.Reminder("meeting-118"),
        [Fields.Reason] = "They want out of spreadsheets",
        [Fields.Urgency] = "High",
        [Fields.Driver] = "The audit",
        [Fields.NextStep] = "Demo early next week",
        [Fields.Slot] = "2026-03-09T10:00:00",
        [Fields.Later] = "2026-03-09T10:00:00",
        [Fields.Ended] = "2026-03-02T15:00:00Z",
        [Fields.Zone] = "Europe/Berlin",
        [Fields.To] = "17:00",
        [Fields.Days] = "1,2,3",
        [Fields.Outcome] = "Moved",
        [Fields.Name] = "Fabrikam",
        [Fields.Page] = "1",
        [MendFields.Every] = "30",
        [MendFields.Trigger] = "their new budget",
        [MendFields.DelayKind] = "Budget",
        [MendFields.CloseAs] = "Lost",
        [SettingsFields.Rules] = "R1,R2,R99",
        [SettingsFields.Time] = "09:00",
        [SettingsFields.Day] = "Monday",
        [SettingsFields.Nothing] = "yes",
        [SettingsFields.Rows] = "7",
    };

    public static readonly Gen<JsonNode> Any =
        from verb in Gen.Elements(Verbs)
        from version in Gen.Choose(0, 3)
        from sound in Gen.Constant<JsonNode>(Values(version))
        from values in Gen.OneOf(Gen.Constant(sound), Gen.Constant(sound).Struck())
        from place in Gen.Frequency((3, Gen.Constant("personal")), (1, Gen.Constant("channel")))
        select (JsonNode)Press(verb, values.DeepClone(), place);

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetRawConstantValue()).OfType<string>();

    private static JsonObject Values(int version)
    {
        var values = new JsonObject { [Fields.Version] = $"{version}" };
        foreach (var name in FieldNames.Where(name => !values.ContainsKey(name)))
            values[name] = Sound.GetValueOrDefault(name, version % 2 == 0 ? "2026-03-20" : "12");
        return values;
    }

    private static JsonObject Press(string verb, JsonNode values, string place)
    {
        var press = Messages.FromRep("invoke", place);
        press["name"] = "adaptiveCard/action";
        press["replyToId"] = "1700000000001";
        press["value"] = new JsonObject
        {
            ["trigger"] = "manual",
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = values },
        };
        return press;
    }
}

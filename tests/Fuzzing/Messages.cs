using System.Text.Json.Nodes;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>What a rep's Teams sends, from their chat or from a channel.</summary>
internal static class Messages
{
    public const string Tenant = "5f0e8c1a-92b4-4c6f-8d3a-71c2b9e4a001";
    public const string Channel = "19:team@thread.tacv2";
    public const string Rep = "1fa3d8c2-5b8e-4c0a-9a53-0c4e7f6b2d11";

    public static JsonObject Said(string text)
    {
        var activity = FromRep("message", "personal");
        activity["text"] = text;
        return activity;
    }

    public static JsonObject AddedToTeam()
    {
        var activity = FromRep("installationUpdate", "channel");
        activity["action"] = "add";
        return activity;
    }

    public static JsonObject SaidInChannel(string text)
    {
        var activity = FromRep("message", "channel");
        activity["text"] = $"<at>FollowUpBot</at> {text}";
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>FollowUpBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "FollowUpBot" },
        });
        return activity;
    }

    /// <param name="place">A type of conversation: <c>personal</c> or <c>channel</c>.</param>
    public static JsonObject FromRep(string type, string place) => new()
    {
        ["type"] = type,
        ["id"] = "1700000000002",
        ["timestamp"] = "2026-03-02T15:04:05Z",
        ["serviceUrl"] = "http://127.0.0.1:9/emea/",
        ["channelId"] = "msteams",
        ["localTimezone"] = "Europe/Berlin",
        ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = "29:rep", ["name"] = "Lee", ["aadObjectId"] = Rep },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = place == "channel" ? Channel : "a:rep", ["conversationType"] = place, ["tenantId"] = Tenant },
        ["channelData"] = ChannelData(place),
    };

    private static JsonObject ChannelData(string place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (place == "channel")
        {
            data["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["aadGroupId"] = "8d5f7b0e-1f0c-4a52-9a55-0b8f1f6f7a10" };
            data["channel"] = new JsonObject { ["id"] = Channel };
        }

        return data;
    }
}

using System.Text.Json.Serialization;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage.Json;

namespace FollowUpBot.Bot.Host;

/// <summary><c>/admin/stuck</c>: what does not go its way. For callers on this machine only, and as if it were not there for all others.</summary>
public static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder routes) => routes.MapGet("/admin/stuck", StuckAsync);

    private static async Task StuckAsync(HttpContext http, StuckList stuck)
    {
        if (!LoopbackOnly.IsOfThisMachine(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var items = await stuck.ReadAsync(http.RequestAborted);
        await http.Response.WriteAsJsonAsync(items, AdminJson.Default.IReadOnlyListStuckItem, contentType: null, http.RequestAborted);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(IReadOnlyList<StuckItem>))]
internal sealed partial class AdminJson : JsonSerializerContext;

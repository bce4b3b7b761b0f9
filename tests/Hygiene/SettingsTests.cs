using System.Globalization;
using System.Reflection;
using FollowUpBot.Bot.Host;
using NodaTime;

namespace FollowUpBot.Tests.Hygiene;

/// <summary>The pages name every setting, with the default that the code has.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void The_settings_page_has_every_setting_with_its_default() => Assert.Equal(
        InCode().Order(StringComparer.Ordinal),
        TableRows.Of("docs/settings.md").Where(row => row.Code.Contains(':', StringComparison.Ordinal)).Select(row => $"{row.Code} = {row.Cells[0]}").Order(StringComparer.Ordinal));

    /// <summary>Every setting that the bot knows; a list's by its first element.</summary>
    public static IEnumerable<string> Keys() => InCode().Select(setting => setting.Split(" = ")[0]);

    private static IEnumerable<string> InCode() =>
        from type in typeof(BotOptions).Assembly.GetTypes()
        where type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() is string
        from setting in SettingsOf(type, (string?)type.GetField("Section")?.GetRawConstantValue() ?? "")
        select setting;

    /// <summary>A list of sections is shown by its first element.</summary>
    private static IEnumerable<string> SettingsOf(Type type, string path)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            var key = $"{path}:{property.Name}";
            var element = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : null;
            if (element is { IsClass: true } && element != typeof(string))
            {
                foreach (var inner in SettingsOf(element, $"{key}:0"))
                    yield return inner;
            }
            else
            {
                yield return $"{key}{(element == typeof(string) ? ":0" : "")} = {Shown(property.GetValue(defaults))}";
            }
        }
    }

    private static string Shown(object? value) => value switch
    {
        null or "" or IReadOnlyCollection<string> { Count: 0 } => "none",
        bool flag => flag ? "`true`" : "`false`",
        TimeOnly time => $"`{time.ToString("HH:mm", CultureInfo.InvariantCulture)}`",
        IsoDayOfWeek day => $"`{day}`",
        _ => $"`{string.Create(CultureInfo.InvariantCulture, $"{value}")}`",
    };
}

using System.Text;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.People;

/// <summary>Where public holidays come from.</summary>
public sealed class HolidayOptions
{
    public const string Section = "Holidays";

    /// <summary>A file in place of the one that comes with the bot.</summary>
    public string Path { get; set; } = "";
}

/// <summary>The holiday file in use: the admin's, or the one built in.</summary>
public static class HolidayFile
{
    public const string BuiltIn = "holidays.txt";

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (HolidayTable Table, IReadOnlyList<string> Mistakes) Read(HolidayOptions options) =>
        HolidayTable.Read(options.Path.Length > 0 ? File.ReadAllText(options.Path) : Embedded());

    private static string Embedded()
    {
        using var stream = typeof(HolidayFile).Assembly.GetManifestResourceStream(BuiltIn)
            ?? throw new InvalidOperationException($"{BuiltIn} was not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>Names the file, the line and what is wrong with it.</summary>
public sealed class HolidayOptionsCheck : IValidateOptions<HolidayOptions>
{
    private const int MostNamed = 5;

    public ValidateOptionsResult Validate(string? name, HolidayOptions options)
    {
        try
        {
            var mistakes = HolidayFile.Read(options).Mistakes;
            return mistakes.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(mistakes.Take(MostNamed).Select(mistake => $"Holidays:Path {options.Path}, {mistake}."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"Holidays:Path {options.Path} cannot be read: {e.Message}");
        }
    }
}

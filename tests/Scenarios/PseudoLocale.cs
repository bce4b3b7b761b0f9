using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A language without a single plain letter: as long as it lasts, every sentence of a resource file is written in it, "⟦Šåṽé⟧".</summary>
internal sealed class PseudoLocale : IDisposable
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Written = "àƀćđéƒĝĥíĵķĺḿńóƥɋŕśţúṽŵẋýžÀɃĆĐÉƑĜĤÍĴĶĹḾŃÓƤɊŔŚŢÚṼŴẊÝŽ";

    private readonly List<(FieldInfo Manager, object? Real)> replaced = [];

    public PseudoLocale()
    {
        var types = ((Type[])[typeof(ReminderCards), typeof(HeadsUpWords), typeof(Card)]).SelectMany(one => one.Assembly.GetTypes()).ToList();
        foreach (var type in types.Where(type => type is { ContainsGenericParameters: false, Namespace: not null }))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle); // a sentence that is kept in a static field has its real words by now
        foreach (var type in types.Where(type => type.Namespace?.EndsWith(".Sentences", StringComparison.Ordinal) == true))
            Replace(type);
    }

    /// <summary>How many files of sentences are written in it.</summary>
    public int Files => replaced.Count;

    public static string Of(string sentence) => $"⟦{string.Concat(Letters(sentence))}⟧";

    public void Dispose()
    {
        foreach (var (manager, real) in replaced)
            manager.SetValue(null, real);
    }

    private static IEnumerable<char> Letters(string sentence)
    {
        var isPlace = false;
        foreach (var letter in sentence)
        {
            isPlace = letter == '{' || (isPlace && letter != '}');
            yield return !isPlace && Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Written[at] : letter;
        }
    }

    private void Replace(Type type)
    {
        if (type.GetField("resourceMan", BindingFlags.Static | BindingFlags.NonPublic) is not { } field
            || type.GetProperty("ResourceManager", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null) is not ResourceManager real)
        {
            return;
        }

        replaced.Add((field, real));
        field.SetValue(null, new Manager(real));
    }

    private sealed class Manager(ResourceManager real) : ResourceManager
    {
        public override string? GetString(string name) => GetString(name, culture: null);

        public override string? GetString(string name, CultureInfo? culture) => real.GetString(name, culture) is { } sentence ? Of(sentence) : null;
    }
}

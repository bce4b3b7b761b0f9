namespace FollowUpBot.Bot.Meetings;

/// <summary>What is wrong with a payload: messages in plain words under the path of their field, such as <c>buyers[3].name</c>; <c>$</c> is the whole body.</summary>
public sealed class FieldErrors
{
    public const string WholeBody = "$";

    private readonly Dictionary<string, List<string>> _messages = new(StringComparer.Ordinal);

    public bool None => _messages.Count == 0;

    public void Add(string path, string message)
    {
        if (!_messages.TryGetValue(path, out var list))
            _messages[path] = list = [];
        list.Add(message);
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByPath() =>
        _messages.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value, StringComparer.Ordinal);
}

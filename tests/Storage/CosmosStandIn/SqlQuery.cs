using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>The part of the service's SQL that the product and the SDK's rewriting of it use. All else is refused, never guessed.</summary>
/// <remarks>Values are JSON nodes; a missing value is <see cref="Undefined"/>, JSON's null is C#'s.</remarks>
internal sealed partial class SqlQuery
{
    private static readonly JsonNode Undefined = new JsonObject { ["undefined"] = true };

    private readonly Dictionary<string, JsonNode?> parameters;
    private readonly List<string> tokens;
    private int position;

    private SqlQuery(string sql, Dictionary<string, JsonNode?> parameters)
    {
        this.parameters = parameters;
        tokens = [.. Token().Matches(sql).Select(match => match.Value)];
        if (tokens.Sum(token => token.Length) != sql.Count(character => !char.IsWhiteSpace(character)))
            throw Refused("an unknown character");
    }

    private delegate JsonNode? Expression(JsonNode item);

    public int? Top { get; private set; }

    public Func<JsonNode, JsonNode?> Project { get; private set; } = item => item;

    public Func<JsonNode, bool> Where { get; private set; } = _ => true;

    /// <summary>Null for the order of the documents' numbers.</summary>
    public Func<JsonNode, JsonNode?>? OrderBy { get; private set; }

    public bool IsDescending { get; private set; }

    public static SqlQuery Parse(string body)
    {
        var request = JsonNode.Parse(body) ?? throw new StandInRefusal(400, "A query is a JSON object.");
        var parameters = (request["parameters"] as JsonArray ?? []).ToDictionary(
            parameter => parameter?["name"]?.GetValue<string>() ?? "", parameter => parameter?["value"]);
        var query = new SqlQuery(request["query"]?.GetValue<string>() ?? "", parameters);
        query.Select();
        return query;
    }

    /// <summary>The order of the service: undefined, null, booleans, numbers, texts by their UTF-8 bytes.</summary>
    public static int Compare(JsonNode? x, JsonNode? y)
    {
        var order = Rank(x).CompareTo(Rank(y));
        return order != 0
            ? order
            : Rank(x) switch
            {
                3 => Number(x).CompareTo(Number(y)),
                4 => System.Text.Encoding.UTF8.GetBytes(Text(x)).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(Text(y))),
                2 => Number(x).CompareTo(Number(y)),
                _ => 0,
            };
    }

    private void Select()
    {
        Take("SELECT");
        if (TryTake("TOP"))
            Top = (int)Number(Primary()(Undefined));
        if (!TryTake("*"))
            Project = Projection();
        Take("FROM");
        Take("c");
        if (TryTake("WHERE"))
        {
            var condition = Or();
            Where = item => IsTrue(condition(item));
        }

        if (TryTake("ORDER"))
        {
            Take("BY");
            var key = Primary();
            OrderBy = item => key(item);
            IsDescending = TryTake("DESC");
            _ = IsDescending || TryTake("ASC");
        }

        if (position < tokens.Count)
            throw Refused(tokens[position]);
    }

    private Func<JsonNode, JsonNode?> Projection()
    {
        var columns = new List<(string Name, Expression Value)>();
        do
        {
            var start = position;
            var value = Primary();
            columns.Add((TryTake("AS") ? Next() : tokens[position - 1], value));
            if (position == start)
                throw Refused(tokens[start]);
        }
        while (TryTake(","));
        return item => Object(columns, item);
    }

    private Expression Or()
    {
        var left = And();
        while (TryTake("OR"))
        {
            var (first, second) = (left, And());
            left = item => IsTrue(first(item)) || IsTrue(second(item));
        }

        return left;
    }

    private Expression And()
    {
        var left = Comparison();
        while (TryTake("AND"))
        {
            var (first, second) = (left, Comparison());
            left = item => IsTrue(first(item)) && IsTrue(second(item));
        }

        return left;
    }

    private Expression Comparison()
    {
        var left = Primary();
        if (position == tokens.Count || tokens[position] is not ("=" or "<" or "<=" or ">" or ">="))
            return left;
        var sign = Next();
        var right = Primary();
        return item =>
        {
            var (x, y) = (left(item), right(item));
            if (Rank(x) != Rank(y) || Rank(x) == 0)
                return Undefined;
            var order = Compare(x, y);
            return sign switch { "=" => order == 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        };
    }

    private Expression Primary()
    {
        var token = Next();
        switch (token)
        {
            case "(":
                var inner = Or();
                Take(")");
                return inner;
            case "[":
                return List();
            case "{":
                return Literal();
            case "IS_DEFINED":
                Take("(");
                var value = Primary();
                Take(")");
                return item => !ReferenceEquals(value(item), Undefined);
            case "true" or "false":
                return _ => token == "true";
            case ['@', ..]:
                return parameters.TryGetValue(token, out var parameter) ? _ => parameter : throw Refused(token);
            case "c":
                return Path();
            default:
                return double.TryParse(token, CultureInfo.InvariantCulture, out var number) ? _ => number : throw Refused(token);
        }
    }

    private Expression Path()
    {
        var names = new List<string>();
        while (position < tokens.Count && tokens[position] is "." or "[")
        {
            var isIndexed = Next() == "[";
            names.Add(Next().Trim('"'));
            if (isIndexed)
                Take("]");
        }

        return item => names.Aggregate(
            (JsonNode?)item, (node, name) => node is JsonObject found && found.TryGetPropertyValue(name, out var value) ? value : Undefined);
    }

    private Expression List()
    {
        var values = new List<Expression>();
        do
            values.Add(Primary());
        while (TryTake(","));
        Take("]");
        return item => new JsonArray([.. values.Select(value => value(item)?.DeepClone())]);
    }

    private Expression Literal()
    {
        var fields = new List<(string Name, Expression Value)>();
        do
        {
            var name = Next().Trim('"');
            Take(":");
            fields.Add((name, Primary()));
        }
        while (TryTake(","));
        Take("}");
        return item => Object(fields, item);
    }

    private static JsonObject Object(List<(string Name, Expression Value)> fields, JsonNode item)
    {
        var made = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value(item) is var field && !ReferenceEquals(field, Undefined))
                made[name] = field?.DeepClone();
        }

        return made;
    }

    private string Next() => position < tokens.Count ? tokens[position++] : throw Refused("the end");

    private bool TryTake(string token)
    {
        var isThere = position < tokens.Count && string.Equals(tokens[position], token, StringComparison.OrdinalIgnoreCase);
        position += isThere ? 1 : 0;
        return isThere;
    }

    private void Take(string token)
    {
        if (!TryTake(token))
            throw Refused(position < tokens.Count ? tokens[position] : "the end");
    }

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() is JsonValueKind.True;

    private static int Rank(JsonNode? value) => ReferenceEquals(value, Undefined) ? 0 : value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => 1,
        JsonValueKind.True or JsonValueKind.False => 2,
        JsonValueKind.Number => 3,
        JsonValueKind.String => 4,
        _ => 5,
    };

    private static double Number(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.Number => value.GetValue<double>(),
        _ => 0,
    };

    private static string Text(JsonNode? value) => value?.GetValue<string>() ?? "";

    private static StandInRefusal Refused(string near) => new(400, $"This stand-in does not know the query near '{near}'.");

    [GeneratedRegex("""@\w+|[A-Za-z_]\w*|\d+(\.\d+)?|"[^"]*"|<=|>=|[*,.()\[\]{}:=<>]""")]
    private static partial Regex Token();
}

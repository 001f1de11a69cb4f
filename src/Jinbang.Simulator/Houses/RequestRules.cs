using System.Text.Json;

namespace Jinbang.Simulator.Houses;

/// <summary>Checks a request against what its house takes.</summary>
internal sealed class RequestRules(House house)
{
    private readonly HashSet<string> known =
        [.. house.Fields.Select(rule => rule.Path).SelectMany(path => new[] { path, JsonPaths.Snake(path) })];

    private readonly string[] parents = [.. house.Fields
        .Where(rule => rule.Path.Contains('.', StringComparison.Ordinal))
        .Select(rule => rule.Path[..rule.Path.LastIndexOf('.')]).Distinct()];

    /// <summary>Checks all fields but the model's own.</summary>
    /// <exception cref="RefusalException">A field is missing, unknown, of the wrong kind or out of range.</exception>
    public void Check(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            throw new RefusalException(Trouble.BadRequest, "The body must be a JSON object.");
        }

        Check(request, house.Fields);
        if (house.IsStrict)
        {
            CheckNames(request, "");
            foreach (var parent in parents)
            {
                CheckNames(request.At(parent), parent + ".");
            }
        }
    }

    /// <summary>Checks what the house says of the model.</summary>
    /// <exception cref="RefusalException">The model does not take what is asked.</exception>
    public void CheckModel(JsonElement request, Ask ask)
    {
        foreach (var rule in house.RulesFor(ask.Model))
        {
            Check(request, rule.Fields);
            if (rule.OnlyStreamsThinking is { } only && ask is { IsThinking: true, IsStream: false })
            {
                throw new RefusalException(Trouble.BadRequest, only);
            }

            if (rule.NoSystemPrompt is { } no && ask.HasSystemPrompt)
            {
                throw new RefusalException(Trouble.BadRequest, no);
            }
        }
    }

    private static void Check(JsonElement request, IReadOnlyList<FieldRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Check(request) is { } trouble)
            {
                throw Refusal(trouble, rule.Path, trouble == Trouble.MissingField
                    ? $"'{rule.Path}' is missing."
                    : $"'{rule.Path}' is {request.At(rule.Path)}, but should be {rule.Expected}.");
            }
        }
    }

    private void CheckNames(JsonElement? parent, string path)
    {
        if (parent is not { ValueKind: JsonValueKind.Object } there)
        {
            return;
        }

        foreach (var field in there.EnumerateObject())
        {
            if (!known.Contains(path + field.Name) && !known.Contains(JsonPaths.Snake(path) + field.Name))
            {
                throw Refusal(Trouble.UnknownField, path + field.Name, $"There is no field '{path + field.Name}'.");
            }
        }
    }

    private static RefusalException Refusal(Trouble trouble, string field, string message) =>
        new(new Problem(trouble, message) { Field = field });
}

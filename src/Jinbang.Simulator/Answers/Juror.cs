using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Grading.Judges;

namespace Jinbang.Simulator.Answers;

/// <summary>Answers a judge's prompt by a reading of its own, which is simple: an option is one whose beginning the reply
/// puts in quotation marks, else the last letters that stand alone; a value is the last one; and a criterion is met where
/// the reply holds its very words.</summary>
internal static partial class Juror
{
    /// <summary>What a model says when it is asked to judge; null when the prompt shows no fenced reply.</summary>
    /// <param name="prompt">What was asked.</param>
    /// <param name="model">Who judges; its ability is the probability of a careful judgement.</param>
    /// <param name="chance">The chance of this model on this prompt.</param>
    public static string? Judge(string prompt, SimulatedModel model, Chance chance)
    {
        if (Opening().Match(prompt) is not { Success: true } opening)
        {
            return null;
        }

        var start = opening.Index + opening.Length;
        var end = prompt.IndexOf("\n" + Fence.Below + opening.Groups["mark"].Value, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var (asked, reply) = (prompt[..opening.Index] + prompt[end..], prompt[start..end]);
        var isCareful = chance.With("judge").Share < model.Ability;
        var said = Criterion().Matches(asked) is { Count: > 0 } criteria
            ? JsonBytes.Of((criteria, reply, isCareful), WritePoints)
            : JsonBytes.Of(isCareful ? Reading(asked, reply) : null, WriteReading);
        return Encoding.UTF8.GetString(said.Span);
    }

    private static (string Kind, string Answer, string Quote)? Reading(string asked, string reply)
    {
        var options = Option().Matches(asked);
        var letters = string.Concat(options.Select(option => option.Groups["letter"].Value));
        return letters.Length == 0
            ? Last(reply, Value(), _ => true, "value")
            : Named(options, reply) ?? Last(reply, Letters(), said => said.All(letters.Contains), "letter");
    }

    private static (string Kind, string Answer, string Quote)? Named(IEnumerable<Match> options, string reply)
    {
        var beginnings = Quoted().Matches(reply).Select(match => match.Groups["words"].Value).ToList();
        var letters = options
            .Where(option => beginnings.Exists(words => option.Groups["text"].Value.StartsWith(words, StringComparison.Ordinal)))
            .Select(option => option.Groups["letter"].Value).Order().ToList();
        return letters.Count > 0 && letters.Count == beginnings.Count
            ? (letters.Count > 1 ? "letters" : "letter", string.Concat(letters), string.Join(' ', Quoted().Matches(reply).Select(match => match.Value)))
            : null;
    }

    private static (string Kind, string Answer, string Quote)? Last(string reply, Regex words, Func<string, bool> isAnswer, string kind)
    {
        if (words.Matches(reply).Select(match => match.Groups["said"].Value).LastOrDefault(isAnswer) is not { } last)
        {
            return null;
        }

        return last switch
        {
            "True" or "正确" => (kind, "true", last),
            "False" or "错误" => (kind, "false", last),
            _ => (kind == "letter" && last.Length > 1 ? "letters" : kind, last, last),
        };
    }

    private static void WriteReading(Utf8JsonWriter json, (string Kind, string Answer, string Quote)? reading)
    {
        var (kind, answer, quote) = reading ?? ("unreadable", "", "");
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("answer", answer);
        json.WriteString("quote", quote);
        json.WriteEndObject();
    }

    private static void WritePoints(Utf8JsonWriter json, (MatchCollection Criteria, string Reply, bool IsCareful) judged)
    {
        json.WriteStartObject();
        json.WriteStartArray("points");
        foreach (Match criterion in judged.Criteria)
        {
            var isMet = judged.Reply.Contains(criterion.Groups["text"].Value, StringComparison.OrdinalIgnoreCase);
            var most = decimal.Parse(criterion.Groups["points"].Value, CultureInfo.InvariantCulture);
            json.WriteNumberValue(!isMet ? 0 : judged.IsCareful ? most : most / 2);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    [GeneratedRegex($@"^{Fence.Above}(?<mark>[0-9a-f]{{32}})\n", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[0-9]+\. \[0–(?<points>[0-9.]+)\] (?<text>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Criterion();

    [GeneratedRegex(@"^(?<letter>[A-J])\. (?<text>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex("(?:^|[^A-Za-z])(?<said>[A-J]+)(?:$|[^A-Za-z])", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();

    [GeneratedRegex("(?<said>True|False|正确|错误|-?[0-9]+(?:[.][0-9]+)?(?:[Ee][-+]?[0-9]+)?)", RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex("“(?<words>[^”…]+)…*”", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}

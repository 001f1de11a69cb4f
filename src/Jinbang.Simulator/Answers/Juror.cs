using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Grading.Judges;

namespace Jinbang.Simulator.Answers;

/// <summary>Answers a judge's prompt by a reading of its own, which is simple: an option is the one whose beginning the
/// reply puts in quotation marks, and a criterion is met where the reply holds its very words.</summary>
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

    private static (string Letters, string Quote)? Reading(string asked, string reply)
    {
        var options = Option().Matches(asked);
        var beginnings = Quoted().Matches(reply).Select(match => match.Groups["words"].Value).ToList();
        var letters = options
            .Where(option => beginnings.Exists(words => option.Groups["text"].Value.StartsWith(words, StringComparison.Ordinal)))
            .Select(option => option.Groups["letter"].Value).Order().ToList();
        return letters.Count > 0 && letters.Count == beginnings.Count ? (string.Concat(letters), string.Join(' ', reply.Split('\n').Where(line => Quoted().IsMatch(line)))) : null;
    }

    private static void WriteReading(Utf8JsonWriter json, (string Letters, string Quote)? reading)
    {
        json.WriteStartObject();
        json.WriteString("kind", reading is null ? "unreadable" : reading.Value.Letters.Length == 1 ? "letter" : "letters");
        json.WriteString("answer", reading?.Letters ?? "");
        json.WriteString("quote", reading?.Quote ?? "");
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

    [GeneratedRegex("“(?<words>[^”…]+)…*”", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}

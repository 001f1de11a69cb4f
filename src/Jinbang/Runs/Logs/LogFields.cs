using System.Globalization;
using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs.Logs;

/// <summary>A log line's fields by name, whatever the log calls them.</summary>
internal sealed class LogFields(IReadOnlyDictionary<string, string> fields, SourcePlace place)
{
    private static readonly string[] ModelNames = ["model", "model_name", "模型", "大模型"];
    private static readonly string[] QuestionNames = ["question_id", "id", "qid", "item", "题号", "编号"];
    private static readonly string[] ReplyNames =
        ["reply", "response", "output", "model_output", "picked", "picked_letter", "reply_letters", "prediction", "pred", "回复", "作答"];

    private static readonly string[] StemNames = ["question", "stem", "题干", "题目"];
    private static readonly string[] OptionNames = ["options", "choices"];
    private static readonly string[] FinishNames = ["finish_reason", "stop_reason"];
    private static readonly string[] KeyNames = ["answer", "key", "gold", "答案"];
    private static readonly string[] PromptTokenNames = ["prompt_tokens", "input_tokens"];
    private static readonly string[] CompletionTokenNames = ["completion_tokens", "output_tokens"];
    private static readonly string[] SecondsNames = ["seconds", "time", "elapsed", "latency", "time_elapsed", "耗时"];
    private static readonly string[] RepeatNames = ["repeat", "epoch", "run"];

    /// <summary>Whether a log with these headings names at least the question and the reply.</summary>
    public static bool AreEnough(IReadOnlyCollection<string> headings) =>
        QuestionNames.Concat(StemNames).Any(headings.Contains) && ReplyNames.Any(headings.Contains);

    /// <exception cref="BadInputException">A field is missing, or a number is none.</exception>
    public LoggedReply Read(string? model)
    {
        var outcome = ReadOutcome();
        var hasReply = outcome == Outcome.Failed || ReplyNames.Any(fields.ContainsKey);
        return new(
            Find(ModelNames) ?? model ?? throw Missing("model", "模型", ModelNames),
            Find(QuestionNames) ?? (Find(StemNames) is null ? throw Missing("question id", "题目编号", QuestionNames) : ""),
            Find(ReplyNames) ?? (hasReply ? "" : throw Missing("reply", "回复", ReplyNames)),
            place)
        {
            Stem = Find(StemNames),
            Options = Find(OptionNames),
            Outcome = outcome,
            Key = Find(KeyNames),
            Repeat = (int)(Number(RepeatNames) ?? 0),
            Usage = Number(PromptTokenNames) is { } prompt && Number(CompletionTokenNames) is { } completion
                ? new TokenUsage((int)prompt, (int)completion)
                : null,
            Elapsed = Number(SecondsNames) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private Outcome ReadOutcome() => Find(["outcome"]) is { } word ? OutcomeOf(word) : FinishReasons.OutcomeOf(Find(FinishNames));

    private Outcome OutcomeOf(string word) => word.ToLowerInvariant() switch
    {
        "replied" => Outcome.Replied,
        "refused" => Outcome.Refused,
        "cutoff" or "cut_off" or "cut-off" => Outcome.CutOff,
        "failed" => Outcome.Failed,
        _ => throw new BadInputException(new(
            $"{place}: the outcome \"{word}\" is not known; write Replied, Refused, CutOff or Failed.",
            $"{place}：outcome “{word}”无法识别；请写 Replied、Refused、CutOff 或 Failed。")),
    };

    private string? Find(string[] names)
    {
        foreach (var name in names)
        {
            if (fields.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    private double? Number(string[] names)
    {
        const double Most = int.MaxValue;
        if (Find(names) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= Most
            ? number
            : throw new BadInputException(new(
                $"{place}: \"{text}\" in column {names[0]} is not a number from 0 up.",
                $"{place}：列 {names[0]} 中的“{text}”不是非负数。"));
    }

    private BadInputException Missing(string english, string chinese, string[] names) => new(new(
        $"{place}: the {english} is missing; it is looked for as {string.Join(", ", names)}.",
        $"{place}：缺少{chinese}，可用的字段名：{string.Join("、", names)}。"));
}

using Jinbang.Models;

namespace Jinbang.Boards;

/// <summary>The words of tables and pictures.</summary>
internal static class Words
{
    public static readonly Phrase Commercial = new("commercial", "商用");

    public static readonly Phrase Open = new("open", "开源");

    public static readonly Phrase Unknown = new("unknown", "未知");

    public static readonly Phrase Accuracy = new("accuracy", "准确率");

    public static readonly Phrase Model = new("Model", "大模型");

    public static readonly Phrase House = new("House", "机构");

    public static readonly Phrase Category = new("Category", "类别");

    public static readonly Phrase Thinks = new("Thinks", "思考");

    public static readonly Phrase OneOfRepeats = new("at least one of all repeats right", "各次重复中至少一次全对");

    public static readonly Phrase MajorityVote = new("Majority vote", "多数投票");

    public static readonly Phrase NotGraded = new("not graded", "无评分");

    public static readonly Phrase Excluded = new("excluded", "已排除");

    /// <summary>What programs are told: the English word, or null.</summary>
    public static string? Code(Openness openness) => openness switch
    {
        Openness.Unknown => null,
        Openness.Commercial => Commercial.English,
        Openness.Open => Open.English,
    };

    /// <summary>What programs are told.</summary>
    public static string Code(ScoreState state) => state switch
    {
        ScoreState.Measured => "measured",
        ScoreState.Unmeasured => "unmeasured",
        ScoreState.Estimated => "estimated",
        ScoreState.Excluded => "excluded",
    };

    /// <summary>The state that programs are told by a word; measured for words that are not known.</summary>
    public static ScoreState State(string? word) =>
        Enum.GetValues<ScoreState>().FirstOrDefault(state => Code(state) == word, ScoreState.Measured);

    public static Phrase ChanceLevel(double level) => new(
        $"Chance level: {Figures.Percent(level)}", $"随机猜测的期望准确率：{Figures.Percent(level)}");

    public static Phrase Models(int count) => new(count == 1 ? "1 model" : $"{count} models", $"{count} 个模型");

    public static Phrase Questions(int count) => new(count == 1 ? "1 question" : $"{count} questions", $"{count} 题");
}

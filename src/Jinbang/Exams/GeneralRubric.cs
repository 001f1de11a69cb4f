namespace Jinbang.Exams;

/// <summary>What a judge gives points for where the asker says neither what is right nor what earns points: five points, one for each
/// thing that people want of an answer.</summary>
public static class GeneralRubric
{
    private static readonly Phrase[] Wants =
    [
        new("It answers what was asked.", "切题：回答了所问的问题。"),
        new("What it says is correct, and nothing is made up.", "正确：内容属实，没有编造。"),
        new("Nothing important is missing.", "完整：没有遗漏要点。"),
        new("It is clear and well ordered.", "清楚：表达明白，条理分明。"),
        new("It can be used as it is, without superfluous words.", "可用：可直接采用，没有多余的话。"),
    ];

    /// <summary>The criteria in a language.</summary>
    public static IReadOnlyList<Criterion> In(Language language) => [.. Wants.Select(want => new Criterion(1, want.In(language)))];
}

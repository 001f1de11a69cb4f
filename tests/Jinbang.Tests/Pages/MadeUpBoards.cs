using Jinbang.Boards;
using Jinbang.Boards.Pages;

using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Pages;

/// <summary>Made-up boards with everything that a page shows, and with names and replies that want to break it.</summary>
internal static class MadeUpBoards
{
    /// <summary>Names of models, questions and replies that would be markup, script, control or formula.</summary>
    public static readonly string[] Hostile =
    [
        "<script>window.hacked=1;alert('name')</script>",
        "\"><img src=x onerror=\"window.hacked=1;alert('image')\">",
        "'-alert(1)-' onmouseover=alert(2) </td></table></style></script><svg onload=alert(3)>",
        "\u202Egpj.exe\u202C \u001B[31mred\u001B[0m \u0000 \uD83D &lt;b&gt; &#x3C;i&#x3E;",
        "=HYPERLINK(\"http://evil.invalid\")",
        new('长', 300),
        "javascript:alert(4)",
    ];

    private const string Reply = "先看导联。\n\n综合判断，答案是 C。";

    public static Report Report(Language language) =>
        new(language, [Page(), new(Exam("Second exam", 12))]) { Edition = "v7", Date = new DateOnly(2026, 5, 4) };

    /// <summary>A board with bad cases.</summary>
    public static PageBoard Page() => new(Exam("初中科学", 20)) { Cases = [Cases("model-3")] };

    public static PageBoard HostilePage() => new(new Board(Hostile[0], Language.English, Board.Ranked(Hostile.Select(Named)))
    {
        Edition = Hostile[1],
        Notes = [.. Hostile.Select(text => new Phrase(text, text))],
    })
    {
        Cases = [.. Hostile.Select(Cases)],
    };

    public static Board Exam(string title, int models) => new(title, Language.Chinese, Board.Ranked(Enumerable.Range(1, models).Select(Row)))
    {
        Questions = 20,
        Edition = "v7",
        ExamVersion = "3fa2b81c",
        ChanceLevel = 0.25,
        Notes = [new("A difference below 4 questions means nothing here.", "相差不到 4 题在这里说明不了什么。")],
    };

    private static BoardRow Named(string name) => Row(1) with { Model = name, House = name, PublishedBy = name, ExamVersion = name };

    private static BoardRow Row(int number)
    {
        var right = Math.Max(0, 20 - number);
        return new BoardRow($"model-{number}")
        {
            House = number % 2 == 0 ? "云山" : "Harbor",
            Openness = number % 3 == 0 ? Openness.Open : Openness.Commercial,
            Thinks = number % 4 == 0,
            IsNew = number == 2,
            Accuracy = right / 20.0,
            AccuracyInterval = Intervals.Wilson(right, 20, 0.95),
            Tied = new RankSpan(1 + (number - 1) / 4 * 4, 4 + (number - 1) / 4 * 4),
            LikelyRank = new RankSpan(Math.Max(1, number - 3), number + 3),
            ProvenRank = new RankSpan(1, number + 8),
            BestChance = 1.0 / (number + 1),
            Seconds = 40 - number,
            Timing = new Timing(30 - number, 60 - number, 0.5 + number / 10.0),
            Tokens = 100 * (number * 7 % 11),
            CostPerThousand = number == 5 ? null : number * 7 % 11,
            Price = new Price(1, number, "CNY", new DateOnly(2026, 5, 1), "https://example.org") { Exchange = new ExchangeRate("CNY", 1, new DateOnly(2026, 5, 1), "made up") },
            Coverage = new Coverage(20, number == 6 ? 18 : 20, number == 6 ? 2 : 0) { CutOff = number % 3, Unreadable = number % 2 },
        };
    }

    private static ModelCases Cases(string text)
    {
        var reply = text.StartsWith("model", StringComparison.Ordinal) ? Reply : text + " 答案是 C。 " + text;
        var question = new Question(text, QuestionKind.SingleChoice, text.StartsWith("model", StringComparison.Ordinal) ? "下列说法正确的是？" : text,
            [new('A', "甲"), new('B', text), new('C', "丙")], new LettersKey("B"))
        { Passage = text };
        var shown = new ShownCase(new("wrong", "错误"), question, new(Outcome.Replied, reply) { Thinking = "想一想：" + text },
            new Grade(Verdict.Wrong, 0, new(ReadingKind.Letter, "C", "answer-is", reply.IndexOf("答案是", StringComparison.Ordinal), 5)))
        { Mark = new(text, text) };
        return new ModelCases(text, 9, [new(new("wrong", "错误"), 7), new(new("unreadable", "读不出"), 2)], [shown, shown with { Repeat = 1 }]);
    }
}

using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Bench;

/// <summary>Reads made-up replies of every kind of question for as long as wanted, and stops at the first that breaks a law:
/// a reading never throws, stands within the reply, names only options, and takes no more than linear time.</summary>
internal sealed class ReadingFuzz(int seed)
{
    private const int Longest = 40;
    private const int Hostile = 300_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "A", "B", "C", "D", "I", "J", "a", "b", "(", ")", "[", "]", "[[", "]]", "{", "}", "<", ">", "</", "<b>", "</b>", "**", "`", "$", "\"", "'", "|",
        "\\", "\\boxed{", "\\text{", "\\frac{", "\n", "\n\n", "\r\n", " ", ".", ",", ";", ":", "?", "!", "-", "—", "/", "&", "、", "。", "，", "：", "（", "）",
        "【", "】", "answer", "The answer is ", "is ", "are ", "not ", "isn't ", "or ", "and ", "to ", "either ", "option ", "choice ", "the second option",
        "select ", "choose ", "so ", "therefore ", "leaves ", "actually ", "is the correct answer", "is correct", "is wrong", "none of the above",
        "all of the above", "I cannot ", "please provide ", "Question: ", "Q: ", "Paris", "London", "Paris and London", "1", "2", "3.5", "1e9", "9,999",
        "1/2", "%", "= ", "true", "false", "yes", "no", "答案", "答案是", "是", "为", "选", "选项", "故选", "正确", "错误", "的是", "不", "不是", "排除", "剩下",
        "更正", "或", "和", "到", "第二个", "最后一项", "①", "②", "全选", "以上都对", "以上都不对", "题目有误", "题目：", "请提供", "无法回答", "可能", "吗",
        "<think>", "</think>", "<|begin_of_thought|>", "<|end_of_thought|>", "◁think▷", "◁/think▷", "[THINK]", "```json\n", "{\"answer\": \"", "\"}", "answer: ",
        "^", "_", "\\sqrt[", "\\sqrt{", "\\left(", "\\right)", "\\pi", "\\cdot ", "\\begin{pmatrix}", "\\end{pmatrix}", "±", "∪", "√", "π", "x", "+", "*", "(1) ", "21. ", "½",
        "Ａ", "ⓑ", "⒞", "\uD835\uDC01", "\uD835", "\u200B", "\u3000", "\0", "é", "é", "😀",
    ];

    private static readonly string[] Texts = ["Paris", "London", "4", "I and II", "None of the above", "以上都对", "B型", "not A", "", "A man", "①②", "Paris and London"];

    private static readonly string[] Expressions = [@"\frac{\sqrt{3}}{2}", "x^2 + 1", "(1, 2)", "[0, 1)", "2\\pi", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"];

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly Random random = new(seed);
    private (long Reply, QuestionKind Kind, string? Text) now;
    private long watched = -1;

    /// <summary>Runs for some minutes; 1 when a law was broken, else 0.</summary>
    public static int Run(double minutes, int seed)
    {
        var fuzz = new ReadingFuzz(seed);
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        var (replies, characters, told) = (0L, 0L, TimeSpan.Zero);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {minutes} minutes"));
        using var watch = time.CreateTimer(_ => fuzz.ExitWhenStuck(), null, Hang, Hang);
        while (time.GetElapsedTime(began) is var elapsed && elapsed < TimeSpan.FromMinutes(minutes))
        {
            var question = fuzz.Question();
            var text = replies % 1000 == 999 ? fuzz.Repeated() : fuzz.Composed();
            fuzz.now = (replies, question.Kind, text);
            if (Broken(question, text, time) is { } law)
            {
                Console.WriteLine($"reply {replies} of seed {seed}, {question.Kind}: {law}\n{text[..Math.Min(text.Length, 2000)]}");
                return 1;
            }

            (replies, characters) = (replies + 1, characters + text.Length);
            if (elapsed - told > TimeSpan.FromMinutes(1))
            {
                told = elapsed;
                Console.WriteLine($"{elapsed:hh\\:mm\\:ss} {replies:N0} replies, {characters:N0} characters");
            }
        }

        Console.WriteLine($"no law broken by {replies:N0} replies of {characters:N0} characters");
        return 0;
    }

    // A reply that is still being read when the watch comes by again would otherwise hang unseen.
    private void ExitWhenStuck()
    {
        if (now.Text is { } text && now.Reply == watched)
        {
            Console.WriteLine($"reply {now.Reply} of seed {seed}, {now.Kind}: hangs\n{text[..Math.Min(text.Length, 2000)]}");
            Environment.Exit(1);
        }

        watched = now.Reply;
    }

    private static string? Broken(Question question, string text, TimeProvider time)
    {
        try
        {
            var began = time.GetTimestamp();
            var grader = Grader.For(question.Kind);
            var reading = grader.Read(question, text);
            grader.Grade(question, CreditRule.Exact, new(Outcome.Replied, text));
            var letters = string.Concat(question.Options.Select(option => option.Letter));
            return time.GetElapsedTime(began) > Patience && Again(grader, question, text, time) is var took && took > Patience ? $"took {took.TotalSeconds:F1} s"
                : reading.Start < 0 || reading.Length < 0 || reading.Start + reading.Length > text.Length ? $"stands outside the reply: {reading}"
                : reading.Confidence is not (> 0 and <= 1) ? $"has no confidence: {reading}"
                : reading.Kind is ReadingKind.Letter or ReadingKind.Letters && (reading.Answer == "" || !reading.Answer.All(letters.Contains)) ? $"names no option: {reading}"
                : reading.Kind is ReadingKind.Letter && reading.Answer.Length != 1 ? $"is not one letter: {reading}"
                : reading.Kind is ReadingKind.Unreadable or ReadingKind.Refusal or ReadingKind.Unanswered && reading.Answer != "" ? $"answers nothing with something: {reading}"
                : null;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return thrown.ToString();
        }
    }

    // A busy machine makes any reading long once.
    private static TimeSpan Again(Grader grader, Question question, string text, TimeProvider time)
    {
        var began = time.GetTimestamp();
        grader.Read(question, text);
        return time.GetElapsedTime(began);
    }

    private Question Question()
    {
        var kind = Enum.GetValues<QuestionKind>()[random.Next(Enum.GetValues<QuestionKind>().Length)];
        var options = Enumerable.Range(0, random.Next(2, 11)).Select(at => new Option((char)('A' + at), Texts[random.Next(Texts.Length)]));
        AnswerKey key = kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice => new LettersKey("A"),
            QuestionKind.TrueFalse => new TruthKey(true),
            QuestionKind.Number => new NumberKey(1, 0, null),
            QuestionKind.ShortText => new TextKey(["Paris"]),
            QuestionKind.Instructions => new InstructionsKey([]),
            QuestionKind.Expression => new ExpressionKey([Expressions[random.Next(Expressions.Length)]]),
            QuestionKind.List => new ListKey([["A"], ["BC"], ["Paris", "London"]], random.Next(2) == 0),
            QuestionKind.Open => new RubricKey([new(1, "names the city")]),
        };
        return new("q", kind, "?", key is LettersKey ? [.. options] : [], key);
    }

    // Half of them are cut off where a piece is not yet whole.
    private string Composed()
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(Longest)).Select(_ => Piece()));
        return random.Next(2) == 0 ? text : text[..random.Next(text.Length + 1)];
    }

    private string Repeated()
    {
        var piece = Piece() + (random.Next(2) == 0 ? Piece() : "") + (random.Next(2) == 0 ? Piece() : "");
        return Composed() + string.Concat(Enumerable.Repeat(piece, Hostile / piece.Length)) + Composed();
    }

    private string Piece() => Pieces[random.Next(Pieces.Length)];
}

using BenchmarkDotNet.Attributes;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Bench;

/// <summary>What reading costs a core: replies of about 300 characters, English and Chinese in equal parts, and one of a megabyte.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ReadingBenchmarks
{
    private static readonly string[] Replies =
    [
        "Let us look at the four cities one by one. Paris lies on the Seine, Rome on the Tiber, and Milan has no great river at "
            + "all; none of them fits. The Thames flows through the south of England, and the only city of the list that stands on "
            + "it is the capital. So, after ruling out the other three, the correct answer is (B) London.",
        "我们逐项来看。A项，巴黎位于塞纳河畔，与题意不符，所以A项错误；C项，罗马位于台伯河畔，C项错误；D项，米兰没有大河，D项错误。"
            + "B项，泰晤士河流经英格兰南部，最后注入北海，列出的城市中只有伦敦位于它的两岸，因此B项正确。这道题考查的是欧洲河流与城市的位置，"
            + "容易把塞纳河与泰晤士河弄混，也容易忽略米兰并不临大河这一点；做题时先排除，再比较，最后回到题干核对一遍，就不会选错。综上所述，本题的答案是B。",
        "**B. London**\n\nThe Thames rises in the Cotswolds, passes Oxford and Reading, and reaches the sea beyond London. Paris is on "
            + "the Seine (so A is wrong), Rome on the Tiber (so C is wrong), and Milan on no large river (so D is wrong). A common "
            + "mistake is to take the Seine for the Thames.",
        "【解析】本题考查欧洲的河流。泰晤士河位于英格兰南部，流经牛津、雷丁和伦敦，最后注入北海；塞纳河流经巴黎，台伯河流经罗马，"
            + "米兰附近没有大河。由此可以排除 A、C、D 三项，剩下的只有伦敦。需要注意的是，有的同学会把 Thames 与 Seine 混淆，从而误选 A 项；"
            + "也有同学只记得罗马的历史而忽略了河流，从而误选 C 项，这些都是不对的，应当结合地图来记忆。\n【答案】B",
    ];

    private readonly Question question = new(
        "q", QuestionKind.SingleChoice, "Which city lies on the Thames?",
        [new('A', "Paris"), new('B', "London"), new('C', "Rome"), new('D', "Milan")], new LettersKey("B"));

    private readonly string megabyte = string.Concat(Enumerable.Repeat(string.Join('\n', Replies), 1_000_000 / Replies.Sum(reply => reply.Length)));

    [Benchmark(OperationsPerInvoke = 4)]
    public int Typical()
    {
        var read = 0;
        foreach (var reply in Replies)
        {
            read += Grader.For(question.Kind).Read(question, reply).Answer.Length;
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = 8000)]
    public void TypicalOnTwoThreads() => Parallel.For(0, 2, _ =>
    {
        for (var round = 0; round < 1000; round++)
        {
            Typical();
        }
    });

    [Benchmark]
    public Reading Megabyte() => Grader.For(question.Kind).Read(question, megabyte);
}

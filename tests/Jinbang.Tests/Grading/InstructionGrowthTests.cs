using Jinbang.Exams.Instructions;
using Jinbang.Grading.Instructions;

namespace Jinbang.Tests.Grading;

/// <summary>Replies of a million characters, made for what each rule looks for: sixteen times the text must not take more
/// than some forty times as long, where a quadratic rule would take over two hundred times.</summary>
public class InstructionGrowthTests
{
    private const int Small = 1 << 16;
    private const int Large = 1 << 20;
    private static readonly TimeSpan Unmeasured = TimeSpan.FromSeconds(1);

    private static readonly string[] Pieces =
    [
        "*", "* ", "**", "** a", "***", "*\n", "-", "- \n", "[", "[a", "【", "<<", "<<a>>", "《", "\n", "\n\n", ".", ". ", "a.", "a.)", "a. ", "...", ".\n", "!\"",
        "''", "'", "' ", "A'S ", "A,B:", "--", "mark", "mark 1", "第一", "第一mark", "mar", "P.", "p. p. ", "{\"a\":", "[[", "```", " ", "\t", "我。", "……", "，", "the ", "é",
    ];

    public static TheoryData<InstructionKind> Kinds => [.. Enum.GetValues<InstructionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_takes_time_in_proportion_to_the_reply(InstructionKind kind)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var mark = language == Language.Chinese ? "第Xmark" : "mark";
            var asked = new Instruction(kind) { Words = ["mark", "marks"], Text = kind == InstructionKind.ResponseLanguage ? "en" : mark, Count = int.MaxValue, Place = 1 };
            foreach (var piece in Pieces)
            {
                var large = Time(asked, piece, Large, language);
                Assert.True(
                    large < Unmeasured || large < 40 * Time(asked, piece, Small, language), $"\"{piece}\" {language}: {large.TotalMilliseconds} ms");
            }
        }
    }

    private static TimeSpan Time(Instruction asked, string piece, int size, Language language)
    {
        var text = string.Concat(Enumerable.Repeat(piece, size / piece.Length));
        var start = TimeProvider.System.GetTimestamp();
        InstructionRules.Follows(asked, text, language, isLoose: false);
        return TimeProvider.System.GetElapsedTime(start);
    }
}

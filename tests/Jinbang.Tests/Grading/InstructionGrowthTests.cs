using Jinbang.Exams.Instructions;
using Jinbang.Grading.Instructions;

namespace Jinbang.Tests.Grading;

/// <summary>Replies of half a million characters, made for what each rule looks for: sixteen times the text must not take
/// more than some forty times as long, where a quadratic rule would take over two hundred times.</summary>
public class InstructionGrowthTests
{
    private const int Small = 1 << 15;
    private const int Large = 1 << 19;

    // A busy machine holds a rule up now and then, and a quadratic one is slow each time.
    private const int Tries = 5;
    private static readonly TimeSpan Unmeasured = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Pieces =
    [
        "*", "* ", "**", "** a", "***", "*\n", "-", "- \n", "[", "[a", "【", "<<", "<<a>>", "《", "\n", "\n\n", ".", ". ", "a.", "a.)", "a. ", "...", ".\n", "!\"",
        "''", "'", "' ", "A'S ", "A,B:", "--", "mark", "mark 1", "第一", "第一mark", "mar", "P.", "p. p. ", "{\"a\":", "[[", "```", " ", "\t", "我。", "……", "，", "the ", "é",
    ];

    private static readonly Dictionary<string, string> Texts = Pieces.ToDictionary(
        piece => piece, piece => string.Concat(Enumerable.Repeat(piece, (Large / piece.Length) + 1)));

    public static TheoryData<InstructionKind> Kinds => [.. Enum.GetValues<InstructionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_takes_time_in_proportion_to_the_reply(InstructionKind kind)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var mark = language == Language.Chinese ? "第Xmark" : "mark";
            var asked = new Instruction(kind) { Words = ["mark", "marks"], Text = kind == InstructionKind.ResponseLanguage ? "en" : mark, Count = int.MaxValue, Place = 1 };
            foreach (var (piece, text) in Texts)
            {
                Assert.True(Enumerable.Range(0, Tries).Any(_ => IsInProportion(asked, text, language)), $"\"{piece}\" {language}");
            }
        }
    }

    private static bool IsInProportion(Instruction asked, string text, Language language)
    {
        var large = Time(asked, text, language);
        return large < Unmeasured || large < 40 * Time(asked, text[..Small], language);
    }

    private static TimeSpan Time(Instruction asked, string text, Language language)
    {
        var start = TimeProvider.System.GetTimestamp();
        InstructionRules.Follows(asked, text, language, isLoose: false);
        return TimeProvider.System.GetElapsedTime(start);
    }
}

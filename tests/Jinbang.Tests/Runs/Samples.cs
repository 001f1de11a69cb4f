using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

/// <summary>Small exams and settings that the tests of this room share.</summary>
internal static class Samples
{
    public static readonly RunSettings Quick = new()
    {
        Concurrency = 4,
        Retries = new RetrySettings(2, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5)),
        Pace = new()
        {
            FirstPause = TimeSpan.FromMilliseconds(5),
            LongestPause = TimeSpan.FromMilliseconds(20),
            PatienceWithStrangers = TimeSpan.FromMilliseconds(100),
            Patience = TimeSpan.FromMilliseconds(200),
        },
    };

    public static Question Choice(int number, char key = 'A') => new(
        $"q{number}", QuestionKind.SingleChoice, $"Question {number}?",
        [new('A', $"first {number}"), new('B', $"second {number}"), new('C', $"third {number}")], new LettersKey(key.ToString()));

    public static Exam Exam(int questions) => new(
        "sample", "Sample", Language.English, CreditRule.Exact, [.. Enumerable.Range(1, questions).Select(number => Choice(number))]);

    public static Model Model(string name = "model-a") => new(name, "test", name) { House = "House", MaxOutputTokens = 100 };

    public static string TemporaryFolder() => Directory.CreateTempSubdirectory("jinbang-test-").FullName;
}

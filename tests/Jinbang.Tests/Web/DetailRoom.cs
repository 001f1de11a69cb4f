using System.Globalization;
using System.Text;

namespace Jinbang.Tests.Web;

/// <summary>Two exams of made-up replies whose figures can be reckoned by hand.</summary>
internal static class DetailRoom
{
    /// <summary>A name that must never become markup.</summary>
    public const string Hostile = "<img src=x onerror=alert(1)> \"model\"";

    /// <summary>A reply's beginning that must never become markup.</summary>
    public const string HostileReply = "<script>alert(2)</script>";

    public const int Questions = 40;

    /// <summary>Writes the exams first and second, and the replies of eight models. On first, strong is right on all but the last four, weak on the
    /// first 20; the others lie between, and all that are right of them on the last question pick B, whose key A is so suspect.</summary>
    public static async Task FillAsync(WebRoom web, string workspace = "exams: [first.csv, second.csv]\n")
    {
        web.Room.Write("jinbang.yaml", workspace);
        foreach (var exam in new[] { "first", "second" })
        {
            web.Room.Write(exam + ".csv", Exam(exam));
            var log = new StringBuilder("model,question_id,reply\n");
            foreach (var (model, right) in Models(exam))
            {
                for (var question = 1; question <= Questions; question++)
                {
                    var letter = question == Questions && right > 30 ? "B" : question <= right ? "A" : "C";
                    log.Append(CultureInfo.InvariantCulture, $"\"{model.Replace("\"", "\"\"", StringComparison.Ordinal)}\",q{question},\"{(model == Hostile ? HostileReply : "")} The answer is {letter}.\"\n");
                }
            }

            await web.Room.ImportAsync(exam + ".csv", log.ToString());
        }
    }

    private static IEnumerable<(string Model, int Right)> Models(string exam) =>
        [("strong", 36), ("good", 34), ("fair", 32), (Hostile, 31), ("middling", 28), ("poor", 24), ("weak", 20), .. exam == "first" ? [("only-first", 22)] : Array.Empty<(string, int)>()];

    private static string Exam(string name) => "id,stratum,question,A,B,C,answer\n" + string.Concat(Enumerable.Range(1, Questions).Select(number =>
        $"q{number},{(number % 2 == 0 ? "even" : "odd")},\"{Stem(name, number)}\",right of {number},rival of {number},other of {number},A\n"));

    private static string Stem(string exam, int number) => number == 1 ? "<b onclick=alert(3)>这道题</b>考什么？" : $"Which is the {number}th of {exam}, {Words[number % Words.Length]} {Words[number * 7 % Words.Length]}?";

    private static readonly string[] Words = ["river", "stone", "lamp", "north", "copper", "window", "harvest", "pilot", "glass", "meadow", "engine", "salt", "valley"];
}

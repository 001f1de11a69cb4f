using System.Globalization;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>A million replies read without keys, whole process from start to file written.</summary>
internal static class ManyReplies
{
    private const int Replies = 1_000_000;
    private const int Rounds = 3;

    private static readonly string[] Ways =
    [
        "{0}", "The correct answer is **{0}**.", "\\boxed{{{0}}}", "答案：{0}。因为该机制会导致流量下降，而其他选项与题干不符。",
        "Let us go step by step. The reading is low and the valve is open, so option {1} is unlikely: it would raise the pressure. Of the rest one fits both the time course and the mechanism.\n\nAnswer: {0}",
        "Looking at each option:\nA. The pump - this does not fit.\nB. The valve - not consistent with the noise.\nC. The filter - no.\nD. The gauge - plausible.\n\nSo the answer is ({0}).",
    ];

    public static async Task<int> MeasureAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var (replies, readings) = (Path.Combine(folder, "replies.jsonl"), Path.Combine(folder, "readings.jsonl"));
        File.WriteAllLines(replies, Enumerable.Range(0, Replies).Select(Line));
        Console.WriteLine($"{Replies} replies, {new FileInfo(replies).Length >> 20} MB, {Rounds} rounds, whole processes");
        Console.WriteLine("| wall s | cpu s | replies a second | peak MB |");
        Console.WriteLine("| --- | --- | --- | --- |");
        for (var round = 0; round < Rounds; round++)
        {
            var run = await Measured.RunAsync(
                Machinery.Ours(folder, "read", "--replies", replies, "--out", readings),
                TimeProvider.System, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {run.Wall:F2} | {run.Cpu:F2} | {Replies / run.Wall:F0} | {run.PeakMegabytes:F0} |"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static string Line(int number) => JsonSerializer.Serialize(new
    {
        id = $"q{number}",
        options = new Dictionary<string, string> { ["A"] = "The pump lost suction", ["B"] = "The valve stuck open", ["C"] = "The filter is clogged", ["D"] = "The gauge is wrong" },
        reply = string.Format(CultureInfo.InvariantCulture, Ways[number % Ways.Length], "ABCD"[number / 7 % 4], "ABCD"[number / 11 % 4]),
    });
}

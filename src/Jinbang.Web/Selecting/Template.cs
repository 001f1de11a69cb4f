using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinbang.Web.Selecting;

/// <summary>Files to start a test set from, in both languages: a question with options, one with a number, one with a word, and one
/// without an answer, which a judge gives points for.</summary>
internal static class Template
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[][] Chinese =
    [
        ["题目", "选项A", "选项B", "选项C", "答案"],
        ["下列哪一个是质数？", "9", "11", "15", "B"],
        ["12 的 15% 是多少？", "", "", "", "1.8"],
        ["中华人民共和国的首都是哪里？", "", "", "", "北京"],
        ["请用两三句话向客户说明为什么发货晚了一天。（没有标准答案的题，答案留空，由评判模型打分）", "", "", "", ""],
    ];

    private static readonly string[][] English =
    [
        ["question", "option A", "option B", "option C", "answer"],
        ["Which of these is a prime number?", "9", "11", "15", "B"],
        ["What is 15% of 12?", "", "", "", "1.8"],
        ["What is the capital of France?", "", "", "", "Paris"],
        ["Tell a customer in two or three sentences why the parcel is a day late. (Leave the answer empty where none is the right one: a judge gives points.)", "", "", "", ""],
    ];

    /// <summary>The endings of the templates.</summary>
    public static IReadOnlyList<string> Kinds => ["xlsx", "csv", "jsonl", "yaml"];

    /// <summary>A template's content and its media type; null when there is no such template.</summary>
    public static (byte[] Content, string Type)? Of(string kind, Language language)
    {
        var rows = language is Language.Chinese ? Chinese : English;
        return kind switch
        {
            "xlsx" => (Workbook.Of(rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "csv" => ([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(rows))], "text/csv; charset=utf-8"),
            "jsonl" => (Encoding.UTF8.GetBytes(JsonLines(rows)), "application/jsonl; charset=utf-8"),
            "yaml" => (Encoding.UTF8.GetBytes(Yaml(rows)), "application/yaml; charset=utf-8"),
            _ => null,
        };
    }

    private static string Csv(string[][] rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(cell => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)) + "\r\n"));

    private static string JsonLines(string[][] rows) => string.Concat(rows[1..].Select(row => Text(row) + "\n"));

    private static string Text(string[] row) => row[1].Length > 0
        ? $"{{\"question\":{Quoted(row[0])},\"options\":{{\"A\":{Quoted(row[1])},\"B\":{Quoted(row[2])},\"C\":{Quoted(row[3])}}},\"answer\":{Quoted(row[4])}}}"
        : $"{{\"question\":{Quoted(row[0])},\"answer\":{Quoted(row[4])}}}";

    private static string Yaml(string[][] rows)
    {
        var yaml = new StringBuilder("questions:\n");
        foreach (var (row, number) in rows[1..].Select((row, at) => (row, at + 1)))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - id: q{number}\n    stem: {Quoted(row[0])}\n");
            yaml.Append(row[1].Length > 0 ? $"    options: {{A: {Quoted(row[1])}, B: {Quoted(row[2])}, C: {Quoted(row[3])}}}\n" : "");
            yaml.Append(row[4].Length > 0 ? $"    key: {(char.IsDigit(row[4][0]) ? row[4] : Quoted(row[4]))}\n" : "");
        }

        return yaml.ToString();
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, AsItIs);
}

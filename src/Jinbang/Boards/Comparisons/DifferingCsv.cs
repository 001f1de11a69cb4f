using System.Text;
using CsvHelper;
using Jinbang.Boards.Formats;

namespace Jinbang.Boards.Comparisons;

/// <summary>One line a question on which two models differ, for spreadsheets, with the same care as <see cref="CsvFormat"/>.</summary>
public static class DifferingCsv
{
    private static readonly string[] Headings = ["exam", "question", "stratum", "key", "first", "second", "first_points", "second_points"];

    /// <summary>Writes them in their order.</summary>
    public static void Write(IReadOnlyList<DifferingQuestion> questions, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, SpreadsheetCsv.Form);
        foreach (var heading in Headings)
        {
            csv.WriteField(heading);
        }

        csv.NextRecord();
        foreach (var question in questions)
        {
            foreach (var text in (string[])[question.Exam, question.Question, question.Stratum ?? "", question.Key, question.First, question.Second])
            {
                csv.WriteField(SpreadsheetText.Harmless(text));
            }

            csv.WriteField(question.FirstPoints);
            csv.WriteField(question.SecondPoints);
            csv.NextRecord();
        }
    }
}

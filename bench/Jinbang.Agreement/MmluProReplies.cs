using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Agreement;

/// <summary>Replies to MMLU-Pro with the letter that the authors' patterns found, if any (Wang et al. 2024, arXiv 2406.01574).</summary>
public static class MmluProReplies
{
    /// <summary>Agreement with the authors' letters; and the share read where they found none, of which a sample is checked by eye.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var (same, read) = (new Counter(), new Counter());
        foreach (var row in JsonLines.Read(Path.Combine(banks, "mmlu-pro", "raw_replies_sample.visible.jsonl")))
        {
            var options = row.GetProperty("options").EnumerateArray().Select((option, place) => new Option((char)('A' + place), option.GetString()!)).ToArray();
            var question = new Question("q", QuestionKind.SingleChoice, "?", options, new LettersKey("A"));
            var reading = Grader.For(question.Kind).Read(question, row.Text("reply"));
            if (row.Text("authors_regex_letter") is { Length: > 0 } found)
            {
                same.Add(reading.Answer == found);
            }
            else
            {
                read.Add(reading.Kind == ReadingKind.Letter);
            }
        }

        yield return same.Figure("mmlu-pro: the letter that the authors' patterns found", 0.97);
        yield return read.Figure("mmlu-pro: a letter where the authors' patterns found none", 0, "0");
    }
}

using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class RealBanksTests
{
    [Theory]
    [InlineData("agieval/gaokao-biology.jsonl", 210, 0, 0)]
    [InlineData("agieval/gaokao-chemistry.jsonl", 207, 0, 28)]
    [InlineData("agieval/gaokao-geography.jsonl", 199, 0, 10)]
    [InlineData("agieval/gaokao-history.jsonl", 235, 0, 3)]
    [InlineData("agieval/jec-qa-kd.jsonl", 999, 1, 1)]
    [InlineData("agieval/lsat-ar.jsonl", 230, 0, 0)]
    [InlineData("agieval/math.jsonl", 1000, 0, 0)]
    [InlineData("cmexam/questions.visible.jsonl", 3268, 1, 6)]
    [InlineData("cflue/knowledge.visible.json", 2125, 0, 89)]
    [InlineData("cflue/submission_example.json", 15, 0, 0)]
    [InlineData("cnmleqa/questions_and_replies.visible.jsonl", 1474, 0, 1)]
    [InlineData("medagents-logs/questions_afrimedqa.jsonl", 174, 0, 2)]
    [InlineData("medagents-logs/questions_medbullets.jsonl", 308, 0, 10)]
    [InlineData("medagents-logs/questions_medqa.jsonl", 1273, 0, 0)]
    [InlineData("medagents-logs/questions_medxpertqa-u.jsonl", 589, 0, 0)]
    [InlineData("medagents-logs/questions_mmlu.jsonl", 1089, 0, 78)]
    [InlineData("mmlu-pro/questions_sample.visible.jsonl", 600, 0, 6)]
    [InlineData("mmlu-pro-cs-repeats/questions.jsonl", 410, 0, 0)]
    [InlineData("ifeval/en_input_data.jsonl", 541, 0, 0)]
    [InlineData("math24o/questions.visible.jsonl", 10, 0, 0)]
    public void Public_banks_give_their_questions_and_their_dirt(string bank, int questions, int errors, int warnings)
    {
        var reading = ExamReader.Read(SharedData.Path("banks/" + bank));

        Assert.Equal(questions, reading.Exam!.Questions.Count);
        Assert.Equal(errors, reading.Problems.Count(problem => problem.Severity is Severity.Error));
        Assert.Equal(warnings, reading.Problems.Count(problem => problem.Severity is Severity.Warning));
    }

    [Fact]
    public void CMB_answers_without_texts_are_recognised_and_every_question_lacks_its_stem()
    {
        var reading = ExamReader.Read(SharedData.Path("banks/cmb/test_answers.visible.json"));

        Assert.Equal("CMB JSON", reading.Format);
        Assert.Null(reading.Exam);
        Assert.Equal(10_070, reading.Problems.Count(problem => problem.What.English.Contains("empty stem", StringComparison.Ordinal)));
        Assert.Equal(4, reading.Problems.Count(problem => problem.What.English.Contains("were sorted", StringComparison.Ordinal)));
        Assert.Equal(25, reading.Problems.Count(problem => problem.What.English.Contains("alone", StringComparison.Ordinal)));
        Assert.Equal(10_070 + 4 + 25, reading.Problems.Count);
    }

    [Fact]
    public void CMExam_tells_the_line_of_the_question_without_a_key()
    {
        var path = SharedData.Path("banks/cmexam/questions.visible.jsonl");
        var problem = Assert.Single(ExamReader.Read(path).Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal(new SourcePlace(path, 2553), problem.Place);
    }

    [Fact]
    public void Every_CMMLU_subject_is_read()
    {
        var files = Directory.GetFiles(SharedData.Path("banks/cmmlu"), "*.csv", SearchOption.AllDirectories);
        var readings = files.Select(file => ExamReader.Read(file)).ToList();

        Assert.Equal(68, readings.Count);
        Assert.All(readings, reading => Assert.False(reading.HasErrors));
        Assert.All(readings, reading => Assert.Equal(Language.Chinese, reading.Exam!.Language));
        Assert.Equal(6028, readings.Sum(reading => reading.Exam!.Questions.Count));
    }

    [Theory]
    [InlineData("cmb/gpt35_multiple_answer_replies.visible.jsonl")]
    [InlineData("cmb/taxonomy_counts.csv")]
    [InlineData("cmb/catalog.md")]
    [InlineData("medagents-logs/zero_shot_medqa.csv")]
    [InlineData("mmlu-pro/picked_letters_29_models.csv")]
    [InlineData("mmlu-pro/raw_replies_sample.visible.jsonl")]
    [InlineData("ifeval/verdicts_gpt-4o-2024-08-06.jsonl")]
    [InlineData("mcq-robustness/labelled_replies.visible.jsonl")]
    [InlineData("thoughtsource/medmc_qa.jsonl")]
    public void Logs_and_verdicts_are_no_exams(string file)
    {
        var error = Assert.Throws<BadInputException>(() => ExamReader.Read(SharedData.Path("banks/" + file)));
        Assert.Contains("is not recognised as an exam; formats known:", error.Message, StringComparison.Ordinal);
    }
}

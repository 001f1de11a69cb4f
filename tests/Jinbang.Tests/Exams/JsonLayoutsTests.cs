using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class JsonLayoutsTests
{
    [Fact]
    public void CMB_is_read()
    {
        var reading = ExamText.Read(
            """[{"exam_type":"t","exam_class":"c","exam_subject":"眼科","question":"问？","answer":"BE","question_type":"多项选择题","option":{"A":"甲","B":"乙","C":"丙","D":"丁","E":"戊"}}]""",
            "CMB dev.json");

        var question = Assert.Single(reading.Exam!.Questions);
        Assert.Equal("CMB JSON", reading.Format);
        Assert.Equal("CMB-dev", reading.Exam.Id);
        Assert.Equal(Language.Chinese, reading.Exam.Language);
        Assert.Equal(CreditRule.Exact, reading.Exam.Credit);
        Assert.Equal((QuestionKind.MultipleChoice, "眼科"), (question.Kind, question.Stratum));
        Assert.Equal(new LettersKey("BE"), question.Key);
        Assert.Equal(new Option('E', "戊"), question.Options[4]);
    }

    [Theory]
    [InlineData("""{"A":"x","B":"y"}""")]
    [InlineData("""[{"key":"A","value":"x"},{"key":"B","value":"y"}]""")]
    public void CMExam_is_read(string options)
    {
        var rows = """{"id":"a1","question":"Q?","options":{"A":"x","B":"y"},"answer":"B","question_type":"单项选择题","explanation":"why"}""";
        var reading = ExamText.Read(rows + "\n" + rows.Replace("a1", "a2", StringComparison.Ordinal)
            .Replace("Q?", "R?", StringComparison.Ordinal).Replace("""{"A":"x","B":"y"}""", options, StringComparison.Ordinal));

        Assert.Equal("CMExam JSON", reading.Format);
        Assert.Empty(reading.Problems);
        Assert.Equal(["x", "y"], reading.Exam!.Questions[1].Options.Select(option => option.Text));
        Assert.Equal("why", reading.Exam.Questions[1].Explanation);
        Assert.Equal(2, reading.Exam.Questions[1].Place.Line);
    }

    [Fact]
    public void AGIEval_is_read_with_labels_lists_and_free_answers()
    {
        var reading = ExamText.Read("""
            {"passage":"P","question":"One?","options":["(A)x","(B)y","(C)z"],"label":"C","answer":null}
            {"passage":null,"question":"Two?","options":["(A)x","(B)y","(B)z"],"label":["A","C"],"answer":null}
            {"passage":null,"question":"Three?","options":null,"label":null,"answer":"12"}
            {"passage":null,"question":"Four?","options":null,"label":null,"answer":"\\frac{1}{2}"}
            """);

        Assert.Equal(["C", "AC", "12", "\\frac{1}{2}"], reading.Exam!.Questions.Select(question => question.Key.ToString()));
        Assert.Equal(["x", "y", "z"], reading.Exam.Questions[1].Options.Select(option => option.Text));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal("The option in place C is labelled (B); it was taken as C.", problem.What.English);
    }

    [Fact]
    public void MMLU_Pro_is_read_by_letter_or_index()
    {
        var reading = ExamText.Read("""
            {"question_id":70,"question":"One?","options":["C. elegans","D. rerio"],"answer":"B","answer_index":1,"category":"biology"}
            {"question_id":71,"question":"Two?","options":["x","y"],"answer_index":0,"category":"biology"}
            {"question_id":72,"question":"Three?","options":["x","y"],"answer_index":2,"category":"biology"}
            """);

        Assert.Equal(["70=B", "71=A"], reading.Exam!.Questions.Select(question => $"{question.Id}={question.Key}"));
        Assert.Equal("C. elegans", reading.Exam.Questions[0].Options[0].Text);
        Assert.Contains("names C", Assert.Single(reading.Problems).What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void CFLUE_is_read_and_a_broken_literal_is_an_error_with_its_line()
    {
        var reading = ExamText.Read("""
            [
            {"名称": "会计", "task": "判断题", "question": "对吗？",
             "choices": "{'A': '对', \"B\": \"it's\\n\\u9519\\\\\"}", "answer": "A", "analysis": null},
            {"名称": "会计", "task": "单项选择题", "question": "哪个？",
             "choices": "{'A': '对', 'B': '错}", "answer": "A", "analysis": null}
            ]
            """);

        var question = Assert.Single(reading.Exam!.Questions);
        Assert.Equal(QuestionKind.SingleChoice, question.Kind);
        Assert.Equal("it's\n错\\", question.Options[1].Text);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(4, problem.Place.Line);
        Assert.Contains("Python literal", problem.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_answers_are_read_as_numbers_or_texts()
    {
        var reading = ExamText.Read("""
            {"question":"One?","answer":"3 + 4 = 7\n#### 7"}
            {"question":"Two?","ref_answer":"Paris"}
            """);

        Assert.Equal(["7", "Paris"], reading.Exam!.Questions.Select(question => question.Key.ToString()));
    }

    [Fact]
    public void A_broken_line_of_JSON_Lines_loses_that_line_only()
    {
        var reading = ExamText.Read("""
            {"id":2,"question":"One?","answer":"1"}

            {"id":3,"question":"Two?","answer":
            {"id":"\ud83d","question":"Three?","answer":"1"}
            {"id":4,"question":"Four?","answer":"1"}
            """);

        Assert.Equal(["2", "4"], reading.Exam!.Questions.Select(question => question.Id));
        Assert.Equal([3, 4], reading.Problems.Select(problem => problem.Place.Line));
    }

    [Fact]
    public void A_broken_array_keeps_what_stands_before_the_break()
    {
        var reading = ExamText.Read("[\n{\"question\":\"One?\",\"answer\":\"1\"},\n{\"question\":\n\"Two?\",\"answer\"\n}]");

        Assert.Single(reading.Exam!.Questions);
        Assert.Equal(5, Assert.Single(reading.Problems).Place.Line);
    }
}

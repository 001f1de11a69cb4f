using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

public sealed class SittingTests
{
    private static readonly Sitting Sitting = new("sample", Language.English, Samples.Model(), "prompt");

    [Fact]
    public void Changing_how_a_model_is_shown_or_billed_keeps_the_sitting()
    {
        var shown = Samples.Model() with { Name = "other name", House = "x", Price = new Price(1, 2, "CNY", new DateOnly(2026, 1, 1), "list") };

        Assert.Equal(Sitting.Key, (Sitting with { Model = shown }).Key);
    }

    [Fact]
    public void Changing_what_a_reply_depends_on_makes_another_sitting()
    {
        Sitting[] others =
        [
            Sitting with { Exam = "other" },
            Sitting with { Language = Language.Chinese },
            Sitting with { PromptHash = "other" },
            Sitting with { Model = Sitting.Model with { Id = "other" } },
            Sitting with { Model = Sitting.Model with { Provider = "other" } },
            Sitting with { Model = Sitting.Model with { Temperature = 0 } },
            Sitting with { Model = Sitting.Model with { MaxOutputTokens = 7 } },
            Sitting with { Model = Sitting.Model with { ExtraFields = "{}" } },
        ];

        Assert.Equal(others.Length + 1, others.Append(Sitting).Select(sitting => sitting.Key).Distinct().Count());
    }

    [Fact]
    public void Editing_a_question_changes_its_own_attempts_only()
    {
        var question = Samples.Choice(1);
        Question[] edited =
        [
            question with { Stem = "Question 1 now?" },
            question with { Passage = "a passage" },
            question with { Options = [.. question.Options.Skip(1)] },
            question with { Id = "renamed" },
        ];

        Assert.All(edited, other => Assert.NotEqual(Sitting.AttemptKey("sitting", question, 0), Sitting.AttemptKey("sitting", other, 0)));
        Assert.NotEqual(Sitting.AttemptKey("sitting", question, 0), Sitting.AttemptKey("sitting", question, 1));
    }

    [Fact]
    public void Correcting_a_key_asks_nothing_again()
    {
        var question = Samples.Choice(1);

        Assert.Equal(Sitting.AttemptKey("sitting", question, 0), Sitting.AttemptKey("sitting", question with { Key = new LettersKey("C"), Explanation = "x" }, 0));
    }
}

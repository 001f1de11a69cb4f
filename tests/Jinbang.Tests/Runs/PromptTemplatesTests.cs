using Jinbang.Exams;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

public sealed class PromptTemplatesTests
{
    [Theory]
    [CombinatorialKinds]
    public void Every_kind_in_every_language_asks_the_stem_and_every_option(QuestionKind kind, Language language)
    {
        var question = Samples.Choice(7) with { Kind = kind, Passage = "The passage." };

        var prompt = PromptTemplates.Load(null).Render(question, language);

        Assert.Contains("Question 7?", prompt.Text, StringComparison.Ordinal);
        Assert.Contains("The passage.", prompt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", prompt.Text, StringComparison.Ordinal);
        Assert.All(
            kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice ? question.Options : [],
            option => Assert.Contains($"{option.Letter}. {option.Text}", prompt.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stem_that_looks_like_a_placeholder_is_asked_as_it_stands()
    {
        var prompt = PromptTemplates.Load(null).Render(Samples.Choice(1) with { Stem = "What does {{options}} mean?" }, Language.English);

        Assert.Contains("What does {{options}} mean?", prompt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_s_template_replaces_ours_and_changes_the_hash_of_its_kind_only()
    {
        var folder = Samples.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, "single-choice.en.txt"), "Just the letter, please.\r\n{{ stem }}\r\n{{options}}");
        var ours = PromptTemplates.Load(null);
        var theirs = PromptTemplates.Load(folder);

        Assert.Equal("Just the letter, please.\nQuestion 1?\nA. first 1\nB. second 1\nC. third 1", theirs.Render(Samples.Choice(1), Language.English).Text);
        Assert.NotEqual(ours.HashFor(QuestionKind.SingleChoice, Language.English), theirs.HashFor(QuestionKind.SingleChoice, Language.English));
        Assert.Equal(ours.HashFor(QuestionKind.SingleChoice, Language.Chinese), theirs.HashFor(QuestionKind.SingleChoice, Language.Chinese));
    }

    [Theory]
    [InlineData("single-choice.en.txt", "{{stem}} {{optoins}}", "optoins")]
    [InlineData("single-choice.en.txt", "Answer!", "{{stem}}")]
    [InlineData("single.en.txt", "{{stem}}", "single.en.txt")]
    public void A_template_that_would_not_ask_is_refused(string file, string text, string named)
    {
        var folder = Samples.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, file), text);

        Assert.Contains(named, Assert.Throws<BadInputException>(() => PromptTemplates.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_of_a_number_is_asked_for()
    {
        var question = new Question("n", QuestionKind.Number, "How heavy?", [], new NumberKey(2, 0, "kg"));

        Assert.Contains("kg", PromptTemplates.Load(null).Render(question, Language.Chinese).Text, StringComparison.Ordinal);
    }

    private sealed class CombinatorialKindsAttribute : Xunit.v3.DataAttribute
    {
        public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
            new([.. from kind in Enum.GetValues<QuestionKind>()
                    from language in Enum.GetValues<Language>()
                    select new TheoryDataRow<QuestionKind, Language>(kind, language)]);

        public override bool SupportsDiscoveryEnumeration() => true;
    }
}

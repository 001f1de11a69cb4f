using Jinbang.Models;
using Jinbang.Tests;

namespace Jinbang.LocalTests;

public sealed class GgufTests
{
    private static readonly Prompt Dream = Local.Choose("I dream of", "a quiet sea of light", "a tax form", "numbers");

    [Fact]
    public async Task The_same_prompt_is_continued_in_the_same_words()
    {
        using var examinee = Open(new(TimeProvider.System) { MaxOutputTokens = 24 });

        var first = await Ask(examinee, Dream);
        var second = await Ask(examinee, Dream);

        Assert.NotEmpty(first.Text);
        Assert.Equal(first.Text, second.Text);
        Assert.InRange(first.Usage!.Completion, 1, 24);
        Assert.InRange(first.Usage.Prompt, 3, 12);
        Assert.InRange(first.FirstToken!.Value, TimeSpan.FromTicks(1), first.Elapsed!.Value);
    }

    [Fact]
    public void Another_way_of_answering_or_other_weights_are_another_model()
    {
        using var writer = Open(Local.Settings);
        using var weigher = Open(Local.Settings with { AnswerBy = AnswerBy.Likelihood });
        var weights = File.ReadAllBytes(SharedData.Path("models/aidreams260K.gguf"));
        weights[^100] ^= 1;
        var path = Path.Combine(Directory.CreateTempSubdirectory("jinbang-gguf-").FullName, "aidreams260K.gguf");
        File.WriteAllBytes(path, weights);
        using var changed = Local.Plugins.Open($"gguf:{path}", Local.Settings);

        Assert.Equal(3, new[] { writer.Model.Id, weigher.Model.Id, changed.Model.Id }.Distinct().Count());
    }

    [Fact]
    public async Task A_reply_that_meets_its_limit_is_cut_off()
    {
        using var examinee = Open(new(TimeProvider.System) { MaxOutputTokens = 3 });

        var reply = await Ask(examinee, Dream);

        Assert.Equal(Outcome.CutOff, reply.Outcome);
        Assert.Equal("length", reply.FinishReason);
        Assert.Equal(3, reply.Usage!.Completion);
    }

    [Fact]
    public async Task A_reply_never_outgrows_the_context_the_model_was_trained_for()
    {
        using var examinee = Open(new(TimeProvider.System) { MaxOutputTokens = 10_000, ContextTokens = 10_000 });

        var reply = await Ask(examinee, Dream);

        Assert.InRange(reply.Usage!.Total, 1, 128);
        Assert.Equal(reply.Outcome == Outcome.CutOff, reply.Usage.Total == 128);
    }

    [Fact]
    public async Task Asked_by_likelihood_it_picks_the_same_choice_wherever_it_stands()
    {
        using var examinee = Open(new(TimeProvider.System) { AnswerBy = AnswerBy.Likelihood });
        var turned = Local.Choose(Dream.Stem, [.. Dream.Choices.Reverse().Select(choice => choice.Text)]);

        var picked = await Ask(examinee, Dream);
        var pickedTurned = await Ask(examinee, turned);

        Assert.Equal("aidreams260K-likelihood", examinee.Model.Name);
        Assert.Equal("A", picked.Text);
        Assert.Equal("C", pickedTurned.Text);
        Assert.Equal(0, picked.Usage!.Completion);
        Assert.Equal(picked.Usage, pickedTurned.Usage);
    }

    [Fact]
    public async Task Equal_choices_are_not_guessed_between_by_likelihood()
    {
        using var examinee = Open(new(TimeProvider.System) { AnswerBy = AnswerBy.Likelihood });

        Assert.Equal("", (await Ask(examinee, Local.Choose("I dream of", "the sea", "the sea"))).Text);
    }

    [Theory]
    [InlineData(AnswerBy.Text)]
    [InlineData(AnswerBy.Likelihood)]
    public async Task A_prompt_longer_than_the_context_is_refused_with_both_numbers(AnswerBy answerBy)
    {
        using var examinee = Open(new(TimeProvider.System) { AnswerBy = answerBy });
        var tooLong = Local.Choose(string.Concat(Enumerable.Repeat("the silver sea ", 100)), "a", "b");

        var error = await Assert.ThrowsAsync<ProviderException>(() => Ask(examinee, tooLong));

        Assert.Equal(FaultKind.PromptTooLong, error.Kind);
        Assert.Matches("needs [0-9]{3,} tokens.* holds 128;", error.Problem.English);
    }

    [Fact]
    public async Task Cancelling_while_it_writes_ends_the_question_and_the_next_one_is_answered()
    {
        using var cancel = new CancellationTokenSource();
        // The second reading times the first token.
        using var examinee = Open(new(new TickingClock(reading => (reading == 2 ? cancel : null)?.Cancel())));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => examinee.AskAsync(Dream, cancel.Token));
        Assert.NotEmpty((await Ask(examinee, Dream)).Text);
    }

    [Fact]
    public async Task Questions_asked_side_by_side_wait_for_their_turn()
    {
        using var examinee = Open(new(TimeProvider.System) { MaxOutputTokens = 8 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask(examinee, Dream)));

        Assert.Single(replies.Select(reply => reply.Text).Distinct());
    }

    [Fact]
    public void A_file_that_is_no_model_is_an_error_that_names_it()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "Not a model at all.");

        AssertUnusable(file);
        AssertUnusable(Path.Combine(Path.GetTempPath(), "absent.gguf"));
        AssertUnusable("");
        File.Delete(file);
    }

    [Fact]
    public void A_torn_model_file_is_an_error_that_names_it()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, File.ReadAllBytes(SharedData.Path("models/aidreams260K.gguf"))[..100_000]);

        AssertUnusable(file);
        File.Delete(file);
    }

    private static void AssertUnusable(string path)
    {
        var error = Assert.Throws<BadInputException>(() => Local.Plugins.Open("gguf:" + path, Local.Settings));
        Assert.Contains($"\"{path}\"", error.Problem.English, StringComparison.Ordinal);
    }

    private static Examinee Open(LocalSettings settings) =>
        Local.Plugins.Open("gguf:" + SharedData.Path("models/aidreams260K.gguf"), settings);

    private static Task<Reply> Ask(Examinee examinee, Prompt prompt) =>
        examinee.AskAsync(prompt, TestContext.Current.CancellationToken);
}

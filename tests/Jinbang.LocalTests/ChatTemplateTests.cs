using Jinbang.Models;

namespace Jinbang.LocalTests;

public sealed class ChatTemplateTests
{
    private const string ChatMl =
        "{% for m in messages %}{{'<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>' + '\\n'}}{% endfor %}";

    private static readonly Prompt Dream = Local.Choose("I dream of", "a sea", "a tax form") with { Text = "I dream" };

    [Fact]
    public async Task A_models_own_template_frames_the_prompt_and_the_system_message()
    {
        using var chatting = new ChattingGguf(ChatMl);
        using var examinee = Local.Plugins.Open("gguf:" + chatting.Path, new(TimeProvider.System) { MaxOutputTokens = 1 });

        var plain = await TokensAsync(examinee, Dream);
        var told = await TokensAsync(examinee, Dream with { System = "Be brief" });

        // Written out by this small vocabulary, the marks are longer than the prompt.
        Assert.InRange(plain, 30, 90);
        Assert.InRange(told, plain + 20, 127);
    }

    [Fact]
    public async Task By_likelihood_a_model_that_chats_is_shown_the_prompt_and_its_labels_are_weighed()
    {
        using var chatting = new ChattingGguf(ChatMl);
        using var examinee = Local.Plugins.Open(
            "gguf:" + chatting.Path, new(TimeProvider.System) { AnswerBy = AnswerBy.Likelihood });

        var reply = await examinee.AskAsync(Dream, TestContext.Current.CancellationToken);
        var sameTexts = await examinee.AskAsync(
            Dream with { Choices = [.. Dream.Choices.Select(choice => choice with { Text = "the same" })] },
            TestContext.Current.CancellationToken);

        Assert.Contains(reply.Text, (string[])["A", "B"]);
        Assert.Equal(reply.Text, sameTexts.Text);
    }

    [Fact]
    public void A_template_that_the_runtime_does_not_know_is_an_error_before_anything_is_asked()
    {
        using var chatting = new ChattingGguf("{{ a template of nobody's }}");

        var error = Assert.Throws<BadInputException>(() => Local.Plugins.Open("gguf:" + chatting.Path, Local.Settings));

        Assert.Contains(chatting.Path, error.Problem.English, StringComparison.Ordinal);
        Assert.Contains("chat template", error.Problem.English, StringComparison.Ordinal);
    }

    private static async Task<int> TokensAsync(Examinee examinee, Prompt prompt) =>
        (await examinee.AskAsync(prompt, TestContext.Current.CancellationToken)).Usage!.Prompt;
}

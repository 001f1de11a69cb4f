using Jinbang.Models;

namespace Jinbang.Tests.Runs;

/// <summary>A model that does as the test says, and counts how often it was asked.</summary>
internal sealed class ScriptedExaminee(Model model, Func<Prompt, int, Reply> script) : Examinee(model)
{
    private int calls;

    public int Calls => calls;

    /// <summary>Called before each answer; where tests make a call last.</summary>
    public Func<CancellationToken, Task> Before { get; init; } = _ => Task.CompletedTask;

    public static ScriptedExaminee Always(string text, string name = "model-a") =>
        new(Samples.Model(name), (_, _) => new Reply(Outcome.Replied, text) { Usage = new TokenUsage(100, 10), Elapsed = TimeSpan.FromSeconds(2) });

    public static ScriptedExaminee Failing(FaultKind kind, string name = "model-a") =>
        new(Samples.Model(name), (_, _) => throw new ProviderException(kind, new($"no luck ({kind})", "不行")));

    public override async Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var call = Interlocked.Increment(ref calls);
        await Before(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return script(prompt, call);
    }
}

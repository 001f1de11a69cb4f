using Jinbang.Models;

namespace Jinbang.Gguf;

/// <summary>A GGUF model that answers one question at a time, off the caller's thread.</summary>
internal abstract class GgufExaminee(Model model, GgufMind mind, TimeProvider time) : Examinee(model)
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <inheritdoc/>
    public override int? Concurrency => 1;

    protected GgufMind Mind => mind;

    /// <inheritdoc/>
    public override async Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var start = time.GetTimestamp();
            var reply = await Task.Run(() => Answer(prompt, () => time.GetElapsedTime(start), cancellationToken), cancellationToken);
            return reply with { Elapsed = time.GetElapsedTime(start) };
        }
        finally
        {
            turn.Release();
        }
    }

    protected abstract Reply Answer(Prompt prompt, Func<TimeSpan> elapsed, CancellationToken cancellationToken);

    /// <exception cref="ProviderException">The context does not hold so many tokens.</exception>
    protected void CheckFits(int tokens)
    {
        if (tokens > mind.Size)
        {
            throw new ProviderException(FaultKind.PromptTooLong, new(
                $"The prompt needs {tokens} tokens and the context of {Model.Name} holds {mind.Size}; open it with a larger context, if it was trained for one.",
                $"提示词需要 {tokens} 个 token，而 {Model.Name} 的上下文只能容纳 {mind.Size} 个；若模型支持，请以更大的上下文打开。"));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            mind.Dispose();
            turn.Dispose();
        }

        base.Dispose(disposing);
    }
}

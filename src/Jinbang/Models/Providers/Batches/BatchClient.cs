namespace Jinbang.Models.Providers.Batches;

/// <summary>Hands batches over to a provider and takes their results. Never retries.</summary>
public abstract class BatchClient
{
    /// <summary>The bytes that a request takes up in a batch.</summary>
    public long SizeOf(BatchRequest request) => Line(request).Length + 1;

    /// <summary>Looks whether a batch is at the provider already.</summary>
    /// <exception cref="ProviderException">It could not be told.</exception>
    public abstract Task<Sought> FindAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Hands a batch over.</summary>
    /// <returns>The provider's id of it.</returns>
    /// <exception cref="ProviderException">It was not taken, or it is not known whether it was (<see cref="ProviderException.MayHaveBeenBilled"/>).</exception>
    public abstract Task<string> SubmitAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Asks how far a batch has come.</summary>
    /// <exception cref="ProviderException">The provider did not say.</exception>
    public abstract Task<BatchState> LookAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the results of a batch that has ended, in whatever order they come; no more than a few beyond those that there can be.</summary>
    /// <param name="state">The batch.</param>
    /// <param name="count">How many requests it held.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProviderException">They could not be read to the end.</exception>
    public abstract IAsyncEnumerable<BatchResult> ReadAsync(BatchState state, int count, CancellationToken cancellationToken);

    /// <summary>A request as the form has it.</summary>
    private protected abstract ReadOnlyMemory<byte> Line(BatchRequest request);

    /// <summary>Speaks to a provider that takes batches; null when it takes none.</summary>
    internal static BatchClient? Of(ProviderConnection connection, Model model) => connection.Provider.Batch is not { } terms ? null : terms.Form switch
    {
        BatchForm.OpenAiFiles => new OpenAiBatches(new BatchCalls(connection, model.Id), terms),
        BatchForm.Anthropic => new AnthropicBatches(new BatchCalls(connection, model.Id)),
    };
}

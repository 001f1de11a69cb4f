namespace Jinbang.Models.Providers.Batches;

/// <summary>Asks one model in batches: the same bodies are sent and the same replies read as in single calls.</summary>
public sealed class Batching
{
    private readonly ChatExaminee examinee;
    private readonly ProviderChatClient client;

    internal Batching(ChatExaminee examinee, ProviderChatClient client, BatchClient batches, BatchTerms terms)
    {
        (this.examinee, this.client) = (examinee, client);
        (Client, Terms) = (batches, terms);
    }

    /// <summary>Hands batches over.</summary>
    public BatchClient Client { get; }

    /// <summary>How large they may be, and at what price.</summary>
    public BatchTerms Terms { get; }

    /// <summary>A question as a request of a batch.</summary>
    /// <param name="id">What its result is known by.</param>
    /// <param name="prompt">The question.</param>
    public BatchRequest Write(string id, Prompt prompt) => new(id, client.Write(examinee.MessagesOf(prompt), examinee.OptionsOf(prompt)));

    /// <summary>The reply that a result holds, without times: nobody can tell how long the model worked on it.</summary>
    /// <exception cref="ProviderException">It holds no usable reply.</exception>
    public Reply Read(BatchResult result) => examinee.ReplyOf(client.Read(result.Status, result.Body));
}

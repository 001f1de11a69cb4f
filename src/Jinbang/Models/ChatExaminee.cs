using Jinbang.Models.Providers;
using Jinbang.Models.Providers.Batches;
using Microsoft.Extensions.AI;

namespace Jinbang.Models;

/// <summary>A model behind any chat client of the ecosystem.</summary>
/// <param name="model">The model, whose temperature and token limit count.</param>
/// <param name="client">The client that asks it; disposed with the examinee.</param>
/// <param name="time">The clock that measures.</param>
public sealed class ChatExaminee(Model model, IChatClient client, TimeProvider time) : Examinee(model)
{
    private readonly ChatOptions always = new()
    {
        Temperature = (float?)model.Temperature,
        MaxOutputTokens = model.MaxOutputTokens,
    };

    private readonly CallTelemetry telemetry = new(model, client, time);

    /// <summary>Whether replies are streamed, so that the first token's time is known and a stall is noticed.</summary>
    public bool Streaming { get; init; } = true;

    /// <summary>The worth of the currency in which replies tell what they cost; null when they do not tell.</summary>
    public ExchangeRate? CostsIn { get; init; }

    /// <summary>What the provider's own words for a reply's end mean.</summary>
    public IReadOnlyDictionary<string, Outcome> FinishReasons { get; init; } = new Dictionary<string, Outcome>();

    /// <summary>Takes the client's key out of replies, which are kept.</summary>
    public Redaction Redaction { get; init; } = new(null);

    /// <summary>Takes batches for the client's provider; null when it takes none.</summary>
    public BatchClient? Batches { get; init; }

    /// <inheritdoc/>
    public override Batching? Batching =>
        Batches is not null && client is ProviderChatClient { Provider.Batch: { } terms } own ? new(this, own, Batches, terms) : null;

    /// <inheritdoc/>
    public override Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken) =>
        telemetry.WatchAsync(() => AskUnwatchedAsync(prompt, null, cancellationToken));

    /// <inheritdoc/>
    public override Task<Reply> AskAsync(Prompt prompt, Action<ReplyPiece> hear, CancellationToken cancellationToken) => Streaming
        ? telemetry.WatchAsync(() => AskUnwatchedAsync(prompt, hear, cancellationToken))
        : base.AskAsync(prompt, hear, cancellationToken);

    private async Task<Reply> AskUnwatchedAsync(Prompt prompt, Action<ReplyPiece>? hear, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(MessagesOf(prompt), OptionsOf(prompt), hear, cancellationToken);
        }
        catch (Exception fault) when (ForeignFaults.Of(fault, Model) is { } known)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw known;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<Reply> ReadAsync(IEnumerable<ChatMessage> messages, ChatOptions options, Action<ReplyPiece>? hear, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (!Streaming)
        {
            var response = await client.GetResponseAsync(messages, options, cancellationToken);
            var elapsed = time.GetElapsedTime(start);
            return ReplyOf(response) with { Elapsed = elapsed };
        }

        return await ReadStreamAsync(client.GetStreamingResponseAsync(messages, options, cancellationToken), start, hear);
    }

    private async Task<Reply> ReadStreamAsync(IAsyncEnumerable<ChatResponseUpdate> updates, long start, Action<ReplyPiece>? hear)
    {
        var heard = new HeardReply(Redaction, hear);
        TimeSpan? firstToken = null;
        ChatFinishReason? finish = null;
        UsageDetails? usage = null;
        string? servedBy = null;
        await foreach (var update in updates)
        {
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case TextContent { Text.Length: > 0 } words:
                        heard.Add(new(words.Text, IsThinking: false));
                        firstToken ??= time.GetElapsedTime(start);
                        break;
                    case TextReasoningContent { Text.Length: > 0 } words:
                        heard.Add(new(words.Text, IsThinking: true));
                        firstToken ??= time.GetElapsedTime(start);
                        break;
                    case UsageContent told:
                        (usage ??= new UsageDetails()).Add(told.Details);
                        break;
                }
            }

            finish = update.FinishReason ?? finish;
            servedBy = update.ModelId ?? servedBy;
        }

        heard.End();
        return ReplyOf(heard.Text, heard.Thinking, finish, usage, servedBy) with
        {
            FirstToken = firstToken,
            Elapsed = time.GetElapsedTime(start),
        };
    }

    /// <summary>The reply that a whole response holds, without times.</summary>
    internal Reply ReplyOf(ChatResponse response) => ReplyOf(
        response.Text,
        string.Concat(response.Messages.SelectMany(it => it.Contents).OfType<TextReasoningContent>()),
        response.FinishReason,
        response.Usage,
        response.ModelId);

    private Reply ReplyOf(string text, string thinking, ChatFinishReason? finish, UsageDetails? told, string? servedBy) =>
        new(Models.FinishReasons.OutcomeOf(finish?.Value, FinishReasons), Redaction.Of(text))
        {
            Thinking = thinking.Length > 0 ? Redaction.Of(thinking) : null,
            FinishReason = Redaction.Of(finish?.Value),
            Usage = UsageOf(told),
            Cost = ToldCost.In(told) * CostsIn?.Yuan,
            CostBy = ToldCost.In(told) is not null && CostsIn is not null ? CostMark.Told(CostsIn) : null,
            ServedBy = Redaction.Of(servedBy),
        };

    /// <summary>What a prompt is sent with.</summary>
    internal ChatOptions OptionsOf(Prompt prompt)
    {
        if (prompt.Seed is null)
        {
            return always;
        }

        var options = always.Clone();
        options.Seed = prompt.Seed;
        return options;
    }

    /// <summary>A prompt as messages; where a system prompt is refused, its words go before the question.</summary>
    internal List<ChatMessage> MessagesOf(Prompt prompt) => prompt.System switch
    {
        null => [new(ChatRole.User, prompt.Text)],
        var system when Model.RefusesSystemPrompt => [new(ChatRole.User, $"{system}\n\n{prompt.Text}")],
        var system => [new(ChatRole.System, system), new(ChatRole.User, prompt.Text)],
    };

    private static TokenUsage? UsageOf(UsageDetails? told) =>
        Count(told?.InputTokenCount) is { } prompt && Count(told?.OutputTokenCount) is { } completion
            ? new TokenUsage(prompt, completion)
            {
                Reasoning = Count(told?.ReasoningTokenCount),
                Cached = Count(told?.CachedInputTokenCount) is { } cached && cached <= prompt ? cached : null,
            }
            : null;

    private static int? Count(long? told) => told is >= 0 and <= TokenUsage.Most ? (int)told : null;
}

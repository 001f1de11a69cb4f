using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Jinbang.Models.Providers.Dialects;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>Asks one model in its provider's dialect. Never retries.</summary>
/// <remarks>
/// Usage comes once, at the end of a stream, however often the provider repeats it. Pieces that a provider sends twice
/// are kept, because a model may repeat itself.
/// </remarks>
public sealed class ProviderChatClient : IChatClient
{
    private readonly ProviderConnection connection;
    private readonly RateNotices? notices;
    private readonly ChatDialect dialect;
    private readonly Faults faults;
    private readonly ChatClientMetadata metadata;

    /// <param name="connection">The provider; shared, so not closed with the client.</param>
    /// <param name="model">The model, of which the provider's id and the further request fields count here.</param>
    /// <param name="notices">Where to tell what answers say of rate limits; null for nowhere.</param>
    /// <exception cref="BadInputException">Further fields are not a JSON object, or nobody knows how the model is told to think or not to.</exception>
    public ProviderChatClient(ProviderConnection connection, Model model, RateNotices? notices = null)
    {
        var provider = connection.Provider;
        this.connection = connection;
        this.notices = notices;
        dialect = ChatDialect.Of(provider, model);
        faults = new Faults(provider, model.Id, connection.Key, connection.Redaction);
        metadata = new ChatClientMetadata(provider.Name, provider.Endpoint, model.Id);
    }

    /// <inheritdoc/>
    /// <exception cref="ProviderException">No usable reply was had.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var clock = connection.StartClock(cancellationToken);
        using var response = await SendAsync(messages, options, streaming: false, clock);
        return ResponseOf(IsSuccess(response) ? await ReadWholeAsync(response, clock) : await ReadFailureAsync(response, clock));
    }

    internal Provider Provider => connection.Provider;

    /// <summary>The body that a single call would send.</summary>
    internal ReadOnlyMemory<byte> Write(IEnumerable<ChatMessage> messages, ChatOptions options) => dialect.Write(messages, options, streaming: false);

    /// <summary>Reads what a single call would have been answered.</summary>
    /// <param name="status">The status; 0 when the request was not carried out.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="ProviderException">It is no usable reply.</exception>
    internal ChatResponse Read(int status, ReadOnlyMemory<byte> body)
    {
        if (status == 0)
        {
            throw faults.NotCarriedOut(ErrorBody.Read(body));
        }

        try
        {
            var part = status is >= 200 and < 300 ? dialect.Parse(body.Span) : new ReplyPart { Error = ErrorBody.Read(body) };
            return ResponseOf(Completed(Sound(part, status, null, hasBegun: part.HasWords)));
        }
        catch (JsonException fault)
        {
            throw faults.NotJson(fault);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ProviderException">No usable reply was had, or it broke off.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var clock = connection.StartClock(cancellationToken);
        clock.WaitFor(CallStage.FirstToken);
        using var response = await SendAsync(messages, options, streaming: true, clock);
        if (!IsSuccess(response) || response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            // A provider that does not stream gives the whole reply at once.
            var whole = IsSuccess(response) ? await ReadWholeAsync(response, clock) : await ReadFailureAsync(response, clock);
            yield return UpdateOf(whole, whole.FinishReason, whole.Usage);
            yield break;
        }

        using var stream = new BoundedStream(await OpenAsync(response, clock), connection.Limits, faults);
        var events = SseParser.Create(stream, dialect.Event).EnumerateAsync(clock.Token);
        await using var pieces = events.GetAsyncEnumerator(clock.Token);
        var end = default(ReplyPart);
        var length = 0;
        while (!end.IsEnd && await faults.WatchAsync(pieces.MoveNextAsync(), clock))
        {
            var piece = Sound(pieces.Current.Data, response, hasBegun: length > 0);
            end = Later(end, piece);
            if (piece.HasWords)
            {
                clock.WaitFor(CallStage.NextToken);
                length = Grown(length, piece);
                yield return UpdateOf(piece, null, null);
            }
        }

        // Sloppy servers leave out one of the two marks of an end, a cut connection both.
        var finish = Completed(end).FinishReason;
        yield return end.IsEnd || finish is not null
            ? UpdateOf(new ReplyPart { Model = end.Model }, finish, end.Usage)
            : throw faults.Cut(null);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>Does nothing: the connection is shared.</summary>
    public void Dispose()
    {
    }

    private async ValueTask<HttpResponseMessage> SendAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming, CallClock clock)
    {
        var body = ProviderConnection.Json(dialect.Write(messages, options, streaming));
        var sentAt = connection.Time.GetTimestamp();
        var response = await faults.WatchAsync(connection.SendAsync(HttpMethod.Post, dialect.Address(streaming), body, clock.Token), clock);
        if (notices is not null && RateHeaders.Of(response.Headers, sentAt, connection.Time) is { } notice)
        {
            notices.Tell(notice);
        }

        return response;
    }

    private ValueTask<Stream> OpenAsync(HttpResponseMessage response, CallClock clock) =>
        faults.WatchAsync(new ValueTask<Stream>(response.Content.ReadAsStreamAsync(clock.Token)), clock);

    private async ValueTask<ReplyPart> ReadWholeAsync(HttpResponseMessage response, CallClock clock)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type is not (null or "text/plain") && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            throw faults.NotJson(type);
        }

        var part = await faults.WatchAsync(
            connection.ReadAsync(response, faults, body => dialect.Parse(body.Span), clock.Token), clock);
        return Completed(Sound(part, response, hasBegun: part.HasWords));
    }

    private async ValueTask<ReplyPart> ReadFailureAsync(HttpResponseMessage response, CallClock clock)
    {
        var error = await faults.WatchAsync(ProviderConnection.ReadErrorAsync(response, clock.Token), clock);
        return Sound(new ReplyPart { Error = error }, response, hasBegun: false);
    }

    // Some providers tell of an error when they will not let a question or its reply through: that is a reply withheld.
    private ReplyPart Sound(in ReplyPart part, HttpResponseMessage response, bool hasBegun) =>
        part.Error is null ? part : Sound(part, (int)response.StatusCode, RetryAfter.Of(response.Headers, connection.Time), hasBegun);

    private ReplyPart Sound(in ReplyPart part, int status, TimeSpan? retryAfter, bool hasBegun)
    {
        if (part.Error is not { } error)
        {
            return part;
        }

        return FaultKinds.IsWithheld(status, error, connection.Provider)
            ? new ReplyPart { HasChoice = true, IsEnd = true, FinishReason = ChatFinishReason.ContentFilter.Value }
            : throw faults.Refused(status, error, retryAfter, hasBegun);
    }

    private int Grown(int length, in ReplyPart piece) => length + piece.Length is var grown && grown <= connection.Limits.TextLength
        ? grown
        : throw faults.TooLarge(connection.Limits.TextLength);

    // What is known of a stream's end after another piece of it; what was told twice counts once.
    private static ReplyPart Later(in ReplyPart known, in ReplyPart piece) => new()
    {
        HasChoice = known.HasChoice || piece.HasChoice,
        IsEnd = piece.IsEnd,
        FinishReason = known.FinishReason ?? piece.FinishReason,
        Model = known.Model ?? piece.Model,
        Usage = Merged(known.Usage, piece.Usage),
    };

    private static UsageDetails? Merged(UsageDetails? known, UsageDetails? told) => known is null || told is null ? told ?? known : new()
    {
        InputTokenCount = told.InputTokenCount ?? known.InputTokenCount,
        OutputTokenCount = told.OutputTokenCount ?? known.OutputTokenCount,
        CachedInputTokenCount = told.CachedInputTokenCount ?? known.CachedInputTokenCount,
        ReasoningTokenCount = told.ReasoningTokenCount ?? known.ReasoningTokenCount,
        AdditionalCounts = told.AdditionalCounts ?? known.AdditionalCounts,
    };

    private ReplyPart Completed(in ReplyPart part) => part switch
    {
        { HasChoice: false } => throw faults.Malformed(new("its reply holds no choice", "回复中没有任何选项（choices 为空）")),
        { FinishReason: { } reason } when FinishReasons.IsBreak(reason, connection.Provider.FinishReasons) => throw faults.BrokenOff(reason),
        _ => part,
    };

    private static bool IsSuccess(HttpResponseMessage response) => response.IsSuccessStatusCode;

    private static ChatResponseUpdate UpdateOf(in ReplyPart part, string? finish, UsageDetails? usage)
    {
        var contents = ContentsOf(part);
        if (usage is not null)
        {
            contents.Add(new UsageContent(usage));
        }

        return new ChatResponseUpdate(ChatRole.Assistant, contents) { ModelId = part.Model, FinishReason = FinishOf(finish) };
    }

    private static ChatResponse ResponseOf(in ReplyPart part) => new(new ChatMessage(ChatRole.Assistant, ContentsOf(part)))
    {
        ModelId = part.Model,
        FinishReason = FinishOf(part.FinishReason),
        Usage = part.Usage,
    };

    private static List<AIContent> ContentsOf(in ReplyPart part)
    {
        var contents = new List<AIContent>(1);
        if (part.Thinking is { } thinking)
        {
            contents.Add(new TextReasoningContent(thinking));
        }

        if (part.Text is { } text)
        {
            contents.Add(new TextContent(text));
        }

        return contents;
    }

    private static ChatFinishReason? FinishOf(string? reason) => reason is null ? null : new ChatFinishReason(reason);
}

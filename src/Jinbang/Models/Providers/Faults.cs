using System.Net.Sockets;
using System.Text.Json;

namespace Jinbang.Models.Providers;

/// <summary>Says what went wrong with one model at one provider, in plain words and without the key.</summary>
internal sealed class Faults(Provider provider, string model, string? key, Redaction redaction)
{
    private string Who => $"{provider.Title} ({model})";

    /// <summary>Awaits a step of a call; what a server or the network did wrong becomes a <see cref="ProviderException"/>.</summary>
    public async ValueTask<T> WatchAsync<T>(ValueTask<T> step, CallClock clock)
    {
        try
        {
            return await step;
        }
        catch (OperationCanceledException fault)
        {
            clock.ThrowIfCallerCancelled();
            throw TooLate(clock, fault);
        }
        catch (Exception fault) when (clock.RanOut && fault is HttpRequestException or IOException)
        {
            throw TooLate(clock, fault);
        }
        catch (HttpRequestException fault)
        {
            throw Unreachable(fault);
        }
        catch (JsonException fault)
        {
            throw NotJson(fault);
        }
        catch (InvalidDataException fault)
        {
            throw Malformed(new("its reply cannot be unpacked", "回复无法解压"), fault);
        }
        catch (IOException fault)
        {
            throw Cut(fault);
        }
    }

    /// <summary>The provider answered with a status that is not success, or with an error in a successful answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="error">What it says.</param>
    /// <param name="retryAfter">How long it asks to wait, or null.</param>
    /// <param name="hasBegun">Whether a part of a reply came before.</param>
    public ProviderException Refused(int status, ErrorBody error, TimeSpan? retryAfter, bool hasBegun = false)
    {
        var kind = FaultKinds.Of(status, error, provider);
        var advice = Advice(kind);
        var words = PlainText.Of(error.Message.Length > 0 ? error.Message : error.Code, redaction);
        var told = words.Length == 0
            ? new Phrase($"{Who} answered {status}: {advice.English}.", $"{Who} 返回 {status}：{advice.Chinese}。")
            : new($"{Who} answered {status}: {advice.English}. It says: {words}", $"{Who} 返回 {status}：{advice.Chinese}。对方说明：{words}");

        // A gateway that gave up waiting does not know what became of the call behind it.
        var isPerhapsBilled = hasBegun || kind == FaultKind.Malformed || status is 408 or 504 or 524;
        return new(kind, isPerhapsBilled ? Billed(told) : told, retryAfter ?? error.RetryAfter)
        {
            MayHaveBeenBilled = isPerhapsBilled,
            IsOverload = status is 503 or 529,
        };
    }

    /// <summary>The model broke off without an end of its own.</summary>
    public ProviderException BrokenOff(string reason)
    {
        var words = PlainText.Of(reason, redaction);
        return PerhapsBilled(FaultKind.ServerError, new($"{Who} broke off its reply: {words}.", $"{Who} 中断了回复：{words}。"));
    }

    /// <summary>The reply ended before it was complete.</summary>
    public ProviderException Cut(Exception? cause) => PerhapsBilled(FaultKind.Connection, new(
        $"{Who}: the connection to {provider.Host} was cut in mid-reply.", $"{Who}：与 {provider.Host} 的连接在回复途中断开。"), cause);

    public ProviderException Malformed(Phrase what, Exception? cause = null) => PerhapsBilled(FaultKind.Malformed, new(
        $"{Who}: {what.English}; does {provider.Host} speak the OpenAI dialect?", $"{Who}：{what.Chinese}；{provider.Host} 是否为 OpenAI 兼容接口？"), cause);

    /// <summary>What should be JSON is not, or not what it should hold.</summary>
    public ProviderException NotJson(JsonException cause) => Malformed(new("its reply is not valid JSON", "回复不是有效的 JSON"), cause);

    /// <summary>A request of a batch that the provider did not carry out, and so does not bill.</summary>
    public ProviderException NotCarriedOut(ErrorBody error)
    {
        var words = PlainText.Of($"{error.Code} {error.Message}", redaction);
        return new(FaultKind.ServerError, new(
            $"{Who} did not carry this request of a batch out. It says: {words}", $"{Who} 未执行批次中的这个请求。对方说明：{words}"));
    }

    /// <summary>A body of another type than JSON.</summary>
    public ProviderException NotJson(string type)
    {
        var words = PlainText.Of(type, redaction);
        return Malformed(new($"its reply is {words} instead of JSON", $"回复是 {words} 而不是 JSON"));
    }

    /// <summary>More came than any reply holds; a repeat would only bring it again.</summary>
    public ProviderException TooLarge(int most) => new(FaultKind.Malformed, Billed(new(
        $"{Who}: its reply goes on after {most} bytes, more than any reply needs; the rest was not read.",
        $"{Who}：回复超过 {most} 字节，正常回复不会这么长；其余未读取。")))
    {
        WouldRecur = true,
    };

    private ProviderException TooLate(CallClock clock, Exception cause)
    {
        var (stage, limit) = clock.RanOut
            ? (StageName(clock.Stage), clock.Limit)
            : (new Phrase("no connection", "未能建立连接"), clock.ConnectLimit);
        var told = new Phrase($"{Who}: {stage.English} within {limit.TotalSeconds:0.###} s.", $"{Who}：{limit.TotalSeconds:0.###} 秒内{stage.Chinese}。");
        return clock.RanOut ? PerhapsBilled(FaultKind.Timeout, told, cause) : new(FaultKind.Timeout, told, cause: Clean(cause)) { MayHaveBeenBilled = false };
    }

    private static Phrase StageName(CallStage stage) => stage switch
    {
        CallStage.End => new("no complete reply", "未收到完整回复"),
        CallStage.FirstToken => new("no first token", "未收到首个 token"),
        CallStage.NextToken => new("no further token", "未收到后续 token"),
    };

    private ProviderException Unreachable(HttpRequestException fault)
    {
        if (fault.InnerException is BadInputException { Problem: var refused })
        {
            return new ProviderException(FaultKind.Connection, refused, cause: fault) { MayHaveBeenBilled = false, WouldRecur = true };
        }

        if (fault.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded)
        {
            return Malformed(new("its answer is not HTTP", "返回内容不是 HTTP"), fault);
        }

        if (fault.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown)
        {
            return PerhapsBilled(FaultKind.Connection, new(
                $"{Who}: {provider.Host} took the question and cut the connection without an answer.",
                $"{Who}：{provider.Host} 收到题目后断开了连接，没有作答。"), fault);
        }

        var why = (fault.HttpRequestError, (fault.InnerException as SocketException)?.SocketErrorCode) switch
        {
            (HttpRequestError.NameResolutionError, _) => new("its name is not known; is the address right", "域名无法解析；地址是否正确"),
            (HttpRequestError.SecureConnectionError, _) => new("no secure connection; are https and its certificate right", "无法建立安全连接；https 与证书是否正确"),
            (_, SocketError.ConnectionRefused) => new("connection refused; is the server running", "连接被拒绝；服务是否已启动"),
            _ => new Phrase("the connection failed; is the network up", "连接失败；网络是否正常"),
        };
        return new ProviderException(FaultKind.Connection, new(
            $"{Who}: cannot reach {provider.Host} : {why.English}?", $"{Who}：无法连接 {provider.Host} ：{why.Chinese}？"), cause: Clean(fault))
        {
            MayHaveBeenBilled = false,
        };
    }

    private ProviderException PerhapsBilled(FaultKind kind, Phrase told, Exception? cause = null) =>
        new(kind, Billed(told), cause: Clean(cause)) { MayHaveBeenBilled = true };

    private static Phrase Billed(Phrase told) => new($"{told.English} The call may have been billed.", $"{told.Chinese}这次调用可能已计费。");

    // The network's own words quote what the server sent.
    private Exception? Clean(Exception? cause) => cause is not null && redaction.Finds(cause.ToString()) ? null : cause;

    private Phrase Advice(FaultKind kind) => kind switch
    {
        FaultKind.Unauthorized when provider.KeyVariable is { } variable => key is null
            ? new($"a key is needed: set {variable}", $"需要密钥：请设置 {variable}")
            : new($"check the key in {variable}", $"请检查 {variable} 中的密钥"),
        FaultKind.Unauthorized => new("it lets nobody in without a key", "对方要求密钥"),
        FaultKind.QuotaExhausted => new("the account has no money or quota left", "账户余额或额度不足"),
        FaultKind.RateLimited => new("too many requests", "请求过于频繁"),
        FaultKind.ServerError or FaultKind.Timeout or FaultKind.Connection => new("it failed or is overloaded", "对方出错或过载"),
        FaultKind.PromptTooLong => new(
            "the question does not fit into the model's context", "题目超出模型的上下文长度"),
        FaultKind.BadRequest => new(
            "it refuses the request; check the address and the model's name and settings", "请求被拒绝；请检查地址、模型名称与设置"),
        FaultKind.Malformed => new("its reply holds no answer", "回复中没有答案"),
    };
}

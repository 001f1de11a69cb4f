using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Jinbang.Models.Providers;

namespace Jinbang.Models;

/// <summary>Sorts what other people's chat clients throw: a provider's failure is a fault, anything else stays a bug.</summary>
internal static class ForeignFaults
{
    /// <summary>The fault that an exception tells of; null when it says all that is needed already, or is a bug.</summary>
    public static ProviderException? Of(Exception thrown, Model model) => thrown is ProviderException or BadInputException || KindOf(thrown) is not { } kind
        ? null
        : new ProviderException(kind, Told(thrown, model));

    private static FaultKind? KindOf(Exception thrown) => StatusOf(thrown) is { } status and > 0
        ? FaultKinds.Of(status, new ErrorBody(thrown.Message, ""))
        : thrown switch
        {
            OperationCanceledException or TimeoutException => FaultKind.Timeout,
            HttpRequestException or IOException or SocketException => FaultKind.Connection,
            JsonException => FaultKind.Malformed,
            SystemException => null,
            _ => FaultKind.Malformed,
        };

    // Clients that follow System.ClientModel have a Status, others a StatusCode.
    private static int? StatusOf(Exception thrown) => thrown switch
    {
        HttpRequestException { StatusCode: { } code } => (int)code,
        SystemException => null,
        _ => (thrown.GetType().GetProperty("Status") ?? thrown.GetType().GetProperty("StatusCode"))?.GetValue(thrown) switch
        {
            int status => status,
            HttpStatusCode code => (int)code,
            _ => null,
        },
    };

    // The thrown exception itself is not kept: nobody knows whether a stranger's exception holds the key.
    private static Phrase Told(Exception thrown, Model model)
    {
        var words = PlainText.Of(thrown.Message, new Redaction(null));
        return new($"{model.Name}: the client failed: {words}", $"{model.Name}：客户端出错：{words}");
    }
}

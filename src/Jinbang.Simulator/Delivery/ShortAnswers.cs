using System.Buffers;
using System.Globalization;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Delivery;

/// <summary>Sends short answers whole. They are written and not flushed: the server flushes when the call has been counted.</summary>
internal static class ShortAnswers
{
    private static readonly byte[] Page =
        "<html><head><title>Bad Gateway</title></head><body><center><h1>Bad Gateway</h1></center></body></html>\n"u8.ToArray();

    /// <summary>Sends an error in a house's form.</summary>
    public static void Reject(this HttpResponse response, House house, Problem problem, TimeSpan? retryAfter = null)
    {
        var (status, body) = house.Errors.Of(problem);
        response.StatusCode = status;
        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            response.Headers["retry-after-ms"] = Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        }

        response.SendJson(body);
    }

    /// <summary>Sends a page of HTML as gateways do.</summary>
    public static void SendPage(this HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.Send(Page, "text/html");
    }

    /// <summary>Sends JSON.</summary>
    public static void SendJson(this HttpResponse response, ReadOnlyMemory<byte> json) => response.Send(json, "application/json");

    private static void Send(this HttpResponse response, ReadOnlyMemory<byte> body, string contentType)
    {
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body.Span);
    }
}

using System.Net;
using System.Net.Sockets;

namespace Jinbang.Tests.EndToEnd;

/// <summary>A collector on loopback that takes OpenTelemetry's http/protobuf and keeps what it gets.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    public OtlpReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Address + "/");
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Each request's path and body.</summary>
    public List<(string Path, byte[] Body)> Requests { get; } = [];

    /// <summary>The spans: names, attributes and the code of the status.</summary>
    public IEnumerable<(string Name, Dictionary<string, object> Attributes, ulong Status)> Spans =>
        from body in Bodies("/v1/traces")
        from resource in Proto.Parts(body, 1)
        from scope in Proto.Parts(resource, 2)
        from span in Proto.Parts(scope, 2)
        let status = Proto.Parts(span, 15).Select(part => Proto.Number(part, 3)).FirstOrDefault()
        select (Proto.Text(span, 5), Attributes(span, 9), status);

    /// <summary>The spans once more: by which trace and which process.</summary>
    public IEnumerable<(string Trace, string Process, string Name)> Traces =>
        from body in Bodies("/v1/traces")
        from resource in Proto.Parts(body, 1)
        let process = (string)Attributes(Proto.Parts(resource, 1).Single(), 1)["service.instance.id"]
        from scope in Proto.Parts(resource, 2)
        from span in Proto.Parts(scope, 2)
        select (Convert.ToHexString(Proto.Parts(span, 1).Single().Span), process, Proto.Text(span, 5));

    /// <summary>The points of histograms: names, attributes, how often recorded and the sum.</summary>
    public IEnumerable<(string Name, Dictionary<string, object> Attributes, ulong Count, double Sum)> Points =>
        from body in Bodies("/v1/metrics")
        from resource in Proto.Parts(body, 1)
        from scope in Proto.Parts(resource, 2)
        from metric in Proto.Parts(scope, 2)
        from histogram in Proto.Parts(metric, 9)
        from point in Proto.Parts(histogram, 1)
        select (Proto.Text(metric, 1), Attributes(point, 9), Proto.Number(point, 4), BitConverter.UInt64BitsToDouble(Proto.Number(point, 5)));

    public async ValueTask DisposeAsync()
    {
        // Stopped before, it would want its port once more as it closes, and somebody may have that by then.
        listener.Close();
        await serving;
    }

    private IEnumerable<ReadOnlyMemory<byte>> Bodies(string path) =>
        Requests.Where(request => request.Path == path).Select(request => (ReadOnlyMemory<byte>)request.Body);

    private static Dictionary<string, object> Attributes(ReadOnlyMemory<byte> parent, int field) => Proto.Parts(parent, field)
        .ToDictionary(pair => Proto.Text(pair, 1), pair => Value(Proto.Parts(pair, 2).Single()));

    private static object Value(ReadOnlyMemory<byte> any) => Proto.Fields(any).First() switch
    {
        { Field: 1 } => Proto.Text(any, 1),
        { Field: 3, Number: var number } => (long)number,
        { Field: 4, Number: var number } => BitConverter.UInt64BitsToDouble(number),
        { Field: 5, Bytes: var list } => string.Join(',', Proto.Parts(list, 1).Select(Value)),
        var other => other.Number,
    };

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Requests.Add((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}

using System.Buffers;
using Jinbang.Simulator.Counting;
using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator.Delivery;

/// <summary>Sends a reply's bytes in its own time, with the faults of its transport.</summary>
internal sealed class BodyDelivery(HttpContext context, Call call, TimeSpan latency, TimeProvider time)
{
    private const double FirstTokenShare = 0.25;
    private const int PiecesAtOnce = 100;
    private readonly long start = time.GetTimestamp();

    /// <summary>Sends a body at once, when the whole latency is over.</summary>
    public Task SendAsync(ReadOnlyMemory<byte> body)
    {
        ReadOnlyMemory<byte>[] pieces = [body[..(body.Length / 2)], body[(body.Length / 2)..]];
        pieces = pieces.With(call.Fault?.Flaw, isStream: false);
        context.Response.ContentLength = pieces.Sum(piece => piece.Length);
        return SendAsync(pieces, "application/json", firstShare: 1);
    }

    /// <summary>Sends events: the first after a share of the latency, the rest evenly over what remains.</summary>
    public Task SendAsync(IEnumerable<ReadOnlyMemory<byte>> events) =>
        SendAsync(events.ToArray().With(call.Fault?.Flaw, isStream: true), "text/event-stream", FirstTokenShare);

    private async Task SendAsync(ReadOnlyMemory<byte>[] pieces, string contentType, double firstShare)
    {
        context.Response.ContentType = call.Fault?.Flaw == Flaw.ContentType ? "text/plain" : contentType;
        if (call.Fault?.Flaw == Flaw.Bomb)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        for (var index = 0; index < pieces.Length; index++)
        {
            var share = firstShare + ((1 - firstShare) * index / pieces.Length);
            await WaitAsync((latency * share) + Delay - time.GetElapsedTime(start), hasBegun: index > 0);
            if (index == pieces.Length / 2 && await IsCutAsync())
            {
                return;
            }

            context.Response.BodyWriter.Write(pieces[index].Span);
            if (IsBulk && index % PiecesAtOnce == 0)
            {
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }
    }

    private TimeSpan Delay => call.Fault is { Flaw: Flaw.Slow } slow ? slow.Pause : TimeSpan.Zero;

    private bool IsBulk => call.Fault?.Flaw is Flaw.Huge or Flaw.Bomb;

    private async Task<bool> IsCutAsync()
    {
        if (call.Fault is { Flaw: Flaw.Stall } stall)
        {
            await WaitAsync(stall.Pause, hasBegun: true);
        }
        else if (call.Fault is { Flaw: Flaw.Cut })
        {
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            call.IsCut = true;
        }

        return call.IsCut;
    }

    private async ValueTask WaitAsync(TimeSpan pause, bool hasBegun)
    {
        if (pause <= TimeSpan.Zero)
        {
            return;
        }

        if (hasBegun)
        {
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }

        await Task.Delay(pause, time, context.RequestAborted);
    }
}

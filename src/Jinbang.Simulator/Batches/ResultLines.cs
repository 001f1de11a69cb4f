using System.Text;

namespace Jinbang.Simulator.Batches;

/// <summary>Sends results, and what should not be among them where that is wanted.</summary>
internal static class ResultLines
{
    private const int VeryLong = 20_000_000;

    public static async Task SendAsync(HttpContext context, IReadOnlyList<byte[]> lines, BatchHabits habits, TimeProvider time)
    {
        context.Response.ContentType = "application/x-jsonl";
        foreach (var line in habits.IsStrange ? Strange(lines) : lines)
        {
            await Task.Delay(habits.LinePause, time, context.RequestAborted);
            await context.Response.Body.WriteAsync(line, context.RequestAborted);
            await context.Response.Body.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
            if (habits.LinePause > TimeSpan.Zero)
            {
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
    }

    // One each: broken, very long, no object, of no request, there twice.
    private static IEnumerable<byte[]> Strange(IReadOnlyList<byte[]> lines)
    {
        yield return "{\"custom_id\":"u8.ToArray();
        yield return Encoding.ASCII.GetBytes(new string('x', VeryLong));
        yield return "[1]"u8.ToArray();
        yield return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(lines[0]).Replace("\"custom_id\":\"", "\"custom_id\":\"no-", StringComparison.Ordinal));
        yield return lines[0];
        foreach (var line in lines)
        {
            yield return line;
        }
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>A whole run watched from the server's side.</summary>
/// <param name="Makespan">Seconds from the first request to the last awaited reply.</param>
/// <param name="Wall">Seconds of the whole process; null when it was still at work after the last awaited reply and was ended.</param>
/// <param name="Replies">Replies sent.</param>
/// <param name="Refused">Requests refused with 429.</param>
internal sealed record LimitedRun(double Makespan, double? Wall, long Replies, long Refused)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program until the server has sent so many replies, and then to its end if that comes within some time.</summary>
    public static async Task<LimitedRun> WatchAsync(
        ProcessStartInfo start, string endpoint, long replies, TimeSpan patience, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        using var http = new HttpClient();
        var stats = new Uri(new Uri(endpoint), "/stats");
        await http.PostAsync(new Uri(stats, "/stats/reset"), null, cancellationToken);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var began = time.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        long? first = null;
        var (sent, last) = (0L, began);
        while (sent < replies && !process.HasExited)
        {
            await Task.Delay(Beat, time, cancellationToken);
            using var now = JsonDocument.Parse(await http.GetStringAsync(stats, cancellationToken));
            first ??= now.RootElement.GetProperty("requests").GetInt64() > 0 ? time.GetTimestamp() : null;
            (sent, last) = (now.RootElement.GetProperty("replies").GetInt64(), time.GetTimestamp());
        }

        await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(patience, time, cancellationToken));
        double? wall = process.HasExited ? time.GetElapsedTime(began).TotalSeconds : null;
        process.Kill(entireProcessTree: true);
        await Task.WhenAll(output, errors);
        using var end = JsonDocument.Parse(await http.GetStringAsync(stats, cancellationToken));
        var refused = end.RootElement.GetProperty("by_status").TryGetProperty("429", out var count) ? count.GetInt64() : 0;
        return new LimitedRun(time.GetElapsedTime(first ?? began, last).TotalSeconds, wall, sent, refused);
    }
}

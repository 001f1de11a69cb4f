using System.Diagnostics;
using System.Globalization;

namespace Jinbang.Bench;

/// <summary>People who read a site, and what they wait. Times are what a client on the same machine sees.</summary>
/// <param name="client">Asks the site.</param>
/// <param name="server">The site's process.</param>
internal sealed class SiteReaders(HttpClient client, Process server)
{
    public const int Many = 50;

    /// <summary>A reader looks at a page before turning to the next.</summary>
    public static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    /// <summary>The memory that the server has.</summary>
    public double Megabytes
    {
        get
        {
            server.Refresh();
            return server.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Prints the table's head.</summary>
    public static void Head()
    {
        Console.WriteLine("| page | readers | P50 ms | P99 ms | KB | server MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
    }

    /// <summary>Lets them read, and prints a row.</summary>
    public async Task ShowAsync(string what, int readers, Func<int, string> address, TimeSpan glance, int rounds, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var size = 0;
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
        {
            // Fifty do not come at one instant.
            await Task.Delay(glance * reader / readers, TimeProvider.System, cancellationToken);
            for (var round = 0; round < rounds; round++)
            {
                var began = TimeProvider.System.GetTimestamp();
                size = (await client.GetByteArrayAsync(address(reader + round), cancellationToken)).Length;
                var took = TimeProvider.System.GetElapsedTime(began);
                lock (times)
                {
                    times.Add(took.TotalMilliseconds);
                }

                await Task.Delay(glance, TimeProvider.System, cancellationToken);
            }
        }));
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {readers} | {sorted[sorted.Count / 2]:F1} | {sorted[(int)(sorted.Count * 0.99)]:F1} | {size / 1e3:F0} | {Megabytes:F0} |"));
    }
}

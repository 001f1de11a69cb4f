using System.Globalization;
using Microsoft.Playwright;

namespace Jinbang.Bench.Painting;

/// <summary>How soon a browser that has never been here shows a board, and how smoothly a board of 400 models scrolls.</summary>
internal static class Paint
{
    private const string Browser = "/usr/bin/chromium";
    private const int Rounds = 20;
    private const int Wheel = 120;

    private const string FirstPaint = """
        () => new Promise(told => new PerformanceObserver(list => told(list.getEntriesByName("first-contentful-paint")[0].startTime))
          .observe({ type: "paint", buffered: true }))
        """;

    private const string Watch = """
        () => {
          window.frames_ = [];
          let last = performance.now();
          const look = now => { window.frames_.push(now - last); last = now; requestAnimationFrame(look); };
          requestAnimationFrame(now => { last = now; requestAnimationFrame(look); });
        }
        """;

    /// <param name="folder">A workspace, whose first board is looked at; null for a made-up board of 400 models.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<int> MeasureAsync(string? folder, CancellationToken cancellationToken)
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("jinbang-bench-").FullName : null;
        if (own is not null)
        {
            await CrowdedBoard.WriteAsync(own, cancellationToken);
        }

        using (var site = await ServedSite.OpenAsync(own ?? folder!, [], cancellationToken))
        {
            await site.WarmAsync(cancellationToken);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser, Args = ["--no-sandbox"] });
            Console.WriteLine($"Chromium {browser.Version}");
            var board = new Uri(site.Address, own is not null ? CrowdedBoard.Path : await site.FirstBoardAsync(cancellationToken));
            await ShowPaintsAsync(browser, "list of boards", new(site.Address, "/boards"));
            await ShowPaintsAsync(browser, "board", board);
            foreach (var (what, width, height) in new[] { ("desk", 1280, 900), ("phone", 390, 844) })
            {
                await ShowScrollingAsync(browser, what, width, height, board);
            }
        }

        if (own is not null)
        {
            Directory.Delete(own, recursive: true);
        }

        return 0;
    }

    private static async Task ShowPaintsAsync(IBrowser browser, string what, Uri address)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            await page.GotoAsync(address.AbsoluteUri);
            times.Add(await page.EvaluateAsync<double>(FirstPaint));
        }

        Console.WriteLine(FormattableString.Invariant($"first contentful paint of the {what}: median {Machinery.Median(times):F0} ms, worst {times.Max():F0} ms ({Rounds} rounds)"));
    }

    private static async Task ShowScrollingAsync(IBrowser browser, string what, int width, int height, Uri address)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator(".scroll").First.ScrollIntoViewIfNeededAsync();
        var box = await page.Locator("table.board tbody tr").Nth(4).BoundingBoxAsync() ?? throw new InvalidOperationException("The board has no rows.");
        await page.Mouse.MoveAsync(width / 2f, box.Y);
        await page.EvaluateAsync(Watch);
        var steps = 0;
        while (await page.EvaluateAsync<bool>("(() => { const one = document.querySelector('.scroll'); return one.scrollTop + one.clientHeight < one.scrollHeight - 1; })()") && steps++ < 2000)
        {
            await page.Mouse.WheelAsync(0, Wheel);
        }

        var frames = (await page.EvaluateAsync<double[]>("window.frames_")).Order().ToList();
        var cells = await page.EvaluateAsync<int>("document.querySelectorAll('table.board tbody tr > *').length");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"scrolling {cells} cells, {what}: {steps} turns of the wheel, {frames.Count} frames, median {Machinery.Median(frames):F1} ms, P95 {frames[(int)(frames.Count * 0.95)]:F1} ms, longest {frames[^1]:F1} ms, over 50 ms {100.0 * frames.Count(frame => frame > 50) / frames.Count:F1}%"));
    }
}

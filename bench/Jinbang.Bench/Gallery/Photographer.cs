using System.Globalization;
using Microsoft.Playwright;

namespace Jinbang.Bench.Gallery;

/// <summary>Takes pictures of pages: in both languages and both themes, at each width.</summary>
/// <param name="browser">The browser.</param>
/// <param name="folder">Where pictures go.</param>
/// <param name="widths">The widths in pixels.</param>
/// <param name="isWhole">Whether the whole page is on the picture, or only what is seen at first.</param>
internal sealed class Photographer(IBrowser browser, string folder, IReadOnlyList<int> widths, bool isWhole)
{
    private const int Desk = 700;

    /// <summary>The only pages that pictures are taken of; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Takes the pictures of a page, NAME.LANGUAGE.THEME.WIDTH.png.</summary>
    /// <param name="name">What the page is called.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="act">What is done on the page before; null for nothing.</param>
    public async Task ShootAsync(string name, Uri address, Func<IPage, Task>? act = null)
    {
        foreach (var width in widths.Where(_ => Only.Count == 0 || Only.Contains(name)))
        {
            foreach (var (language, theme) in new[] { ("en", "light"), ("zh", "light"), ("en", "dark"), ("zh", "dark") })
            {
                await using var context = await browser.NewContextAsync(new()
                {
                    ViewportSize = new() { Width = width, Height = width > Desk ? 860 : 844 },
                    IgnoreHTTPSErrors = true,
                    ReducedMotion = ReducedMotion.Reduce,
                });
                await context.AddCookiesAsync(new[] { ("jinbang-language", language), ("jinbang-theme", theme) }.Select(cookie =>
                    new Cookie { Name = cookie.Item1, Value = cookie.Item2, Url = address.GetLeftPart(UriPartial.Authority) }));
                var page = await context.NewPageAsync();
                await page.GotoAsync(address.AbsoluteUri);
                await (act?.Invoke(page) ?? Task.CompletedTask);
                var file = string.Create(CultureInfo.InvariantCulture, $"{name}.{language}.{theme}.{width}.png");
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = isWhole, Animations = ScreenshotAnimations.Disabled });
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var sideways)
                {
                    Console.WriteLine($"{file} can be scrolled sideways by {sideways} pixels");
                }
            }
        }
    }
}

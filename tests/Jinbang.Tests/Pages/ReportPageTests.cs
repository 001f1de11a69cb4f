using Jinbang.Boards.Pages;
using Microsoft.Playwright;

namespace Jinbang.Tests.Pages;

[Collection(ChromiumGroup.Name)]
public sealed class ReportPageTests(Chromium chromium) : IDisposable
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 } };

    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-report-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_column_s_heading_sorts_by_mouse_and_by_keyboard()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English));
        var cost = visit.Page.Locator("table.board").First.Locator("thead th", new() { HasText = "Yuan/1,000" });
        await cost.GetByRole(AriaRole.Button).ClickAsync();

        Assert.Equal("ascending", await cost.GetAttributeAsync("aria-sort"));
        var rising = await visit.ColumnAsync("Yuan/1,000");
        Assert.Equal(rising.SkipLast(1).Select(double.Parse).Order(), rising.SkipLast(1).Select(double.Parse));
        Assert.Equal("/", rising[^1]);

        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("descending", await cost.GetAttributeAsync("aria-sort"));
        var falling = await visit.ColumnAsync("Yuan/1,000");
        Assert.Equal(rising.SkipLast(1).Reverse().Append("/").Select(Number), falling.Select(Number));
        Assert.Equal(1, await visit.Page.Locator("table.board").First.Locator("[aria-sort]").CountAsync());
    }

    [Fact]
    public async Task Names_sort_as_people_count()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English));
        await visit.Page.Locator("table.board").First.Locator("thead th", new() { HasText = "Model" }).GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal(["model-1", "model-2 new", "model-3"], (await visit.ColumnAsync("Model")).Take(3));
    }

    [Fact]
    public async Task Models_are_found_by_name_house_weights_thinking_and_price()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English));
        var form = visit.Page.Locator("form.filters").First;
        var search = form.Locator("[name=text]");
        await search.FillAsync("MODEL-1 harbor");
        Assert.Equal(["model-1", "model-11", "model-13", "model-15", "model-17", "model-19"], await visit.ColumnAsync("Model"));
        Assert.Equal("6 / 20", await form.Locator("output").InnerTextAsync());

        await search.FillAsync("");
        await form.Locator("[name=open]").SelectOptionAsync("open");
        await form.Locator("[name=thinks]").SelectOptionAsync("yes");
        Assert.Equal(["model-12"], await visit.ColumnAsync("Model"));

        await form.Locator("[name=open]").SelectOptionAsync("");
        await form.Locator("[name=thinks]").SelectOptionAsync("");
        await form.Locator("[name=price]").SelectOptionAsync("mid");
        await form.Locator("[name=house]").SelectOptionAsync("云山");
        Assert.Equal(["model-2 new", "model-4"], await visit.ColumnAsync("Model"));
        Assert.Equal(12, await visit.Page.Locator("table.board").Nth(1).Locator("tbody tr:not([hidden])").CountAsync());
    }

    [Fact]
    public async Task A_bad_case_opens_with_its_key_and_what_was_read()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English));
        await visit.Page.GetByText("Bad cases: 2 of 9 shown").ClickAsync();
        await visit.Page.GetByText("wrong 7 · unreadable 2 · 7 not shown").ClickAsync();
        var one = visit.Page.Locator(".case").First;
        await one.Locator("> summary").ClickAsync();

        Assert.Equal("答案是 C", await one.Locator("mark").InnerTextAsync());
        Assert.StartsWith("B.", await one.Locator(".options .key").InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("C.", await one.Locator(".options .picked").InnerTextAsync(), StringComparison.Ordinal);
        var thinking = one.GetByText("想一想");
        Assert.False(await thinking.IsVisibleAsync());
        await one.GetByText("Thinking (").ClickAsync();
        Assert.True(await thinking.IsVisibleAsync());
    }

    [Fact]
    public async Task Language_and_theme_are_switched_and_stay_so()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.Chinese), new() { ColorScheme = ColorScheme.Light });
        var light = await BackgroundAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal("Examination report", await visit.Page.Locator("h1").InnerTextAsync());
            Assert.Equal("Examination report", await visit.Page.TitleAsync());
            Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal("Model or house", await visit.Page.Locator("[name=text]").First.GetAttributeAsync("placeholder"));
            Assert.Equal("true", await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).GetAttributeAsync("aria-pressed"));
            Assert.NotEqual(light, await BackgroundAsync(visit));
            await visit.Page.ReloadAsync();
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "System" }).ClickAsync();
        Assert.Equal(light, await BackgroundAsync(visit));
    }

    [Fact]
    public async Task It_is_read_without_javascript()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English), new() { JavaScriptEnabled = false, ColorScheme = ColorScheme.Dark });
        Assert.Equal(20, await visit.Page.Locator("table.board").First.Locator("tbody tr").CountAsync());
        Assert.True(await visit.Page.GetByText("A difference below 4 questions").First.IsVisibleAsync());
        Assert.True(await visit.Page.GetByText("How to read this").Nth(1).IsVisibleAsync());
        Assert.False(await visit.Page.Locator(".controls").IsVisibleAsync());
        Assert.False(await visit.Page.Locator("form.filters").First.IsVisibleAsync());
        await visit.Page.GetByText("Bad cases: 2 of 9 shown").ClickAsync();
        await visit.Page.GetByText("wrong 7").ClickAsync();
        await visit.Page.Locator(".case > summary").First.ClickAsync();
        Assert.True(await visit.Page.Locator(".case mark").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_phone_only_the_table_scrolls_sideways(bool isHostile)
    {
        var report = isHostile ? new Report(Language.English, [MadeUpBoards.HostilePage()]) : MadeUpBoards.Report(Language.Chinese);
        await using var visit = await OpenAsync(report, Phone);
        await visit.OpenDetailsAsync();
        Assert.Equal(0, await visit.SidewaysAsync());
        await visit.Page.Locator("[value=en]").ClickAsync();
        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("(box => box.scrollWidth > box.clientWidth)(document.querySelector('.scroll'))"));
    }

    [Fact]
    public async Task On_paper_everything_is_unfolded_and_nothing_asks_to_be_clicked()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English), new() { JavaScriptEnabled = false, ColorScheme = ColorScheme.Dark });
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var reply = (await visit.Page.Locator(".case mark").First.BoundingBoxAsync())!;
        Assert.True(reply.Height > 5);
        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.Locator("html").EvaluateAsync<string>("root => getComputedStyle(root).backgroundColor"));
        await using var scripted = await OpenAsync(MadeUpBoards.Report(Language.English));
        await scripted.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await scripted.Page.Locator("form.filters").First.IsVisibleAsync());
        Assert.False(await scripted.Page.Locator(".controls").IsVisibleAsync());
    }

    [Fact]
    public async Task No_request_leaves_the_page_and_none_could()
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Language.English));
        await visit.OpenDetailsAsync();
        foreach (var button in await visit.Page.GetByRole(AriaRole.Button).AllAsync())
        {
            await button.ClickAsync();
        }

        Assert.Equal(visit.Page.Url, Assert.Single(visit.Requests));
        Assert.Empty(visit.Faults);
        var refused = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              const refused = [];
              addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
              await fetch('https://example.invalid/').catch(() => 0);
              document.body.append(Object.assign(new Image(), { src: 'https://example.invalid/a.png' }));
              document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' }));
              await new Promise(done => setTimeout(done, 50));
              return [...refused, String(window.hacked)];
            }
            """);
        Assert.Equal(["connect-src", "img-src", "script-src-elem", "undefined"], refused.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("zh", ColorScheme.Light)]
    [InlineData("zh", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Axe_finds_no_serious_fault(string language, ColorScheme scheme)
    {
        await using var visit = await OpenAsync(MadeUpBoards.Report(Languages.Parse(language)!.Value), new() { ColorScheme = scheme });
        await visit.OpenDetailsAsync();
        Assert.Empty(await visit.SeriousFaultsAsync());
    }

    [Fact]
    public async Task Hostile_names_and_replies_stay_text()
    {
        await using var visit = await OpenAsync(new Report(Language.English, [MadeUpBoards.HostilePage()]));
        await visit.OpenDetailsAsync();
        await visit.Page.Locator("[name=text]").First.FillAsync("script");
        Assert.Empty(visit.Faults);
        Assert.Single(visit.Requests);
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.hacked === undefined"));
        Assert.Equal(1, await visit.Page.Locator("script").CountAsync());
        Assert.Equal(0, await visit.Page.Locator("img, iframe, [onload], [onerror], [onmouseover], a[href^='javascript']").CountAsync());
        var names = string.Join('\n', await visit.Page.Locator("tbody .name").AllInnerTextsAsync());
        Assert.Contains("<script>window.hacked=1;alert('name')</script>", names, StringComparison.Ordinal);
        var all = await visit.Page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain('\u202E', all);
        Assert.DoesNotContain('\u001B', all);
        Assert.Contains("⟨U+001B⟩[31mred", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_hundred_models_are_sorted_by_the_time_a_click_returns()
    {
        await using var visit = await OpenAsync(new Report(Language.English, [new(MadeUpBoards.Exam("Many", 400))]));
        var first = await visit.Page.EvaluateAsync<string>("""
            () => {
              [...document.querySelectorAll('table.board thead button')].find(button => button.textContent.includes('Avg. time')).click();
              return document.querySelector('table.board tbody .name').textContent;
            }
            """);
        Assert.Contains("model-400", first, StringComparison.Ordinal);
        Assert.Equal("model-400", (await visit.ColumnAsync("Model"))[0]);
    }

    private static double? Number(string text) => double.TryParse(text, out var number) ? number : null;

    private static Task<string> BackgroundAsync(Visit visit) =>
        visit.Page.Locator("html").EvaluateAsync<string>("root => getComputedStyle(root).backgroundColor");

    private Task<Visit> OpenAsync(Report report, BrowserNewContextOptions? options = null)
    {
        var file = Path.Combine(folder, $"{Path.GetRandomFileName()}.html");
        File.WriteAllText(file, ReportPage.Of(report));
        return chromium.OpenAsync(file, options);
    }
}

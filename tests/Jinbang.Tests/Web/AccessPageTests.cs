using Jinbang.Tests.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Jinbang.Tests.Web;

/// <summary>The doors, the interface's page and hostile names in a browser.</summary>
public sealed class AccessPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private readonly PublicRoom room = new();

    public async ValueTask InitializeAsync()
    {
        var files = room.Web.Room;
        files.Write("jinbang.yaml", "exams: [exam.yaml]\n");
        files.Write("exam.yaml", $$"""
            exam: hostile
            title: "{{Hostile}} title"
            language: en
            questions:
              - id: q1
                kind: single
                stem: "{{Hostile}} stem [link](javascript:alert(3))"
                options: {A: "{{Hostile}} one", B: two}
                key: B
            """);
        await files.ImportAsync("exam.yaml", $"model,question_id,reply\n\"{Hostile} model\",q1,\"A {Hostile} reply\"\n");
        await room.ServeAsync();
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    [InlineData("en", "Sign in", "wrong", "failed to sign in")]
    [InlineData("zh", "登录", "不正确", "登录失败")]
    public async Task A_reader_signs_in_is_shown_by_name_and_signs_out(string locale, string heading, string wrong, string failed)
    {
        await using var visit = await room.OpenAsync(chromium, "/audit", locale);
        var page = visit.Page;
        await page.SetViewportSizeAsync(360, 740);
        Assert.Equal(heading, await page.Locator("h1").InnerTextAsync());
        Assert.Empty(await visit.SeriousFaultsAsync());
        Assert.Equal(0, await visit.SidewaysAsync());
        await FillAsync(page, "not the password");
        Assert.Contains(wrong, await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await FillAsync(page, PublicRoom.Password);

        Assert.EndsWith("/audit", page.Url, StringComparison.Ordinal);
        Assert.Contains(failed, await page.Locator("table").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await visit.SeriousFaultsAsync());
        Assert.Equal(0, await visit.SidewaysAsync());
        await page.Locator(".signed button").ClickAsync();
        await page.GotoAsync(room.Web.Address + "/audit");
        Assert.Equal(heading, await page.Locator("h1").InnerTextAsync());
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_interface_s_page_works_and_nothing_leaves_the_server_or_is_blocked()
    {
        await using var visit = await room.OpenAsync(chromium, "/api/docs");
        await visit.Page.GetByText("Everything that the pages show").First.WaitForAsync();
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith("blob:", StringComparison.Ordinal)),
            address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_interface_s_page_is_in_the_theme_that_the_reader_chose(string theme)
    {
        await using var visit = await room.OpenAsync(chromium, $"/settings?theme={theme}&back=/api/docs");

        await visit.Page.Locator($"body.{theme}-mode").WaitForAsync();
    }

    [Fact]
    public async Task Hostile_names_stay_text_on_every_page()
    {
        await using var visit = await room.OpenAsync(chromium, "/sign-in");
        await FillAsync(visit.Page, PublicRoom.Password);
        var shown = 0;
        foreach (var path in Pages())
        {
            var answer = await visit.Page.GotoAsync(room.Web.Address + path);
            shown += answer!.Ok && (await visit.Page.Locator("body").InnerTextAsync()).Contains(Hostile, StringComparison.Ordinal) ? 1 : 0;
            Assert.Equal(0, await visit.Page.Locator("img[src=x]").CountAsync());
        }

        Assert.True(shown > 0, "No page showed the names.");
        // A page that needs a choice answers 4xx without one, which the browser counts as a fault.
        Assert.DoesNotContain(visit.Faults, fault => !fault.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    private IEnumerable<string> Pages() => room.Web.Site.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.OfType<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>().Any())
        .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content
            : part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "exam" } ? "hostile"
            : Uri.EscapeDataString(Hostile + " model"))))))
        .Distinct();

    private static async Task FillAsync(IPage page, string password)
    {
        await page.Locator("input[name=name]").FillAsync("admin");
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("button.main").ClickAsync();
    }
}

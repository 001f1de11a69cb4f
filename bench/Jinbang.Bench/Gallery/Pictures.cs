using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Jinbang.Bench.Painting;
using Microsoft.Playwright;

namespace Jinbang.Bench.Gallery;

/// <summary>Pictures of the site's pages over the example workspace, for the documentation and for whoever changes how pages look.</summary>
internal static class Pictures
{
    private const string Browser = "/usr/bin/chromium";
    private const string Whole = "whole";
    private const string Password = "bench of the gallery";
    private const string Support = "客服应答.csv";
    private const string Draft = "客服应答（草稿）.csv";

    /// <param name="folder">Where pictures go.</param>
    /// <param name="wishes">Widths, 1280 and 390 when none is given; "whole" for whole pages; names of pages, all when none is given.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<int> TakeAsync(string folder, string[] wishes, CancellationToken cancellationToken)
    {
        var widths = wishes.Where(wish => char.IsDigit(wish[0])).Select(wish => int.Parse(wish, CultureInfo.InvariantCulture)).ToList();
        var workspace = Directory.CreateTempSubdirectory("jinbang-gallery-").FullName;
        ExampleWorkspace.WriteExams(workspace);
        var (provider, endpoint) = await Machinery.SimulateAsync(SimulatorWords(workspace), cancellationToken);
        try
        {
            await ExampleWorkspace.WriteAsync(workspace, endpoint, cancellationToken);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser, Args = ["--no-sandbox"] });
            Directory.CreateDirectory(folder);
            var photographer = new Photographer(browser, folder, widths.Count > 0 ? widths : [1280, 390], wishes.Contains(Whole))
            {
                Only = [.. wishes.Where(wish => wish != Whole && !char.IsDigit(wish[0]))],
            };
            await TakeOpenAsync(photographer, workspace, cancellationToken);
            await TakePublicAsync(photographer, workspace, cancellationToken);
            await TakeEmptyAsync(photographer, cancellationToken);
            await FaultPages.TakeAsync(photographer, cancellationToken);
            await TakeCrowdedAsync(photographer, cancellationToken);
        }
        finally
        {
            provider.Kill();
            provider.Dispose();
            Directory.Delete(workspace, recursive: true);
        }

        return 0;
    }

    private static string[] SimulatorWords(string workspace) =>
    [
        "--latency", "lognormal:median=1500ms,sigma=0.5", "--think", "60", "--faults", "429=0.02", "--seed", "5",
        .. ExampleWorkspace.Exams.Append("explanations").SelectMany(exam => new[] { "--exam", Path.Combine(workspace, exam + ".yaml") }),
        "--exam", ExampleWorkspace.Given("support.csv"),
        .. ExampleWorkspace.Models.SelectMany(model => new[] { "--model", string.Create(CultureInfo.InvariantCulture, $"{model.Name}:{model.Chance(0):F2}") }),
    ];

    /// <summary>The pages as this machine's user sees them.</summary>
    private static async Task TakeOpenAsync(Photographer photographer, string workspace, CancellationToken cancellationToken)
    {
        using var site = await ServedSite.OpenAsync(workspace, [], cancellationToken);
        await site.WarmAsync(cancellationToken);
        var set = await UploadAsync(site, "support.csv", Support, cancellationToken);
        var broken = await UploadAsync(site, "broken.csv", Draft, cancellationToken);
        await StartAsync(site, set, ["Qinglan-4-Plus", "Qinglan-4-Flash", "Beiming-V5", "Hetu-Pro", "Fjell-5-mini", "Cedar-Flint"], cancellationToken);
        var cases = await MarkAsync(site, cancellationToken);
        foreach (var (name, path) in Pages(set, broken, cases))
        {
            await photographer.ShootAsync(name, new(site.Address, path));
        }

        await photographer.ShootAsync("ask", new(site.Address, "/ask?model=Qinglan-4-Plus&model=Beiming-R2&model=Hetu-Lite"), AskAsync);
        await photographer.ShootAsync("keys", new(site.Address, "/cases"), page => page.Keyboard.PressAsync("?"));
        var run = await StartAsync(site, "general-science", ["Qinglan-4-Max", "Beiming-V5", "Hetu-32B", "Fjell-5-nano", "Halden-8B"], cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(12), TimeProvider.System, cancellationToken);
        await photographer.ShootAsync("run", new(site.Address, $"/runs/{run}"));
        await photographer.ShootAsync("runs", new(site.Address, "/runs"));
    }

    private static IEnumerable<(string Name, string Path)> Pages(string set, string broken, string marked) =>
    [
        ("boards", "/boards"),
        ("board", "/boards/medical-imaging"),
        ("total", "/boards/Total"),
        ("weights", "/boards/Total?w.Medicine=2.2&w.Education=0.6&open=yes"),
        ("model", "/models/Hetu-Pro"),
        ("exams", "/exams"),
        ("exam", "/exams/medication-safety"),
        ("question", "/exams/medication-safety/questions/ms-007"),
        ("compare-empty", "/compare"),
        ("compare", "/compare?model=Qinglan-4-Max&model=Fjell-5&model=Beiming-V5"),
        ("cases", "/cases"),
        ("cases-found", "/cases?q=%E5%87%BA%E8%A1%80&verdict=all"),
        ("case", $"/cases/{marked}"),
        ("runs-new", "/runs/new?exam=medical-imaging&model=Hetu-Pro"),
        ("plan", "/runs/plan?exam=medical-imaging&exam=general-science&model=Hetu-Pro&model=Fjell-5&model=Beiming-V5&budget=20&limit=20&repeats=3"),
        ("plan-refused", "/runs/plan?exam=medical-imaging&model=Hetu-Pro&model=Fjell-5&budget=0.01&repeats=2"),
        ("select", "/select"),
        ("set", $"/select/{set}?preset=value"),
        ("set-broken", $"/select/{broken}"),
        ("result", $"/select/{set}/result"),
        ("models", "/models?own=1"),
        ("models-all", "/models?q=qwen"),
        ("api", "/api/docs"),
        ("nothing", "/nowhere"),
        ("no-board", "/boards/nowhere"),
        ("bad-condition", "/boards/medical-imaging?where=accuracy+%3E%3E+80"),
        ("nobody-fits", "/boards/medical-imaging?find=zzz"),
    ];

    /// <summary>What strangers and those who sign in see.</summary>
    private static async Task TakePublicAsync(Photographer photographer, string workspace, CancellationToken cancellationToken)
    {
        foreach (var (name, role) in new[] { ("wang", "admin"), ("li", "reader") })
        {
            using var adding = Process.Start(Machinery.Serving(workspace, "--add-user", name, "--role", role))!;
            await adding.StandardInput.WriteLineAsync(Password.AsMemory(), cancellationToken);
            adding.StandardInput.Close();
            await adding.WaitForExitAsync(cancellationToken);
        }

        using var site = await ServedSite.OpenAsync(workspace, ["--public", "--address", "127.0.0.1", "--certificate", Certificate(workspace)], cancellationToken);
        await site.WarmAsync(cancellationToken);
        await photographer.ShootAsync("public-boards", new(site.Address, "/boards"));
        await photographer.ShootAsync("sign-in", new(site.Address, "/sign-in"));
        // Each time another: whoever guesses often must wait.
        var guest = 0;
        await photographer.ShootAsync("sign-in-wrong", new(site.Address, "/sign-in?back=/runs"), page => SignInAsync(page, FormattableString.Invariant($"guest{guest++}"), "guess"));
        await photographer.ShootAsync("forbidden", new(site.Address, "/sign-in?back=/audit"), page => SignInAsync(page, "li", Password));
        await photographer.ShootAsync("audit", new(site.Address, "/sign-in?back=/audit"), page => SignInAsync(page, "wang", Password));
        await photographer.ShootAsync("sign-in-too-often", new(site.Address, "/sign-in"), GuessAsync);
    }

    /// <summary>A workspace in which nothing has been done yet, and one that names nothing.</summary>
    private static async Task TakeEmptyAsync(Photographer photographer, CancellationToken cancellationToken)
    {
        var workspace = Directory.CreateTempSubdirectory("jinbang-gallery-").FullName;
        using (var site = await ServedSite.OpenAsync(workspace, [], cancellationToken))
        {
            foreach (var page in new[] { "boards", "exams", "cases", "compare", "runs", "runs/new", "select", "models" })
            {
                await photographer.ShootAsync("empty-" + page.Replace('/', '-'), new(site.Address, page));
            }
        }

        Directory.Delete(workspace, recursive: true);
    }

    /// <summary>A board of 400 models, some with names as no name should be.</summary>
    private static async Task TakeCrowdedAsync(Photographer photographer, CancellationToken cancellationToken)
    {
        var workspace = Directory.CreateTempSubdirectory("jinbang-gallery-").FullName;
        await CrowdedBoard.WriteAsync(workspace, cancellationToken);
        using (var site = await ServedSite.OpenAsync(workspace, [], cancellationToken))
        {
            await site.WarmAsync(cancellationToken);
            await photographer.ShootAsync("crowded", new(site.Address, CrowdedBoard.Path));
        }

        Directory.Delete(workspace, recursive: true);
    }

    private static string Certificate(string workspace)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.Combine(workspace, "site.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        return file;
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("form.entry button").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static async Task GuessAsync(IPage page)
    {
        while (await page.Locator("form.entry").IsVisibleAsync())
        {
            await SignInAsync(page, "zhao", "guess");
        }
    }

    private static async Task AskAsync(IPage page)
    {
        var isChinese = await page.Locator("html").GetAttributeAsync("lang") == "zh";
        await page.Locator("textarea[name=prompt]").FillAsync(isChinese
            ? "为什么冰会浮在水面上？请用三四句话向小学生解释。" : "Why does ice float on water? Explain it to a pupil in three or four sentences.");
        await page.Locator("#cost .notice.good").WaitForAsync();
        await page.Locator("button[value=ask]").ClickAsync();
        // One is done, another is still at it.
        await page.Locator("[data-slot=cost]:not(:empty)").First.WaitForAsync();
    }

    private static async Task<string> UploadAsync(ServedSite site, string file, string name, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(File.OpenRead(ExampleWorkspace.Given(file))), "file", name } };
        using var answer = await site.Client.PostAsync("/api/select", form, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
    }

    private static async Task<string> StartAsync(ServedSite site, string exam, string[] models, CancellationToken cancellationToken)
    {
        var order = new { exams = new[] { exam }, models, budget = 20m };
        using var planned = await site.Client.PostAsJsonAsync("/api/runs/plan", order, cancellationToken);
        var plan = (await planned.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("hash").GetString();
        using var started = await site.Client.PostAsJsonAsync("/api/runs", new { order, plan }, cancellationToken);
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
        while (exam.StartsWith("set", StringComparison.Ordinal) || !ExampleWorkspace.Exams.Contains(exam))
        {
            var look = await site.Client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", cancellationToken);
            if (!look.GetProperty("isAtWork").GetBoolean())
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, cancellationToken);
        }

        return id;
    }

    /// <summary>Overrules a verdict where the exam's key is wrong.</summary>
    private static async Task<string> MarkAsync(ServedSite site, CancellationToken cancellationToken)
    {
        JsonElement found;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
            found = (await site.Client.GetFromJsonAsync<JsonElement>("/api/cases?exam=medication-safety&question=ms-007&model=Qinglan-4-Max", cancellationToken)).GetProperty("cases");
        }
        while (found.GetArrayLength() == 0);
        var key = found[0].GetProperty("key").GetString()!;
        using var marked = await site.Client.PostAsJsonAsync($"/api/cases/{key}/mark", new { verdict = "right", reason = "题库答案有误：阿仑膦酸钠应晨起空腹服用并保持直立，选 B。", by = "王药师" }, cancellationToken);
        marked.EnsureSuccessStatusCode();
        return key;
    }
}

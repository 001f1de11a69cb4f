using Jinbang.Web;
using Jinbang.Web.Access;
using Jinbang.Web.Workspaces;
using Microsoft.AspNetCore.Http;

namespace Jinbang.Tests.Web;

public sealed class AuditLogTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-audit-").FullName;
    private readonly OpenWorkspace open;

    public AuditLogTests() => open = new OpenWorkspace(new SiteOptions { Folder = folder });

    public async ValueTask DisposeAsync()
    {
        await open.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_newest_come_first_over_all_files_and_the_log_is_bounded()
    {
        var log = new AuditLog(open, new HttpContextAccessor(), TimeProvider.System) { MostBytes = 1000 };
        for (var i = 0; i < 400; i++)
        {
            log.Record("wang", "mark", new Dictionary<string, object?> { ["number"] = i });
        }

        var numbers = log.Read().Select(entry => entry.Facts["number"].GetInt32()).ToList();

        Assert.Equal(Enumerable.Range(400 - numbers.Count, numbers.Count).Reverse(), numbers);
        Assert.InRange(numbers.Count, 80, 200);
        Assert.Equal(10, Directory.GetFiles(Path.GetDirectoryName(log.Path)!, "audit*.jsonl").Length);
    }

    [Fact]
    public void Facts_are_told_in_both_languages_without_endless_decimals_or_what_is_unknown()
    {
        var log = new AuditLog(open, new HttpContextAccessor(), TimeProvider.System);
        log.Record("wang", "run.start", new Dictionary<string, object?> { ["models"] = new[] { "a", "b" }, ["likely"] = 1.3289735378486487, ["verdict"] = null });

        var told = AuditWords.Of(log.Read().Single().Facts);

        Assert.Equal(("models: a, b; likely: 1.328974", "模型：a, b；预计：1.328974"), (told.English, told.Chinese));
    }

    [Fact]
    public void A_hostile_name_makes_no_line_of_its_own_and_a_torn_line_is_passed_over()
    {
        var log = new AuditLog(open, new HttpContextAccessor(), TimeProvider.System);
        log.Record("wang\n{\"who\":\"admin\"}", "sign-in.failed", new Dictionary<string, object?>());
        File.AppendAllText(log.Path, "{\"at\":\"2026-");

        Assert.Equal("wang\n{\"who\":\"admin\"}", log.Read().Single().Who);
    }
}

using System.CommandLine;
using System.Net;
using Jinbang.Web;

namespace Jinbang.Tests.Web;

/// <summary>Which cluster a site shows, and what is said where there is none.</summary>
public sealed class ClusterOptionTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("", "--cluster")]
    [InlineData("", "--cluster", "--port", "0")]
    [InlineData("Host=db.lan;Database=jinbang", "--cluster", "Host=db.lan;Database=jinbang")]
    public void The_option_may_name_the_database_or_leave_it_to_the_workspace(string? cluster, params string[] words)
    {
        var options = new ServeOptions(Language.English);
        var command = new RootCommand();
        options.AddTo(command);

        Assert.Equal(cluster, options.Read(command.Parse(words), Language.English).Cluster);
    }

    [Theory]
    [InlineData("", "share a PostgreSQL database")]
    [InlineData("elsewhere.db", "share a PostgreSQL database")]
    [InlineData("Host=127.0.0.1;Port=1;Database=d;Password=hunter2", "JINBANG_LEDGER_PASSWORD")]
    [InlineData("Host=127.0.0.1;Port=1;Database=d;Username=u", "127.0.0.1:1/d")]
    public async Task What_cannot_be_a_cluster_is_refused_before_anybody_is_let_in_and_no_file_is_made(string cluster, string said)
    {
        await using var web = new WebRoom();

        var refused = await Assert.ThrowsAsync<BadInputException>(() => web.ServeAsync(options => options with { Cluster = cluster }));

        Assert.Contains(said, refused.Problem.English, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(web.Room.Folder, "*.db", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_site_without_a_cluster_has_no_such_page_and_does_not_lead_there()
    {
        await using var web = new WebRoom();
        await web.ServeAsync();

        foreach (var path in new[] { "/cluster", "/api/cluster" })
        {
            using var answer = await web.Client.GetAsync(path, Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var deed = await web.Client.PostAsync("/api/cluster/run/stop", null, Token);
        Assert.Equal(HttpStatusCode.NotFound, deed.StatusCode);
        Assert.DoesNotContain("href=\"/cluster\"", await web.Client.GetStringAsync("/runs", Token), StringComparison.Ordinal);
    }
}

using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>What the cluster's command line refuses, and how it says so.</summary>
public sealed class ClusterCommandTests(SharedPostgres postgres) : IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=jinbang;Username=jinbang";

    private readonly ClusterRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("en", "A cluster meets in a PostgreSQL database", "docker run")]
    [InlineData("zh", "集群通过 PostgreSQL 数据库汇合", "docker run")]
    public async Task Without_a_database_it_says_what_is_needed_and_how_to_start_one(string language, string need, string way)
    {
        var said = await ClusterRoom.SayAsync(language, ["start"]);

        said.Expect(2);
        Assert.Contains(need, said.Errors, StringComparison.Ordinal);
        Assert.Contains(way, said.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("PWD")]
    public async Task A_password_on_the_command_line_is_refused_and_not_said_again(string word)
    {
        var said = await ClusterRoom.SayAsync("start", "--cluster", $"{Nowhere};{word}=hunter2");

        said.Expect(2);
        Assert.Contains("JINBANG_LEDGER_PASSWORD", said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said.Output + said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_named_without_the_password()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        var options = room.Meet(database.ConnectionString);
        room.Write("secrets", "JINBANG_LEDGER_PASSWORD=hunter2");

        var said = await ClusterRoom.SayAsync(["start", .. options]);

        said.Expect(2);
        Assert.Contains("refuses the user or the password", said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said.Output + said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_PostgreSQL_answers_it_says_so()
    {
        var said = await ClusterRoom.SayAsync("status", "--cluster", Nowhere);

        said.Expect(2);
        Assert.Contains("No PostgreSQL answers at 127.0.0.1:1/jinbang", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_a_cluster_has_nobody_in_it_and_stays_as_it_was()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);

        Assert.Empty(await room.StatusAsync(database.ConnectionString));
        var said = await ClusterRoom.SayAsync(["status", .. room.Meet(database.ConnectionString)]);

        Assert.Equal("Nobody is there: jinbang cluster start\n\nNo runs: jinbang run --cluster …\n", said.Output);
    }

    [Fact]
    public async Task An_address_that_others_reach_needs_certificates()
    {
        var said = await ClusterRoom.SayAsync("start", "--cluster", Nowhere, "--listen", "192.0.2.1");

        said.Expect(2);
        Assert.Contains("--certificate", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_the_authority_did_not_sign_is_refused_before_anything_is_joined()
    {
        using var ours = new TestAuthority(room, "ours");
        using var theirs = new TestAuthority(room, "theirs");

        var said = await ClusterRoom.SayAsync(["start", "--cluster", Nowhere, .. theirs.Options(ours)]);

        said.Expect(2);
        Assert.Contains("is not signed by", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_without_an_authority_is_refused()
    {
        var said = await ClusterRoom.SayAsync("start", "--cluster", Nowhere, "--certificate", "silo.pem");

        said.Expect(2);
        Assert.Contains("go together", said.Errors, StringComparison.Ordinal);
    }
}

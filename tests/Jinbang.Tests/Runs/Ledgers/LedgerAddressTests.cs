using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Ledgers;

public sealed class LedgerAddressTests(SharedPostgres shared)
{
    [Theory]
    [InlineData("ledger.db", "ledger.db")]
    [InlineData("a=b;c/ledger.db", "a=b;c/ledger.db")]
    [InlineData("Host=db.example.org;Database=jinbang;Username=ann", "db.example.org:5432/jinbang")]
    [InlineData("database=jinbang; SERVER = db", "db:5432/jinbang")]
    [InlineData("postgres://ann@db.example.org/jinbang", "db.example.org:5432/jinbang")]
    [InlineData("postgresql://ann@db:6432/exam%20s?sslmode=verify-full&application_name=me-too", "db:6432/exam s")]
    public void An_address_is_a_path_or_a_database(string written, string named) => Assert.Equal(named, LedgerAddress.Parse(written).ToString());

    [Fact]
    public void What_an_url_says_beside_the_database_counts()
    {
        var settings = new NpgsqlConnectionStringBuilder(((LedgerDatabase)LedgerAddress.Parse("postgres://ann@db/x?sslmode=verify-full&sslrootcert=/etc/my-ca.crt&Search Path=exams")).Connection);

        Assert.Equal((SslMode.VerifyFull, "/etc/my-ca.crt", "exams", "ann"), (settings.SslMode, settings.RootCertificate, settings.SearchPath, settings.Username));
    }

    [Theory]
    [InlineData("Host=db;Password=s3cret")]
    [InlineData("Host=db;pwd=s3cret;Database=x")]
    [InlineData("postgres://ann:s3cret@db/x")]
    [InlineData("postgres://ann@db/x?password=s3cret")]
    [InlineData("Host=db;Nonsense=s3cret")]
    [InlineData("postgres://ann:s3cret@")]
    public void A_password_in_an_address_is_refused_and_not_repeated(string written)
    {
        var told = Assert.Throws<BadInputException>(() => LedgerAddress.Parse(written)).ToString();

        Assert.DoesNotContain("s3cret", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_s_file_says_where_its_ledger_is()
    {
        var folder = Samples.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, Workspace.FileName), "ledger: kept/mine.db\n");
        Assert.Equal(Path.Combine(folder, "kept", "mine.db"), WorkspaceFile.Read(folder).Ledger.File);

        File.WriteAllText(Path.Combine(folder, Workspace.FileName), "ledger: Host=db;Database=x\n");
        Assert.Equal("db:5432/x", WorkspaceFile.Read(folder).Ledger.ToString());

        File.Delete(Path.Combine(folder, Workspace.FileName));
        Assert.Equal(Path.Combine(folder, ".jinbang", "ledger.db"), WorkspaceFile.Read(folder).Ledger.ToString());
    }

    [Fact]
    public async Task One_program_at_a_time_holds_a_ledger_of_either_kind()
    {
        await using var database = await shared.NewDatabaseAsync(TestContext.Current.CancellationToken);
        await using var other = await shared.NewDatabaseAsync(TestContext.Current.CancellationToken);
        foreach (var address in (LedgerAddress[])[new LedgerFile(Path.Combine(Samples.TemporaryFolder(), "ledger.db")), new LedgerDatabase(database.ConnectionString, null)])
        {
            Assert.False(address.IsHeld());
            using (address.TryHold(TimeSpan.Zero))
            {
                Assert.True(address.IsHeld());
                Assert.Null(address.TryHold(TimeSpan.Zero));
                Assert.False(new LedgerDatabase(other.ConnectionString, null).IsHeld());
            }

            Assert.False(address.IsHeld());
            using var again = address.TryHold(TimeSpan.Zero);
            Assert.NotNull(again);
        }
    }
}

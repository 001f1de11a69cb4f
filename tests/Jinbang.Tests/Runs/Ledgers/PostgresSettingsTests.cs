using Jinbang.Cluster.Database;
using Jinbang.Models;
using Jinbang.Runs.Ledgers;
using Npgsql;

namespace Jinbang.Tests.Runs.Ledgers;

public sealed class PostgresSettingsTests
{
    private const string Address = "Host=db;Database=x";

    [Fact]
    public void What_an_address_leaves_open_is_as_usual_here()
    {
        var settings = PostgresSettings.Of(Address, "");

        Assert.Equal((15, 50, 300), (settings.MaxPoolSize, settings.MaxAutoPrepare, settings.CommandTimeout));
    }

    [Fact]
    public void What_an_address_says_counts()
    {
        var settings = PostgresSettings.Of($"{Address};Maximum Pool Size=40;Max Auto Prepare=0;Command Timeout=7", "");

        Assert.Equal((40, 0, 7), (settings.MaxPoolSize, settings.MaxAutoPrepare, settings.CommandTimeout));
    }

    [Theory]
    [InlineData("", 5, 30, 15, 4)]
    [InlineData(";Timeout=9;Command Timeout=0;Maximum Pool Size=40", 9, 0, 40, 4)]
    public void A_silo_notices_soon_that_its_database_is_away_and_takes_few_of_its_connections(string said, int timeout, int command, int most, int mostForOrleans)
    {
        var address = ClusterAddress.Read(Address + said, Secrets.Read(new Dictionary<string, string>()));

        var ledger = PostgresSettings.Of(address.For("jinbang/1", schema: null), "");
        var orleans = new NpgsqlConnectionStringBuilder(address.For("jinbang/1", "orleans"));
        Assert.Equal((timeout, command, most), (ledger.Timeout, ledger.CommandTimeout, ledger.MaxPoolSize));
        Assert.Equal((timeout, command, mostForOrleans), (orleans.Timeout, orleans.CommandTimeout, orleans.MaxPoolSize));
    }
}

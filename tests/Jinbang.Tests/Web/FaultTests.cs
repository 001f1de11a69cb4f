using Jinbang.Runs;
using Jinbang.Web.Faults;
using Npgsql;

namespace Jinbang.Tests.Web;

public sealed class FaultTests
{
    [Fact]
    public void Bad_input_and_a_ledger_that_fails_say_why()
    {
        var (bad, ledger) = (Fault.Of(new BadInputException(new("Row 3 is empty.", "第 3 行为空。"))), Fault.Of(new LedgerFaultException(new("The disk is full.", "磁盘已满。"), isPassing: true, null)));

        Assert.Equal((400, "第 3 行为空。"), (bad.Status, bad.Detail.Chinese));
        Assert.Equal((503, "The disk is full."), (ledger.Status, ledger.Detail.English));
    }

    [Fact]
    public void A_database_that_is_away_for_now_is_no_fault_of_the_program()
    {
        Assert.Equal(503, Fault.Of(new NpgsqlException("away", new IOException())).Status);
        Assert.Equal(500, Fault.Of(new NpgsqlException("a wrong statement")).Status);
    }

    [Fact]
    public void What_nobody_foresaw_is_told_without_details()
    {
        var fault = Fault.Of(new InvalidOperationException("/home/owner/secret"));

        Assert.Equal(500, fault.Status);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }
}

using System.Collections.Concurrent;
using Jinbang.Cli;
using Jinbang.Models;
using Jinbang.Tests.House;

namespace Jinbang.Tests.Faults;

/// <summary>The table of docs/faults.md: each row is a test, and the page says what the tests saw.</summary>
public sealed class FaultTableTests
{
    private const string Heading = "| what the server does | calls | recorded | counted as | cost | what the user sees |\n|---|---|---|---|---|---|\n";
    private static readonly string Page = Path.Combine(Sources.Root, "docs", "faults.md");
    private static readonly ConcurrentDictionary<string, Task<Observation>> Seen = [];

    public static TheoryData<string> Cases => [.. FaultCases.Known.Select(known => known.Does)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_comes_of_a_fault_is_as_it_should_be(string does)
    {
        var fault = FaultCases.Known.Single(known => known.Does == does);

        var seen = await ObserveAsync(fault);

        Assert.Equal((fault.Outcome, fault.Counted), (seen.Reply?.Outcome, seen.Counted));
        Assert.True(fault.Tries == seen.Tries || (fault.Tries == FaultCase.AsManyAsFit && seen.Tries > 1), $"{seen.Tries} calls were made.");
        Assert.Equal(fault.IsCostKnown, seen.Reply?.Cost is not null);
        Assert.Equal(fault.IsPerhapsBilled || seen.Reply is { Outcome: not Outcome.Failed, Cost: null }, seen.Lost > 0);
        Assert.Equal((fault.Told is null, fault.IsPerhapsBilled), (seen.Seen.Length == 0, seen.IsPerhapsBilled));
        Assert.Contains(fault.Told ?? "", seen.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Examination.Key, seen.Seen, StringComparison.Ordinal);
        Assert.Equal(fault.Told is null ? ExitCode.Done : ExitCode.Incomplete, seen.ExitCode);
        Assert.InRange(seen.Elapsed, fault.Asked, fault.Asked + TimeSpan.FromMinutes(1));
        if (fault is { Kind: { } kind, Outcome: Outcome.Failed })
        {
            Assert.StartsWith($"{kind}: ", seen.Reply!.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_says_what_the_tests_saw()
    {
        var table = Heading;
        foreach (var fault in FaultCases.Known)
        {
            table += (await ObserveAsync(fault)).Row(fault) + "\n";
        }

        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        var begin = page.IndexOf(Heading[..Heading.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("JINBANG_WRITE_FAULTS") == "1")
        {
            await File.WriteAllTextAsync(Page, page[..begin] + table, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(table, page[begin..]);
        }
    }

    private static Task<Observation> ObserveAsync(FaultCase fault) => Seen.GetOrAdd(fault.Does, _ => Examination.ObserveAsync(fault));
}

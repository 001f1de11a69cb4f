namespace Jinbang.Tests.EndToEnd;

public sealed class PageTests : IDisposable
{
    private const string Exam = "id,question,A,B,answer\nq1,Which is a prime?,4,5,B\nq2,Which is even?,6,7,A\n";
    private const string Log = "model,id,reply\none,q1,The answer is B\none,q2,The answer is B\ntwo,q1,<script>alert(1)</script>\ntwo,q2,A\n";

    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task A_report_has_the_boards_and_their_bad_cases()
    {
        await ImportAsync();
        Assert.Contains("report.html", (await stranger.RunAsync("report", "--exam", "primes.csv", "--lang", "en")).Expect(0).Errors, StringComparison.Ordinal);

        var page = stranger.Read("report.html");
        Assert.Contains("Bad cases: 2", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(page, (await stranger.RunAsync("report", "--exam", "primes.csv", "--lang", "en", "--output", "-")).Expect(0).Output);
        Assert.DoesNotContain("Bad cases", (await stranger.RunAsync("report", "--exam", "primes.csv", "--cases", "0", "--output", "-")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_published_as_an_edition_and_again_without_a_change()
    {
        await ImportAsync();
        string[] publish = ["publish", "--exam", "primes.csv", "--edition", "v1", "--lang", "en"];
        Assert.Contains(" 0 unchanged", (await stranger.RunAsync(publish)).Expect(0).Errors, StringComparison.Ordinal);
        Assert.Contains("site: 0 files written", (await stranger.RunAsync(publish)).Expect(0).Errors, StringComparison.Ordinal);
        Assert.True(stranger.Has("site/data/primes.xlsx") && stranger.Has("site/data/primes.parquet") && stranger.Has("site/models/one.html"));
        Assert.Contains("v1", stranger.Read("site/CHANGELOG.md"), StringComparison.Ordinal);
        Assert.True(stranger.Has("boards/editions/v1.json"));
    }

    [Fact]
    public async Task A_site_is_not_written_over_what_is_there_already()
    {
        await ImportAsync();
        Directory.CreateDirectory(Path.Combine(stranger.Folder, "site"));
        stranger.Write("site/index.html", "mine");
        Assert.Contains("index.html", (await stranger.RunAsync("publish", "--exam", "primes.csv", "--lang", "en")).Expect(2).Errors, StringComparison.Ordinal);
        Assert.Equal("mine", stranger.Read("site/index.html"));
    }

    [Fact]
    public async Task The_files_of_a_board_can_be_chosen()
    {
        await ImportAsync();
        Directory.Delete(Path.Combine(stranger.Folder, "boards"), recursive: true);
        (await stranger.RunAsync("board", "--exam", "primes.csv", "--formats", "html,parquet")).Expect(0);
        Assert.Equal(["primes.html", "primes.parquet"], Directory.GetFiles(Path.Combine(stranger.Folder, "boards")).Select(Path.GetFileName).Order());
        (await stranger.RunAsync("board", "--exam", "primes.csv", "--formats", "docx")).Expect(2);
    }

    private async Task ImportAsync()
    {
        stranger.Write("primes.csv", Exam);
        stranger.Write("log.csv", Log);
        (await stranger.RunAsync("import", "log.csv", "--exam", "primes.csv")).Expect(0);
    }
}

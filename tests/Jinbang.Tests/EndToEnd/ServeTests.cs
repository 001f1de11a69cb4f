namespace Jinbang.Tests.EndToEnd;

public sealed class ServeTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Theory]
    [InlineData("INT", "en", "Boards")]
    [InlineData("TERM", "zh", "榜单")]
    public async Task The_site_is_open_until_it_is_told_to_stop_and_leaves_nothing_running(string signal, string language, string heading)
    {
        using var process = stranger.Start("serve", "--lang", language, "--port", "0");
        var line = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
        var address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Split(' ', '（')[0]);
        using var client = new HttpClient();
        Assert.Contains($"<h1>{heading}</h1>", await client.GetStringAsync(new Uri(address, "boards"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Stranger.Signal(process, signal);
        (await Stranger.EndOf(process)).Expect(0);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_plainly()
    {
        using var process = stranger.Start("serve", "--port", "0");
        var line = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
        var port = line.Split(':', '/')[^2];

        (await stranger.RunAsync("serve", "--port", port)).Expect(2).Names(port, "--port");

        Stranger.Signal(process, "TERM");
        await Stranger.EndOf(process);
    }
}

using System.Text.Json;
using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

public sealed class ProvidersTests : IAsyncLifetime
{
    private readonly Stranger stranger = new();
    private SimulatedProvider open = null!;
    private SimulatedProvider locked = null!;

    public async ValueTask InitializeAsync() => (open, locked) = (
        await Stranger.StartSimulatorAsync(new()), await Stranger.StartSimulatorAsync(new() { Key = "the-right-key" }));

    public async ValueTask DisposeAsync()
    {
        stranger.Dispose();
        await open.DisposeAsync();
        await locked.DisposeAsync();
    }

    [Fact]
    public async Task Each_configured_provider_gets_one_call_and_each_fault_its_advice()
    {
        WriteCatalogue();
        stranger.Write("jinbang.yaml", $$"""
            catalogue: mine.yaml
            models:
              - {name: dear, provider: fine, id: sim-strong, price: {input: 9, output: 9, currency: CNY, date: 2026-01-01} }
              - {name: cheap, provider: fine, id: sim-weak, price: {input: 1, output: 2, currency: CNY, date: 2026-01-01} }
              - {name: stranger, provider: misled, id: no-such-model}
              - {name: gone, endpoint: "http://127.0.0.1:1/v1"}
              - {name: keyless, provider: unset, id: sim-weak}
              - random-baseline
            """);
        WriteSecret(".env", "WRONG_KEY=the-wrong-key\nFINE_KEY=any-key-will-do\n");

        var said = await stranger.RunAsync("doctor", "--providers", "--json");

        said.Expect(1).Names("One short call to each of these: fine (sim-weak), misled", "besides those of unknown price: no-such-model");
        using var document = JsonDocument.Parse(said.Output);
        var lines = document.RootElement.GetProperty("providers").EnumerateArray()
            .Select(line => $"{line.GetProperty("provider").GetString()} {line.GetProperty("key").GetString()} {line.GetProperty("replied").GetBoolean()}");
        Assert.Equal(["fine valid True", "misled not_needed False", "http://127.0.0.1:1/v1 unknown False", "unset missing False", "locked refused False"], lines);
        Assert.InRange(document.RootElement.GetProperty("providers")[0].GetProperty("yuan").GetDecimal(), 0.000001m, 0.0001m);
        said.Names("set UNSET_KEY", "check the key in WRONG_KEY", "it refuses the request", "is the server running");
        Assert.Equal((2, 1), (open.Stats.Requests, locked.Stats.Requests));
        Assert.DoesNotContain("the-wrong-key", said.Output + said.Errors, StringComparison.Ordinal);
        Assert.False(stranger.Has(".jinbang"));
    }

    [Fact]
    public async Task When_all_reply_the_exit_code_is_0()
    {
        WriteCatalogue();
        stranger.Write("jinbang.yaml", "catalogue: mine.yaml\nsecrets: keys.txt");
        WriteSecret("keys.txt", "WRONG_KEY=the-right-key");
        WriteSecret(".env", "WRONG_KEY=goes-after-the-named-file");

        (await stranger.RunAsync("doctor", "--providers", "--lang", "zh")).Expect(0).Names("locked", "有效", "可用");
    }

    [Theory]
    [InlineData("No provider is configured", "--providers")]
    [InlineData("--mend", "--providers", "--mend")]
    [InlineData("500ms", "--providers", "--timeout", "soon")]
    [InlineData("--timeout", "--timeout", "1s")]
    public async Task What_makes_no_sense_is_refused(string told, params string[] words) =>
        (await stranger.RunAsync(["doctor", .. words])).Expect(2).Names(told);

    [Fact]
    public async Task An_env_file_that_others_may_read_is_refused_without_its_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such bits.");
        WriteSecret(".env", "OPENAI_API_KEY=sk-hidden", UnixFileMode.GroupRead);
        var said = (await stranger.RunAsync("run")).Expect(2).Names(".env", "chmod 600");
        Assert.DoesNotContain("sk-hidden", said.Output + said.Errors, StringComparison.Ordinal);
    }

    private void WriteCatalogue() => stranger.Write("mine.yaml", $$"""
        providers:
          - {name: fine, endpoint: "{{open.Endpoint}}", key-variable: FINE_KEY}
          - {name: misled, endpoint: "{{open.Endpoint}}"}
          - {name: unset, endpoint: "{{open.Endpoint}}", key-variable: UNSET_KEY}
          - {name: locked, endpoint: "{{locked.Endpoint}}", key-variable: WRONG_KEY, default-model: sim-weak}
          - {name: locked-elsewhere, like: locked}
        """);

    private void WriteSecret(string name, string text, UnixFileMode others = UnixFileMode.None)
    {
        var path = stranger.Write(name, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        }
    }
}

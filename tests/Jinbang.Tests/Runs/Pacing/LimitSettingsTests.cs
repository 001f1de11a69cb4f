using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs.Pacing;

public sealed class LimitSettingsTests
{
    private readonly string folder = Samples.TemporaryFolder();

    [Fact]
    public void Limits_are_given_for_accounts_and_for_models()
    {
        var workspace = Read("""
            limits:
              openai: {rpm: 500, tpm: 200000}
              "http://127.0.0.1:8000/v1": {concurrency: 8}
            models:
              - {name: gpt-4.1-mini, limits: {rpm: 60, burst: 5, rpd: 10000}}
            retries: {most: 3, minutes: 5}
            """);

        Assert.Equal(new PaceLimits { RequestsPerMinute = 500, TokensPerMinute = 200_000 }, workspace.Limits["OpenAI"]);
        Assert.Equal(8, workspace.Limits["http://127.0.0.1:8000/v1"].Concurrency);
        Assert.Equal(new PaceLimits { RequestsPerMinute = 60, Burst = 5, RequestsPerDay = 10_000 }, workspace.Models[0].Limits);
        Assert.Equal((3, TimeSpan.FromMinutes(5)), (workspace.Run.Retries.Most, workspace.Run.Retries.LongestTrying));
        Assert.Null(workspace.Run.Concurrency);
    }

    [Theory]
    [InlineData("limits:\n  openai: {rmp: 5}", "line 2", "'rpm'")]
    [InlineData("limits:\n  openai: {rpm: 0}", "line 2", "whole number")]
    [InlineData("limits: 500", "line 1", "names")]
    [InlineData("retries:\n  most: -1", "line 2", "from 0 to 100")]
    [InlineData("models:\n  - name: a\n    limits: {concurrency: many}", "line 3", "whole number")]
    public void A_limit_that_makes_no_sense_is_told_with_its_line(string text, string line, string told)
    {
        var fault = Assert.Throws<BadInputException>(() => Read(text));

        Assert.Contains(line, fault.Problem.English, StringComparison.Ordinal);
        Assert.Contains(told, fault.Problem.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_may_say_how_fast_a_provider_s_accounts_may_be_asked()
    {
        var file = Path.Combine(folder, "own.yaml");
        File.WriteAllText(file, "providers:\n  - {name: openai, limits: {rpm: 3}}\n");

        Assert.Equal(3, Catalogue.Load(file).Provider("openai")!.Limits.RequestsPerMinute);
        Assert.Equal(PaceLimits.None, Catalogue.Load(null).Provider("openai")!.Limits);
    }

    private Workspace Read(string text)
    {
        File.WriteAllText(Path.Combine(folder, Workspace.FileName), text);
        return WorkspaceFile.Read(folder);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jinbang.Tests.Web;

public sealed class ModelPagesTests : IAsyncLifetime
{
    private const string Workspace = """
        exams: [first.csv, second.csv]
        taxonomy: fields.yaml
        secrets: keys.env
        models:
          - {name: strong, endpoint: "http://user:very-secret@127.0.0.1:9/v1", house: 云山, price: {input: 1, output: 2, currency: CNY, date: 2026-11-01}}
        """;

    private const string Fields = """
        id: all
        name: {en: Overall, zh: 总分}
        exams: [first, second]
        """;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly WebRoom room = new();

    public async ValueTask InitializeAsync()
    {
        room.Room.Write("fields.yaml", Fields);
        var keys = room.Room.Write("keys.env", "DEEPSEEK_API_KEY=sk-very-secret-indeed\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await DetailRoom.FillAsync(room, Workspace);
        await room.ServeAsync();
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task The_catalogue_tells_of_keys_only_that_they_are_here()
    {
        foreach (var path in new[] { "/models", "/models?own=1", "/api/models?own=1", "/models?key=1", "/models/DeepSeek-V3.2", "/api/models", "/api/models/DeepSeek-V3.2" })
        {
            var page = await room.Client.GetStringAsync(path, Token);
            Assert.DoesNotContain("very-secret", page, StringComparison.Ordinal);
        }

        var withKey = await ListAsync("key=1");
        Assert.NotEmpty(withKey);
        Assert.All(withKey, line => Assert.NotEmpty(line.GetProperty("keys").EnumerateArray()));
    }

    [Fact]
    public async Task The_catalogue_is_filtered_and_sorted_by_its_address()
    {
        var cheap = await ListAsync("q=qwen*&price=8&sort=price");
        var prices = cheap.Select(line => line.GetProperty("outputYuan").GetDecimal()).ToList();

        Assert.All(cheap, line => Assert.StartsWith("qwen", line.GetProperty("name").GetString(), StringComparison.OrdinalIgnoreCase));
        Assert.True(prices.Count > 3 && prices.SequenceEqual(prices.Order()) && prices.TrueForAll(price => price <= 8));
        Assert.Equal("strong", Assert.Single(await ListAsync("own=1")).GetProperty("name").GetString());
        Assert.Contains("云山", await room.Client.GetStringAsync("/models?own=1", Token), StringComparison.Ordinal);
        Assert.Empty(await ListAsync("q=no-such-model"));
    }

    [Fact]
    public async Task A_model_stands_on_every_board_with_interval_and_peers_and_strengths_only_where_the_interval_says_so()
    {
        var scores = (await room.Client.GetFromJsonAsync<JsonElement>("/api/models/strong", Token)).GetProperty("scores").EnumerateArray().ToList();
        var first = scores.Single(score => score.GetProperty("exam").GetString() == "first");

        Assert.Equal("Overall", scores[0].GetProperty("board").GetString());
        Assert.Equal("/boards/Overall", scores[0].GetProperty("address").GetString());
        Assert.Contains("<a href=\"/boards/Overall\">", await room.Client.GetStringAsync("/models/strong", Token), StringComparison.Ordinal);
        Assert.Equal(36.0 / 40, first.GetProperty("accuracy").GetDouble(), 1e-6);
        Assert.Equal(7, first.GetProperty("peers").GetInt32());
        Assert.Equal(28.0 / 40, first.GetProperty("peerMedian").GetDouble(), 1e-6);
        Assert.True(first.GetProperty("interval").GetProperty("low").GetDouble() > 0.7);
        Assert.Equal("strength", first.GetProperty("standing").GetString());
        var middling = (await room.Client.GetFromJsonAsync<JsonElement>("/api/models/middling", Token)).GetProperty("scores").EnumerateArray();
        Assert.Equal("neither", middling.Single(score => score.GetProperty("exam").GetString() == "first").GetProperty("standing").GetString());
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_not_found_and_one_with_signs_is()
    {
        using var missing = await room.Client.GetAsync("/models/nobody", Token);
        using var hostile = await room.Client.GetAsync("/models/" + Uri.EscapeDataString(DetailRoom.Hostile), Token);
        var page = await hostile.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("nobody", await missing.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, hostile.StatusCode);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editions_show_how_a_model_fared()
    {
        foreach (var edition in new[] { "v1", "v2" })
        {
            Assert.Equal(0, (await room.Room.RunAsync("publish", "--edition", edition)).Code);
        }

        var page = await room.Client.GetStringAsync("/models/strong?lang=en", Token);
        Assert.Contains("v1 90.0% → v2 90.0%", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string query) =>
        [.. (await room.Client.GetFromJsonAsync<JsonElement>("/api/models?" + query, Token)).EnumerateArray()];
}

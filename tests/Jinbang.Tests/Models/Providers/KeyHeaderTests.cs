using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class KeyHeaderTests
{
    [Theory]
    [InlineData(null, "Authorization: Bearer sk-1234567890")]
    [InlineData("x-api-key", "x-api-key: sk-1234567890")]
    public async Task A_key_is_shown_where_the_provider_wants_it(string? header, string told)
    {
        var head = await HeadAsync("sk-1234567890", provider => provider with { KeyHeader = header });

        Assert.Contains(told, head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(header is null, head.Contains("Bearer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Further_fields_of_the_head_are_sent()
    {
        var head = await HeadAsync("k", provider => provider with { Headers = new Dictionary<string, string> { ["anthropic-version"] = "2023-06-01" } });

        Assert.Contains("anthropic-version: 2023-06-01", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_two_halves_signs_a_token_and_its_secret_is_not_sent()
    {
        var head = await HeadAsync("my-id:my-secret", provider => provider with { KeySigning = KeySigning.Jwt });

        var token = head.Split("Bearer ")[1].Split("\r\n")[0];
        var parts = token.Split('.');
        Assert.Equal(HMACSHA256.HashData("my-secret"u8, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")), Base64Url.DecodeFromChars(parts[2]));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal("my-id", claims.RootElement.GetProperty("iss").GetString());
        Assert.InRange(claims.RootElement.GetProperty("exp").GetInt64() - claims.RootElement.GetProperty("nbf").GetInt64(), 1800, 1810);
        Assert.DoesNotContain("my-secret", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_one_piece_is_shown_as_it_is_even_where_others_sign() =>
        Assert.Contains("Bearer sk-whole", await HeadAsync("sk-whole", provider => provider with { KeySigning = KeySigning.Jwt }), StringComparison.Ordinal);

    private static async Task<string> HeadAsync(string key, Func<Provider, Provider> changed)
    {
        await using var server = ScriptedServer.Json("{}", 500);
        using var connection = new ProviderConnection(changed(Provider.At(server.Address)), key, new CallLimits(), TimeProvider.System);
        using var examinee = new ChatExaminee(Asking.Model, new ProviderChatClient(connection, Asking.Model), TimeProvider.System);
        await Assert.ThrowsAsync<ProviderException>(() => examinee.AskAsync(Asking.Prompt, TestContext.Current.CancellationToken));
        return Assert.Single(server.Requests);
    }
}

using System.Text;
using System.Text.Json;
using CsCheck;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class RedactionTests
{
    private static readonly Gen<string> Keys = Gen.Char['!', '~'].Array[8, 60].Select(letters => new string(letters));

    [Fact]
    public void A_key_is_found_in_any_case_and_as_addresses_and_JSON_write_it() => Gen.Select(Keys, Gen.String, Gen.String).Sample((key, before, after) =>
    {
        var redaction = new Redaction(key);
        foreach (var form in new[] { key, key.ToUpperInvariant(), Uri.EscapeDataString(key), JsonEncodedText.Encode(key).ToString() })
        {
            Assert.DoesNotContain(form, redaction.Of(before + form + after), StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public void A_key_is_found_in_base64_whatever_stands_around_it() => Gen.Select(Keys, Gen.Byte.Array[0, 9], Gen.Byte.Array[0, 9]).Sample((key, before, after) =>
    {
        var told = Convert.ToBase64String([.. before, .. Encoding.ASCII.GetBytes(key), .. after]);
        foreach (var form in new[] { told, told.Replace('+', '-').Replace('/', '_') })
        {
            var rest = new Redaction(key).Of(form);
            Assert.Contains("[key]", rest, StringComparison.Ordinal);
            // Of the key's bits the letters that it shares with its neighbours are left: less than a byte at each end.
            Assert.InRange(rest.Length, 0, form.Length - (key.Length * 8 / 6) + "[key]".Length + 2);
        }
    });

    [Theory]
    [InlineData(null)]
    [InlineData("EMPTY")]
    [InlineData("none")]
    public void A_placeholder_changes_no_reply(string? key) =>
        Assert.Equal("an empty set, none EMPTY", new Redaction(key).Of("an empty set, none EMPTY"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_in_a_reply_is_not_kept_even_when_it_comes_in_pieces(bool streaming)
    {
        const string Key = Asking.Key;
        string[] events =
        [
            $$$"""{"model":"{{{Key}}}","choices":[{"delta":{"reasoning_content":"{{{Key}}}"}}]}""",
            $$$"""{"choices":[{"delta":{"content":"A {{{Key[..9]}}}"}}]}""",
            $$$"""{"choices":[{"delta":{"content":"{{{Key[9..]}}} B"},"finish_reason":"{{{Key}}}"}]}""",
            "[DONE]",
        ];
        await using var server = streaming
            ? ScriptedServer.Sse(events)
            : ScriptedServer.Json($$$"""{"model":"{{{Key}}}","choices":[{"message":{"reasoning_content":"{{{Key}}}","content":"A {{{Key}}} B"},"finish_reason":"{{{Key}}}"}]}""");
        var catalogue = Catalogue.Load(null);
        var secrets = Secrets.Read(new Dictionary<string, string> { ["JINBANG_API_KEY"] = Key });
        using var examinees = new Examinees(catalogue, secrets, new CallLimits(), TimeProvider.System);
        using var examinee = examinees.Open(Asking.Model with { Provider = server.Address });

        var reply = await examinee.AskAsync(Asking.Prompt, TestContext.Current.CancellationToken);

        Assert.Equal(("A [key] B", "[key]", "[key]", "[key]"), (reply.Text, reply.Thinking, reply.FinishReason, reply.ServedBy));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 {0}\r\nBroken header {0}\r\n\r\n")]
    [InlineData("HTTP/1.{0} 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/{0}\r\nConnection: close\r\n\r\n{{}}")]
    public async Task A_key_in_broken_headers_is_in_no_exception(string answer)
    {
        await using var server = new ScriptedServer(string.Format(System.Globalization.CultureInfo.InvariantCulture, answer, Asking.Key));

        Assert.DoesNotContain(Asking.Key, (await server.FailAsync()).ToString(), StringComparison.OrdinalIgnoreCase);
    }
}

using System.Text;
using System.Text.Json;
using CsCheck;
using Jinbang.Models;
using Jinbang.Models.Providers.Dialects;

namespace Jinbang.Tests.Models.Providers.Dialects;

public sealed class HostileBodyTests
{
    // The names that parsers look for, so that the values below them are of every wrong kind.
    private static readonly string[] Names =
    [
        "choices", "message", "delta", "content", "finish_reason", "usage", "model", "error", "type", "text", "thinking", "stop_reason", "content_block",
        "candidates", "parts", "thought", "finishReason", "usageMetadata", "promptFeedback", "blockReason", "modelVersion", "output", "summary", "status",
        "incomplete_details", "reason", "response", "refusal", "prompt_tokens", "input_tokens", "output_tokens", "thoughtsTokenCount", "totalTokenCount",
    ];

    private static readonly string[] Odd =
        ["1", "-5", "1e300", "null", "true", "\"\"", "\"\\ud800\"", "\"message_start\"", "\"response.completed\"", "\"stop\""];

    private static readonly Gen<string> Scalars = Gen.OneOf(
        Gen.Int[0, Odd.Length - 1].Select(number => Odd[number]),
        Gen.Int[0, Names.Length - 1].Select(number => Names[number]).Select(name => $"\"{name}\""));

    private static readonly Gen<string> Values = Gen.Recursive<string>((depth, inner) => depth > 4 ? Scalars : Gen.OneOf(
        Scalars,
        inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
        Members(inner)));

    private static Gen<string> Members(Gen<string> inner) => Gen.Select(Gen.Int[0, Names.Length - 1].Select(number => Names[number]), inner).Array[0, 4]
        .Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}");

    [Theory]
    [InlineData(Dialect.OpenAiChat)]
    [InlineData(Dialect.OpenAiResponses)]
    [InlineData(Dialect.Anthropic)]
    [InlineData(Dialect.Gemini)]
    public void A_body_of_any_shape_is_read_or_refused_as_bad_JSON_and_nothing_else(Dialect dialect)
    {
        var provider = Provider.At("http://127.0.0.1:1/v1") with { Dialect = dialect };
        var read = ChatDialect.Of(provider, new Model("m", provider.Name, "m"));
        Members(Values).Sample(
            body =>
            {
                var bytes = Encoding.UTF8.GetBytes(body);
                Try(() => read.Parse(bytes));
                Try(() => read.Event("message", bytes));
                Try(() => read.Parse(bytes.AsSpan(0, bytes.Length / 2)));
            },
            iter: 3000);
    }

    private static void Try(Action parse)
    {
        try
        {
            parse();
        }
        catch (JsonException)
        {
            // Told as a malformed reply.
        }
    }
}

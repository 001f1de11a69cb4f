using System.Text;
using CsCheck;
using Jinbang.Models.Providers.Batches;

namespace Jinbang.Tests.Models.Providers.Batches;

public sealed class BatchResultTests
{
    private const int Most = 8;

    [Fact]
    public void Lines_are_those_between_line_ends_however_they_arrive_and_none_that_is_too_long() =>
        Gen.Select(Gen.String[Gen.Char["ab\n"], 0, 60], Gen.Int[1, 20]).Sample((text, chunk) =>
        {
            var lines = ReadAsync(text, chunk).ToBlockingEnumerable(TestContext.Current.CancellationToken).ToList();
            var expected = text.Split('\n').Where(line => line.Length > 0).Select(line => line.Length <= Most ? line : null);
            Assert.Equal(expected, lines);
        });

    [Fact]
    public void Whatever_a_line_holds_it_is_a_result_or_none() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.String[Gen.Char["{}[]\":,\\u0d8custom_id1 "], 0, 80].Select(Encoding.UTF8.GetBytes),
        Gen.String.Select(text => Encoding.UTF8.GetBytes($$"""{"custom_id":"{{text}}","status":{{text.Length}}}""")))
        .Sample(line =>
        {
            var result = ResultLine.Read(line, json => new BatchResult(json.Text("custom_id"), json.Count("status"), json.Bytes()));
            Assert.True(result.Id is null || Encoding.UTF8.GetString(line).Contains("custom_id", StringComparison.Ordinal) || line.Contains((byte)'\\'));
        });

    private static async IAsyncEnumerable<string?> ReadAsync(string text, int chunk)
    {
        await using var stream = new Dribble(Encoding.UTF8.GetBytes(text), chunk);
        await foreach (var line in new BoundedLines(stream, Most).ReadAsync(TestContext.Current.CancellationToken))
        {
            yield return line is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
        }
    }

    /// <summary>Gives no more than a few bytes at a time.</summary>
    private sealed class Dribble(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}

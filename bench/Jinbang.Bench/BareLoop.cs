using System.Text;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>The floor: the least code that asks the same questions of the same server, whole or streamed, and keeps nothing.</summary>
internal static class BareLoop
{
    public static async Task<int> RunAsync(Uri endpoint, string exam, int concurrency, bool stream, CancellationToken cancellationToken)
    {
        var prompts = File.ReadLines(exam).Select(line => Prompt(line, stream)).ToList();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = concurrency });
        var address = new Uri($"{endpoint}/chat/completions");
        await Parallel.ForEachAsync(
            prompts,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (prompt, token) =>
            {
                using var content = new StringContent(prompt, Encoding.UTF8, "application/json");
                using var response = await client.PostAsync(address, content, token);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(token);
            });
        return 0;
    }

    private static string Prompt(string line, bool stream)
    {
        using var question = JsonDocument.Parse(line);
        var root = question.RootElement;
        var text = $"Answer with a letter.\n\n{root.GetProperty("question").GetString()}\n\n"
            + string.Join('\n', root.GetProperty("options").EnumerateObject().Select(option => $"{option.Name}. {option.Value}"));
        var messages = new[] { new { role = "user", content = text } };
        return stream
            ? JsonSerializer.Serialize(new { model = "sim-strong", messages, max_tokens = 8192, stream = true, stream_options = new { include_usage = true } })
            : JsonSerializer.Serialize(new { model = "sim-strong", messages, max_tokens = 8192 });
    }
}

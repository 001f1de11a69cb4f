using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Anthropic's batches of messages.</summary>
/// <remarks>
/// Documentation: "Create a Message Batch", "List Message Batches", "Retrieve Message Batch results"
/// (platform.claude.com/docs/en/api/messages/batches). A batch carries no mark of ours but the ids of its requests, which
/// are told only with its results: one that is found by its time and size alone must end before it can be told apart.
/// </remarks>
internal sealed class AnthropicBatches(BatchCalls calls) : BatchClient
{
    private const int MostPages = 100;
    private const string Path = "messages/batches";
    private static readonly TimeSpan ClockSlack = TimeSpan.FromHours(1);
    private static readonly string[] Counts = ["processing", "succeeded", "errored", "canceled", "expired"];

    public override async Task<Sought> FindAsync(Submission submission, CancellationToken cancellationToken)
    {
        var isUndecided = false;
        foreach (var state in await CandidatesAsync(submission, cancellationToken))
        {
            if (state.Stage == BatchStage.UnderWay)
            {
                isUndecided = true;
            }
            else if (await ReadAsync(state, submission.Count, cancellationToken).FirstOrDefaultAsync(cancellationToken) is { Id: { } first }
                && first.StartsWith(submission.Key, StringComparison.Ordinal))
            {
                return new Sought(state.Id);
            }
        }

        return new Sought(null, isUndecided);
    }

    public override Task<string> SubmitAsync(Submission submission, CancellationToken cancellationToken) => calls.AskAsync(
        HttpMethod.Post, Path, new LinesContent("application/json", () => Parts(submission)), BatchJson.Id, cancellationToken);

    public override Task<BatchState> LookAsync(string id, CancellationToken cancellationToken) =>
        calls.AskAsync(HttpMethod.Get, $"{Path}/{Uri.EscapeDataString(id)}", null, StateOf, cancellationToken);

    public override async IAsyncEnumerable<BatchResult> ReadAsync(
        BatchState state, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in state.Results)
        {
            await foreach (var line in calls.LinesAsync(path, cancellationToken).Take(ResultLine.Most(count)))
            {
                yield return ResultLine.Read(line, Understand);
            }
        }
    }

    private protected override ReadOnlyMemory<byte> Line(BatchRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 64);
        buffer.Write(Encoding.ASCII.GetBytes($$"""{"custom_id":"{{request.Id}}","params":"""));
        buffer.Write(request.Body.Span);
        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }

    // Where the results are is told as an address; the key goes to no other place than the endpoint.
    private static BatchState StateOf(JsonElement batch)
    {
        var id = batch.Id();
        var counts = batch.Member("request_counts") ?? default;
        var isEnded = batch.Text("processing_status") == "ended";
        return new BatchState(id, isEnded ? BatchStage.Ended : BatchStage.UnderWay, Counts.Skip(1).Sum(name => counts.Count(name)))
        {
            Results = isEnded ? [$"{Path}/{Uri.EscapeDataString(id)}/results"] : [],
        };
    }

    private static BatchResult? Understand(JsonElement line)
    {
        var result = line.Member("result") ?? default;
        return result.Text("type") switch
        {
            "succeeded" when result.Member("message") is { } message => new BatchResult(line.Text("custom_id"), 200, message.Bytes()),
            "errored" when result.Member("error") is { } error => new(line.Text("custom_id"), StatusOf(error.Member("error")?.Text("type")), error.Bytes()),
            "canceled" or "expired" => new(line.Text("custom_id"), 0, Encoding.UTF8.GetBytes($$"""{"message":"{{result.Text("type")}}"}""")),
            _ => null,
        };
    }

    // Documentation: "Errors" (platform.claude.com/docs/en/api/errors).
    private static int StatusOf(string? type) => type switch
    {
        "invalid_request_error" => 400,
        "authentication_error" => 401,
        "billing_error" => 402,
        "permission_error" => 403,
        "not_found_error" => 404,
        "request_too_large" => 413,
        "rate_limit_error" => 429,
        "overloaded_error" => 529,
        _ => 500,
    };

    private async Task<IReadOnlyList<BatchState>> CandidatesAsync(Submission submission, CancellationToken cancellationToken)
    {
        var candidates = new List<BatchState>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            after = await calls.AskAsync(
                HttpMethod.Get, $"{Path}?limit=100{(after is null ? "" : "&after_id=" + Uri.EscapeDataString(after))}", null, Look, cancellationToken);
            if (after is null)
            {
                break;
            }
        }

        return candidates;

        // The newest come first, so that nothing older need be looked at.
        string? Look(JsonElement list)
        {
            foreach (var batch in list.Items("data"))
            {
                if (DateTimeOffset.TryParse(batch.Text("created_at"), CultureInfo.InvariantCulture, out var created)
                    && created < submission.BegunAt - ClockSlack)
                {
                    return null;
                }

                var counts = batch.Member("request_counts") ?? default;
                if (Counts.Sum(name => counts.Count(name)) == submission.Count && !submission.Others.Contains(batch.Id()))
                {
                    candidates.Add(StateOf(batch));
                }
            }

            return list.Member("has_more") is { ValueKind: JsonValueKind.True } ? list.Text("last_id") : null;
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Parts(Submission submission)
    {
        var separator = """{"requests":["""u8.ToArray();
        foreach (var request in submission.Requests())
        {
            yield return separator;
            yield return Line(request);
            separator = ","u8.ToArray();
        }

        yield return "]}"u8.ToArray();
    }
}

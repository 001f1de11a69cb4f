using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Batches of files, as OpenAI has them and many after it.</summary>
/// <remarks>
/// Documentation: OpenAI, "Batch API" and "Create batch" (platform.openai.com/docs/guides/batch, api-reference/batch);
/// 阿里云百炼 "OpenAI Batch接口兼容" (help.aliyun.com/zh/dashscope/developer-reference/openai-batch-interface);
/// 智谱 "批处理" (docs.bigmodel.cn/cn/guide/tools/batch); Kimi "Batch API 支持" (platform.kimi.com/docs/guide/use-batch-api).
/// A batch is found again by the name of its file and by its metadata: providers need not keep the latter.
/// </remarks>
internal sealed class OpenAiBatches(BatchCalls calls, BatchTerms terms) : BatchClient
{
    private const string Mark = "jinbang";
    private const int MostPages = 100;
    private static readonly TimeSpan ClockSlack = TimeSpan.FromHours(1);

    public override async Task<Sought> FindAsync(Submission submission, CancellationToken cancellationToken)
    {
        var file = await FindFileAsync(submission, cancellationToken);
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var (found, next) = await calls.AskAsync(
                HttpMethod.Get, $"batches?limit=100{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}", null, Look, cancellationToken);
            if (found is not null || next is null)
            {
                return new Sought(found);
            }

            after = next;
        }

        return default;

        // The newest come first, so that nothing older need be looked at.
        (string? Found, string? Next) Look(JsonElement list)
        {
            string? last = null;
            foreach (var batch in list.Items("data"))
            {
                last = batch.Id();
                if (batch.Member("metadata")?.Text(Mark) == submission.Key || (file is not null && batch.Text("input_file_id") == file))
                {
                    return (last, null);
                }

                if (batch.Count("created_at") is > 0 and var second && DateTimeOffset.FromUnixTimeSeconds(second) < submission.BegunAt - ClockSlack)
                {
                    return default;
                }
            }

            return (null, list.Member("has_more") is { ValueKind: JsonValueKind.True } ? last : null);
        }
    }

    public override async Task<string> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        var file = await FindFileAsync(submission, cancellationToken) ?? await UploadAsync(submission, cancellationToken);
        return await calls.AskAsync(HttpMethod.Post, "batches", ProviderConnection.Json(Order(submission, file)), BatchJson.Id, cancellationToken);
    }

    public override Task<BatchState> LookAsync(string id, CancellationToken cancellationToken) =>
        calls.AskAsync(HttpMethod.Get, $"batches/{Uri.EscapeDataString(id)}", null, batch => StateOf(id, batch), cancellationToken);

    public override async IAsyncEnumerable<BatchResult> ReadAsync(
        BatchState state, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in state.Results)
        {
            var lines = calls.LinesAsync(path, cancellationToken);
            await foreach (var line in lines.Take(ResultLine.Most(count)))
            {
                yield return ResultLine.Read(line, Understand);
            }
        }
    }

    private protected override ReadOnlyMemory<byte> Line(BatchRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 128);
        buffer.Write(Encoding.ASCII.GetBytes($$"""{"custom_id":"{{request.Id}}","method":"POST","url":"{{terms.Url}}","body":"""));
        buffer.Write(request.Body.Span);
        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }

    private BatchState StateOf(string id, JsonElement batch)
    {
        var counts = batch.Member("request_counts") ?? default;
        var stage = batch.Text("status") switch
        {
            "completed" or "expired" or "cancelled" => BatchStage.Ended,
            "failed" => BatchStage.Rejected,
            _ => BatchStage.UnderWay,
        };
        return new BatchState(id, stage, counts.Count("completed") + counts.Count("failed"))
        {
            Problem = calls.Plain(string.Join(' ', (batch.Member("errors") ?? default).Items("data").Select(error => error.Text("message")).OfType<string>().Take(3))),
            Results = [.. ((string[])["output_file_id", "error_file_id"])
                .Select(name => batch.Text(name)).OfType<string>().Select(file => $"files/{Uri.EscapeDataString(file)}/content")],
        };
    }

    private static BatchResult? Understand(JsonElement line)
    {
        var response = line.Member("response");
        return response?.Member("body") is { } body
            ? new BatchResult(line.Text("custom_id"), response.Value.Count("status_code") is > 0 and var status ? status : 200, body.Bytes())
            : line.Member("error") is not null ? new BatchResult(line.Text("custom_id"), 0, line.Bytes()) : null;
    }

    private static string NameOf(Submission submission) => $"{Mark}-{submission.Key}.jsonl";

    private async Task<string?> FindFileAsync(Submission submission, CancellationToken cancellationToken)
    {
        var name = NameOf(submission);
        return await calls.AskAsync(
            HttpMethod.Get, "files?purpose=batch", null, list => list.Items("data").FirstOrDefault(file => file.Text("filename") == name).Text("id"), cancellationToken);
    }

    private Task<string> UploadAsync(Submission submission, CancellationToken cancellationToken)
    {
        var file = new LinesContent("application/jsonl", () => Lines(submission));
        // Not all servers read names without quotes.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{NameOf(submission)}\"" };
        var purpose = new StringContent("batch");
        purpose.Headers.ContentType = null;
        purpose.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"purpose\"" };
        var form = new MultipartFormDataContent(submission.Key) { purpose, file };
        return calls.AskAsync(HttpMethod.Post, "files", form, BatchJson.Id, cancellationToken);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Lines(Submission submission)
    {
        foreach (var request in submission.Requests())
        {
            yield return Line(request);
            yield return "\n"u8.ToArray();
        }
    }

    private byte[] Order(Submission submission, string file) => JsonSerializer.SerializeToUtf8Bytes(
        new(file, terms.Url, terms.Window, new Dictionary<string, string> { [Mark] = submission.Key }), BatchOrderJson.Default.BatchOrder);
}

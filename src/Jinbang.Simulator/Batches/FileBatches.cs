using System.Text;
using System.Text.Json;
using Jinbang.Simulator.Delivery;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Batches;

/// <summary>Batches of files, as OpenAI has them.</summary>
/// <remarks>Documentation: OpenAI, "Batch API", "Upload file", "Create batch", "List batches"
/// (platform.openai.com/docs/api-reference/batch and /files).</remarks>
internal sealed class FileBatches(House house, BatchRoom room, LineDesk desk, BatchHabits habits, TimeProvider time)
{
    private const string Output = "output-";
    private const string Errors = "errors-";

    // Where requests say that they go, such as /v1/chat/completions.
    private readonly string url = house.Base[house.Base.LastIndexOf('/')..] + "/chat/completions";

    public void Map(WebApplication app, Guard guard)
    {
        app.MapPost(house.At("/files"), guard("upload", true, UploadAsync));
        app.MapGet(house.At("/files"), guard("list-files", false, ListFiles));
        app.MapGet(house.At("/files/{id}/content"), guard("results", false, ReadAsync));
        app.MapPost(house.At("/batches"), guard("create", true, CreateAsync));
        app.MapGet(house.At("/batches"), guard("list", false, List));
        app.MapGet(house.At("/batches/{id}"), guard("look", false, Look));
    }

    private async Task UploadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["purpose"] != "batch" || form.Files.GetFile("file") is not { } file)
        {
            context.Response.Reject(house, new Problem(Trouble.BadRequest, "A file and the purpose batch are needed."));
            return;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, context.RequestAborted);
        var id = room.Keep(file.FileName, content.ToArray());
        context.Response.SendJson(JsonBytes.Of((Id: id, Name: file.FileName), WriteFile));
    }

    private Task ListFiles(HttpContext context)
    {
        context.Response.SendJson(JsonBytes.Of(room.Files.Select(file => (file.Id, file.Name)), (json, files) => WriteList(json, files, WriteFile)));
        return Task.CompletedTask;
    }

    private async Task CreateAsync(HttpContext context)
    {
        using var order = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var file = room.Files.FirstOrDefault(file => file.Id == Text(order.RootElement, "input_file_id"));
        if (file.Id is null || Text(order.RootElement, "endpoint") != url || Text(order.RootElement, "completion_window") != "24h")
        {
            context.Response.Reject(house, new Problem(Trouble.BadRequest, $"input_file_id, endpoint {url} and completion_window 24h are needed."));
        }
        else if (room.Refuses())
        {
            context.Response.Reject(house, new Problem(Trouble.RateLimited, "Too many batches."), TimeSpan.FromMilliseconds(100));
        }
        else
        {
            var metadata = order.RootElement.TryGetProperty("metadata", out var marks) ? marks.GetRawText() : "null";
            var lines = habits.IsRejecting ? [] : Answer(context.Request, file.Content);
            var batch = room.Take("batch_", lines, batch => batch with { File = file.Id, Metadata = metadata });
            context.Response.SendJson(JsonBytes.Of(batch, WriteBatch));
        }
    }

    private List<AnsweredLine> Answer(HttpRequest head, byte[] content)
    {
        var answers = new List<AnsweredLine>();
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var request = JsonDocument.Parse(line);
            var isWhole = Text(request.RootElement, "url") == url && Text(request.RootElement, "method") == "POST";
            answers.Add(isWhole
                ? desk.Answer(head, request.RootElement.GetProperty("custom_id").GetString()!, request.RootElement.GetProperty("body"))
                : throw new JsonException($"A line's method and url should be POST {url}."));
        }

        return answers;
    }

    private Task List(HttpContext context)
    {
        context.Response.SendJson(JsonBytes.Of(room.Batches, (json, batches) => WriteList(json, batches, WriteBatch)));
        return Task.CompletedTask;
    }

    private Task Look(HttpContext context)
    {
        if (room.Find((string)context.Request.RouteValues["id"]!) is { } batch)
        {
            context.Response.SendJson(JsonBytes.Of(batch, WriteBatch));
        }
        else
        {
            context.Response.Reject(house, new Problem(Trouble.BadRequest, "There is no such batch.") { Status = 404 });
        }

        return Task.CompletedTask;
    }

    private Task ReadAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var batch = room.Find(id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..])!;
        var lines = (id.StartsWith(Errors, StringComparison.Ordinal) ? batch.Failed : batch.Succeeded).Select(line => JsonBytes.Of(line, WriteLine).ToArray());
        return ResultLines.SendAsync(context, [.. lines], habits, time);
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.WriteString("object"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteBoolean("has_more"u8, false);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, (string Id, string Name) file)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, file.Id);
        json.WriteString("object"u8, "file"u8);
        json.WriteString("filename"u8, file.Name);
        json.WriteString("purpose"u8, "batch"u8);
        json.WriteEndObject();
    }

    private void WriteBatch(Utf8JsonWriter json, HeldBatch batch)
    {
        var isEnded = room.Done(batch) >= 1;
        var hasExpired = batch.Lines.Any(line => line.Status == 0);
        json.WriteStartObject();
        json.WriteString("id"u8, batch.Id);
        json.WriteString("object"u8, "batch"u8);
        json.WriteString("endpoint"u8, url);
        json.WriteString("input_file_id"u8, batch.File);
        json.WriteString("status"u8, habits.IsRejecting ? "failed" : !isEnded ? "in_progress" : hasExpired ? "expired" : "completed");
        json.WriteNumber("created_at"u8, batch.Created.ToUnixTimeSeconds());
        json.WritePropertyName("metadata"u8);
        json.WriteRawValue(batch.Metadata);
        if (habits.IsRejecting)
        {
            json.WritePropertyName("errors"u8);
            json.WriteRawValue("""{"object":"list","data":[{"code":"invalid","message":"This rejection is simulated."}]}""");
        }

        WriteResults(json, batch, isEnded);
        json.WriteEndObject();
    }

    private void WriteResults(Utf8JsonWriter json, HeldBatch batch, bool isEnded)
    {
        json.WriteString("output_file_id"u8, isEnded && batch.Succeeded.Any() ? Output + batch.Id : null);
        json.WriteString("error_file_id"u8, isEnded && batch.Failed.Any() ? Errors + batch.Id : null);
        json.WriteStartObject("request_counts"u8);
        json.WriteNumber("total"u8, batch.Lines.Count);
        json.WriteNumber("completed"u8, (int)(room.Done(batch) * batch.Succeeded.Count()));
        json.WriteNumber("failed"u8, (int)(room.Done(batch) * batch.Failed.Count()));
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, AnsweredLine line)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, "batch_req_" + line.Id);
        json.WriteString("custom_id"u8, line.Id);
        json.WritePropertyName("response"u8);
        if (line.Status == 0)
        {
            json.WriteNullValue();
            json.WritePropertyName("error"u8);
            json.WriteRawValue("""{"code":"batch_expired","message":"This request could not be executed before the completion window expired."}""");
        }
        else
        {
            json.WriteStartObject();
            json.WriteNumber("status_code"u8, line.Status);
            json.WriteString("request_id"u8, line.Id);
            json.WritePropertyName("body"u8);
            json.WriteRawValue(line.Body.Span);
            json.WriteEndObject();
            json.WriteNull("error"u8);
        }

        json.WriteEndObject();
    }
}

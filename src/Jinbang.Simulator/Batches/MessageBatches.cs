using System.Globalization;
using System.Text.Json;
using Jinbang.Simulator.Delivery;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Batches;

/// <summary>Batches of messages, as Anthropic has them.</summary>
/// <remarks>Documentation: "Create a Message Batch", "Retrieve a Message Batch", "List Message Batches", "Retrieve Message Batch results"
/// (platform.claude.com/docs/en/api/messages/batches).</remarks>
internal sealed class MessageBatches(House house, BatchRoom room, LineDesk desk, BatchHabits habits, TimeProvider time)
{
    private const string Path = "/messages/batches";

    public void Map(WebApplication app, Guard guard)
    {
        app.MapPost(house.At(Path), guard("create", true, CreateAsync));
        app.MapGet(house.At(Path), guard("list", false, List));
        app.MapGet(house.At(Path + "/{id}"), guard("look", false, context => WithBatch(context, Send)));
        app.MapGet(house.At(Path + "/{id}/results"), guard("results", false, context => WithBatch(context, SendResultsAsync)));
    }

    private async Task CreateAsync(HttpContext context)
    {
        using var order = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        if (room.Refuses())
        {
            context.Response.Reject(house, new Problem(Trouble.RateLimited, "Too many batches."), TimeSpan.FromMilliseconds(100));
            return;
        }

        var lines = order.RootElement.GetProperty("requests").EnumerateArray()
            .Select(request => desk.Answer(context.Request, request.GetProperty("custom_id").GetString()!, request.GetProperty("params")))
            .ToList();
        await Send(context, room.Take("msgbatch_", lines, batch => batch));
    }

    private Task List(HttpContext context)
    {
        context.Response.SendJson(JsonBytes.Of(room.Batches, (json, batches) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data"u8);
            foreach (var batch in batches)
            {
                Write(json, batch);
            }

            json.WriteEndArray();
            json.WriteBoolean("has_more"u8, false);
            json.WriteString("last_id"u8, batches.Count > 0 ? batches[^1].Id : null);
            json.WriteEndObject();
        }));
        return Task.CompletedTask;
    }

    private Task WithBatch(HttpContext context, Func<HttpContext, HeldBatch, Task> answer)
    {
        if (room.Find((string)context.Request.RouteValues["id"]!) is { } batch)
        {
            return answer(context, batch);
        }

        context.Response.Reject(house, new Problem(Trouble.UnknownModel, "There is no such batch.") { Field = "batch" });
        return Task.CompletedTask;
    }

    private Task Send(HttpContext context, HeldBatch batch)
    {
        context.Response.SendJson(JsonBytes.Of(batch, Write));
        return Task.CompletedTask;
    }

    private Task SendResultsAsync(HttpContext context, HeldBatch batch) =>
        ResultLines.SendAsync(context, [.. batch.Lines.Select(line => JsonBytes.Of(line, WriteLine).ToArray())], habits, time);

    private void Write(Utf8JsonWriter json, HeldBatch batch)
    {
        var isEnded = room.Done(batch) >= 1;
        var expired = batch.Lines.Count(line => line.Status == 0);
        json.WriteStartObject();
        json.WriteString("id"u8, batch.Id);
        json.WriteString("type"u8, "message_batch"u8);
        json.WriteString("processing_status"u8, isEnded ? "ended" : "in_progress");
        json.WriteStartObject("request_counts"u8);
        json.WriteNumber("processing"u8, isEnded ? 0 : batch.Lines.Count);
        json.WriteNumber("succeeded"u8, isEnded ? batch.Succeeded.Count() : 0);
        json.WriteNumber("errored"u8, isEnded ? batch.Failed.Count() - expired : 0);
        json.WriteNumber("canceled"u8, 0);
        json.WriteNumber("expired"u8, isEnded ? expired : 0);
        json.WriteEndObject();
        json.WriteString("created_at"u8, batch.Created.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("results_url"u8, isEnded ? $"https://results.example{Path}/{batch.Id}/results" : null);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, AnsweredLine line)
    {
        json.WriteStartObject();
        json.WriteString("custom_id"u8, line.Id);
        json.WriteStartObject("result"u8);
        json.WriteString("type"u8, line.Status switch { 0 => "expired", >= 200 and < 300 => "succeeded", _ => "errored" });
        if (line.Status != 0)
        {
            json.WritePropertyName(line.Status is >= 200 and < 300 ? "message" : "error");
            json.WriteRawValue(line.Body.Span);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

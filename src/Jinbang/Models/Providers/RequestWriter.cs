using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>Writes requests of the OpenAI chat-completions dialect for one model.</summary>
internal sealed class RequestWriter
{
    // The body is JSON only, never part of a page, so that Chinese need not be escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly string model;
    private readonly string maxTokensField;
    private readonly string? seedField;
    private readonly Dictionary<string, JsonElement> extra = [];

    /// <param name="provider">Who serves the model.</param>
    /// <param name="model">The model, whose further fields, after the provider's, replace the usual ones; those that are null are left out.</param>
    /// <exception cref="BadInputException">The further fields are not a JSON object.</exception>
    public RequestWriter(Provider provider, Model model)
    {
        this.model = model.Id;
        maxTokensField = provider.MaxTokensField;
        seedField = provider.SeedField;
        Take(provider.Name, provider.ExtraFields);
        Take(model.Name, model.ExtraFields);
    }

    public ReadOnlyMemory<byte> Write(IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        if (IsMine("model"))
        {
            writer.WriteString("model"u8, options?.ModelId ?? model);
        }

        if (IsMine("messages"))
        {
            WriteMessages(writer, messages);
        }

        WriteOptions(writer, options, streaming);
        foreach (var (name, value) in extra)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private void Take(string owner, string? fields)
    {
        using var document = fields is null ? null : ParseExtra(owner, fields);
        foreach (var field in document?.RootElement.EnumerateObject() ?? default)
        {
            extra[field.Name] = field.Value.Clone();
        }
    }

    private static void WriteMessages(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages)
    {
        writer.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, message.Role.Value);
            writer.WriteString("content"u8, message.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteOptions(Utf8JsonWriter writer, ChatOptions? options, bool streaming)
    {
        if (options?.Temperature is { } temperature && IsMine("temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (options?.MaxOutputTokens is { } most && IsMine(maxTokensField))
        {
            writer.WriteNumber(maxTokensField, most);
        }

        if (options?.Seed is { } seed && seedField is not null && IsMine(seedField))
        {
            writer.WriteNumber(seedField, seed);
        }

        if (streaming && IsMine("stream"))
        {
            writer.WriteBoolean("stream"u8, true);
        }

        if (streaming && IsMine("stream_options"))
        {
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }
    }

    private bool IsMine(string field) => !extra.ContainsKey(field);

    private static JsonDocument ParseExtra(string owner, string fields)
    {
        try
        {
            var document = JsonDocument.Parse(fields);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException("Not an object.");
        }
        catch (JsonException fault)
        {
            throw new BadInputException(new(
                $"The extra fields of {owner} are not a JSON object.", $"{owner} 的附加字段不是 JSON 对象。"), fault);
        }
    }
}

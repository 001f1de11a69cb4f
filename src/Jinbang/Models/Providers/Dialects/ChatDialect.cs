using System.Buffers;
using System.Net.ServerSentEvents;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>How one model's requests are written and its replies read.</summary>
internal abstract class ChatDialect
{
    // The body is JSON only, never part of a page, so that Chinese need not be escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Reads one event of a stream.</summary>
    public abstract SseItemParser<ReplyPart> Event { get; }

    /// <summary>Where a request goes.</summary>
    public abstract Uri Address(bool streaming);

    /// <summary>Writes a request's body.</summary>
    public ReadOnlyMemory<byte> Write(IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        WriteMembers(writer, messages, options, streaming);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a whole reply.</summary>
    /// <exception cref="JsonException">It is not a JSON object, is nested too deeply, or holds broken text.</exception>
    public abstract ReplyPart Parse(ReadOnlySpan<byte> body);

    /// <summary>The dialect that a provider speaks, for one of its models.</summary>
    /// <exception cref="BadInputException">Further fields of the provider or the model are not a JSON object, or nobody knows how it is told to think or not to.</exception>
    public static ChatDialect Of(Provider provider, Model model)
    {
        var extra = ExtraFields.Of(provider, model);
        return provider.Dialect switch
        {
            Dialect.OpenAiChat => new OpenAiChat(provider, model, extra),
            Dialect.OpenAiResponses => new OpenAiResponses(provider, model, extra),
            Dialect.Anthropic => new AnthropicMessages(provider, model, extra),
            Dialect.Gemini => new GeminiContent(provider, model, extra),
        };
    }

    /// <summary>Writes the members of a request's body.</summary>
    protected abstract void WriteMembers(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming);

    /// <summary>The instructions among the messages; null when there are none.</summary>
    protected static string? SystemOf(IEnumerable<ChatMessage> messages) =>
        messages.FirstOrDefault(message => message.Role == ChatRole.System)?.Text;

    /// <summary>Writes messages as a list of roles and contents.</summary>
    protected static void WriteMessages(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<ChatMessage> messages)
    {
        writer.WriteStartArray(name);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, message.Role.Value);
            writer.WriteString("content"u8, message.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Google's generateContent.</summary>
internal sealed class GeminiContent(Provider provider, Model model, ExtraFields extra) : ChatDialect
{
    private const string Configuration = "generationConfig";

    private readonly Uri whole = provider.Address($"models/{model.Id}:generateContent");
    private readonly Uri streamed = new UriBuilder(provider.Address($"models/{model.Id}:streamGenerateContent")) { Query = "alt=sse" }.Uri;

    public override SseItemParser<ReplyPart> Event => GeminiParser.Event;

    public override Uri Address(bool streaming) => streaming ? streamed : whole;

    public override ReplyPart Parse(ReadOnlySpan<byte> body) => GeminiParser.Parse(body);

    protected override void WriteMembers(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        if (SystemOf(messages) is { } system && extra.LeavesOut("systemInstruction"))
        {
            writer.WriteStartObject("systemInstruction"u8);
            WriteParts(writer, system);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("contents"u8);
        foreach (var message in messages.Where(message => message.Role != ChatRole.System))
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, message.Role == ChatRole.Assistant ? "model" : "user");
            WriteParts(writer, message.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteConfiguration(writer, options);
        extra.WriteTo(writer, except: Configuration);
    }

    private static void WriteParts(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartArray("parts"u8);
        writer.WriteStartObject();
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    // Further fields stand beside ours in here, and replace those of the same name.
    private void WriteConfiguration(Utf8JsonWriter writer, ChatOptions? options)
    {
        var given = extra.Value(Configuration);
        writer.WriteStartObject(Configuration);
        if (options?.Temperature is { } temperature && LeavesOut("temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (options?.MaxOutputTokens is { } most && LeavesOut("maxOutputTokens"))
        {
            writer.WriteNumber("maxOutputTokens"u8, most);
        }

        if (options?.Seed is { } seed && provider.SeedField is { } field && LeavesOut(field))
        {
            writer.WriteNumber(field, seed);
        }

        foreach (var member in given?.EnumerateObject() ?? default)
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();

        bool LeavesOut(string name) => given?.TryGetProperty(name, out _) != true;
    }
}

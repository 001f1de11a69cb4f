using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>OpenAI's chat completions, with the houses' variations.</summary>
internal sealed class OpenAiChat(Provider provider, Model model, ExtraFields extra) : ChatDialect
{
    private readonly Uri address = provider.Address("chat/completions");

    public override SseItemParser<ReplyPart> Event => OpenAiChatParser.Event;

    public override Uri Address(bool streaming) => address;

    public override ReplyPart Parse(ReadOnlySpan<byte> body) => OpenAiChatParser.Parse(body);

    protected override void WriteMembers(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        if (extra.LeavesOut("model"))
        {
            writer.WriteString("model"u8, options?.ModelId ?? model.Id);
        }

        if (extra.LeavesOut("messages"))
        {
            WriteMessages(writer, "messages"u8, messages);
        }

        WriteOptions(writer, options, streaming);
        extra.WriteTo(writer);
    }

    private void WriteOptions(Utf8JsonWriter writer, ChatOptions? options, bool streaming)
    {
        if (options?.Temperature is { } temperature && extra.LeavesOut("temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (options?.MaxOutputTokens is { } most && extra.LeavesOut(provider.MaxTokensField))
        {
            writer.WriteNumber(provider.MaxTokensField, most);
        }

        if (options?.Seed is { } seed && provider.SeedField is { } field && extra.LeavesOut(field))
        {
            writer.WriteNumber(field, seed);
        }

        if (streaming && extra.LeavesOut("stream"))
        {
            writer.WriteBoolean("stream"u8, true);
        }

        if (streaming && provider.StreamUsage && extra.LeavesOut("stream_options"))
        {
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }
    }
}

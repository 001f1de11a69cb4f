using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Anthropic's messages. It takes no seed.</summary>
internal sealed class AnthropicMessages(Provider provider, Model model, ExtraFields extra) : ChatDialect
{
    private readonly Uri address = provider.Address("messages");

    public override SseItemParser<ReplyPart> Event => AnthropicParser.Event;

    public override Uri Address(bool streaming) => address;

    public override ReplyPart Parse(ReadOnlySpan<byte> body) => AnthropicParser.Parse(body);

    protected override void WriteMembers(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        writer.WriteString("model"u8, options?.ModelId ?? model.Id);
        if (extra.LeavesOut("max_tokens"))
        {
            writer.WriteNumber("max_tokens"u8, options?.MaxOutputTokens ?? model.MaxOutputTokens);
        }

        if (SystemOf(messages) is { } system && extra.LeavesOut("system"))
        {
            writer.WriteString("system"u8, system);
        }

        WriteMessages(writer, "messages"u8, messages.Where(message => message.Role != ChatRole.System));
        if (options?.Temperature is { } temperature && extra.LeavesOut("temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (streaming)
        {
            writer.WriteBoolean("stream"u8, true);
        }

        extra.WriteTo(writer);
    }
}

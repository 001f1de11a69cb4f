using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>OpenAI's responses. It takes no seed.</summary>
internal sealed class OpenAiResponses(Provider provider, Model model, ExtraFields extra) : ChatDialect
{
    private readonly Uri address = provider.Address("responses");

    public override SseItemParser<ReplyPart> Event => OpenAiResponsesParser.Event;

    public override Uri Address(bool streaming) => address;

    public override ReplyPart Parse(ReadOnlySpan<byte> body) => OpenAiResponsesParser.Parse(body);

    protected override void WriteMembers(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        writer.WriteString("model"u8, options?.ModelId ?? model.Id);
        WriteMessages(writer, "input"u8, messages);
        if (options?.Temperature is { } temperature && extra.LeavesOut("temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (options?.MaxOutputTokens is { } most && extra.LeavesOut("max_output_tokens"))
        {
            writer.WriteNumber("max_output_tokens"u8, most);
        }

        if (extra.LeavesOut("store"))
        {
            // Exams are nobody else's to keep.
            writer.WriteBoolean("store"u8, false);
        }

        if (streaming)
        {
            writer.WriteBoolean("stream"u8, true);
        }

        extra.WriteTo(writer);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Runs.Logs;

/// <summary>The readings of a block of replies.</summary>
internal sealed class BlockReading
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private readonly ArrayBufferWriter<byte> output = new(64 << 10);
    private readonly List<Phrase> bad = [];

    private BlockReading()
    {
    }

    /// <summary>A line of JSON for each reply, in order.</summary>
    public ReadOnlyMemory<byte> Output => output.WrittenMemory;

    /// <summary>What was wrong with the lines that were left out.</summary>
    public IReadOnlyList<Phrase> Bad => bad;

    /// <summary>How many readings of each kind there are.</summary>
    public Dictionary<ReadingKind, int> Counts { get; } = [];

    /// <summary>Reads the replies of a block; blank lines are none.</summary>
    /// <param name="block">The block; it is disposed of.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="leaveOutBad">Whether to leave lines out that cannot be used.</param>
    /// <exception cref="BadInputException">A line cannot be used and is not to be left out.</exception>
    public static BlockReading Of(LineBlock block, string name, bool leaveOutBad)
    {
        using var lines = block;
        using var writer = new Utf8JsonWriter(Stream.Null, ReadingJson.Options);
        var reading = new BlockReading();
        var rest = lines.FirstLine == 1 && lines.Bytes.StartsWith(Encoding.UTF8.Preamble) ? lines.Bytes[3..] : lines.Bytes;
        for (var number = lines.FirstLine; rest.Length > 0; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.Length > 0)
            {
                reading.Add(line, new SourcePlace(name, number), writer, leaveOutBad);
            }
        }

        return reading;
    }

    private void Add(ReadOnlySpan<byte> line, SourcePlace place, Utf8JsonWriter writer, bool leaveOutBad)
    {
        try
        {
            var reply = ReplyLine.Read(line, place);
            var reading = ReplyReader.Read(reply.Kind, reply.Options, reply.Text);
            Counts[reading.Kind] = Counts.GetValueOrDefault(reading.Kind) + 1;
            Write(line[reply.Id], reply.Kind, reading, writer);
        }
        catch (BadInputException fault) when (leaveOutBad)
        {
            bad.Add(fault.Problem);
        }
    }

    private void Write(ReadOnlySpan<byte> id, QuestionKind? asked, Reading reading, Utf8JsonWriter writer)
    {
        writer.Reset(output);
        writer.WriteStartObject();
        writer.WritePropertyName(Id);
        writer.WriteRawValue(id.IsEmpty ? "null"u8 : id, skipInputValidation: true);
        ReadingJson.Write(writer, asked, reading);
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }
}

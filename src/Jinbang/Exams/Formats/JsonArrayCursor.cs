using System.Text.Json;

namespace Jinbang.Exams.Formats;

/// <summary>Walks a JSON array element by element without holding more than one, counting lines.</summary>
internal sealed class JsonArrayCursor(ReadOnlyMemory<byte> bytes)
{
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = JsonRows.MaxDepth });
    private int offset;
    private int counted;
    private int line = 1;

    public IEnumerable<(int Line, ReadOnlyMemory<byte> Row, Phrase? Broken)> Rows()
    {
        while (Next() is { } row)
        {
            yield return row;
            if (row.Broken is not null)
            {
                yield break;
            }
        }
    }

    private (int Line, ReadOnlyMemory<byte> Row, Phrase? Broken)? Next()
    {
        try
        {
            var reader = new Utf8JsonReader(bytes.Span[offset..], isFinalBlock: true, state);
            if (offset == 0)
            {
                reader.Read();
            }

            // After the closing bracket only space may follow; Read throws on anything else.
            if (!reader.Read() || (reader.TokenType == JsonTokenType.EndArray && !reader.Read()))
            {
                return null;
            }

            var start = offset + (int)reader.TokenStartIndex;
            reader.Skip();
            offset += (int)reader.BytesConsumed;
            state = reader.CurrentState;
            line += bytes.Span[counted..start].Count((byte)'\n');
            counted = start;
            return (line, bytes[start..offset], null);
        }
        catch (JsonException error)
        {
            return ((int)(error.LineNumber ?? 0) + 1, default, JsonRows.Broken(error));
        }
    }
}

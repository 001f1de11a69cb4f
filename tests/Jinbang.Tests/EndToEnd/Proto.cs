using System.Buffers.Binary;
using System.Text;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Reads protobuf messages by the numbers of their fields.</summary>
internal static class Proto
{
    /// <summary>The fields in their order: a number, or bytes.</summary>
    public static IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> Fields(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var (field, number, bytes) = ((int)(tag >> 3), 0UL, ReadOnlyMemory<byte>.Empty);
            switch (tag & 7)
            {
                case 0:
                    number = Varint(ref message);
                    break;
                case 1:
                    number = BinaryPrimitives.ReadUInt64LittleEndian(message.Span);
                    message = message[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref message);
                    bytes = message[..length];
                    message = message[length..];
                    break;
                default:
                    message = message[4..];
                    break;
            }

            yield return (field, number, bytes);
        }
    }

    public static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> message, int field) =>
        Fields(message).Where(part => part.Field == field).Select(part => part.Bytes);

    public static string Text(ReadOnlyMemory<byte> message, int field) => Encoding.UTF8.GetString(Parts(message, field).First().Span);

    public static ulong Number(ReadOnlyMemory<byte> message, int field) => Fields(message).FirstOrDefault(part => part.Field == field).Number;

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var one = rest.Span[0];
            rest = rest[1..];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
            {
                return value;
            }
        }
    }
}

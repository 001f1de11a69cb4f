using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jinbang.Simulator;

/// <summary>Writes JSON into bytes.</summary>
internal static class JsonBytes
{
    // Chinese stays readable; what HTML or a terminal would act on is still escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The same for texts that are written into a body by themselves.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = Options.Encoder };

    /// <summary>What <paramref name="write"/> writes about <paramref name="what"/>.</summary>
    public static ReadOnlyMemory<byte> Of<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Append(buffer, what, write);
        return buffer.WrittenMemory;
    }

    /// <summary>The same as one server-sent event.</summary>
    public static ReadOnlyMemory<byte> Event<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        buffer.Write("data: "u8);
        Append(buffer, what, write);
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The same as one server-sent event with a name.</summary>
    public static ReadOnlyMemory<byte> Event<T>(string name, T what, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        buffer.Write("event: "u8);
        buffer.Write(Encoding.UTF8.GetBytes(name));
        buffer.Write("\ndata: "u8);
        Append(buffer, what, write);
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }

    private static void Append<T>(ArrayBufferWriter<byte> buffer, T what, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json, what);
    }
}

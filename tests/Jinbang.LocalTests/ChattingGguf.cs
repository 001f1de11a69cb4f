using System.Buffers.Binary;
using System.Text;
using Jinbang.Tests;

namespace Jinbang.LocalTests;

/// <summary>The small model's file with a chat template written into it, deleted at the end.</summary>
internal sealed class ChattingGguf : IDisposable
{
    private const string Key = "tokenizer.chat_template";

    // Magic, version, number of tensors, number of key-value pairs.
    private const int HeaderLength = 24;

    // Tensors are aligned to this, so the pair that pushes them back must be a multiple of it.
    private const int Alignment = 32;

    public ChattingGguf(string template)
    {
        var model = File.ReadAllBytes(SharedData.Path("models/aidreams260K.gguf"));
        var pairs = model.AsSpan(16, 8);
        BinaryPrimitives.WriteInt64LittleEndian(pairs, BinaryPrimitives.ReadInt64LittleEndian(pairs) + 1);
        File.WriteAllBytes(Path, [.. model[..HeaderLength], .. Pair(template), .. model[HeaderLength..]]);
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    private static byte[] Pair(string template)
    {
        const int stringType = 8;
        var length = sizeof(long) + Key.Length + sizeof(int) + sizeof(long) + template.Length;
        var padded = template.PadRight(template.Length + ((Alignment - (length % Alignment)) % Alignment));
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write((long)Key.Length);
        writer.Write(Encoding.ASCII.GetBytes(Key));
        writer.Write(stringType);
        writer.Write((long)padded.Length);
        writer.Write(Encoding.ASCII.GetBytes(padded));
        return bytes.ToArray();
    }
}

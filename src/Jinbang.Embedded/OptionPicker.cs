using System.Numerics.Tensors;
using Jinbang.Models;
using Microsoft.ML.OnnxRuntime;
using SentenceTransformers;

namespace Jinbang.Embedded;

/// <summary>Answers with the choice whose meaning is the closest to the question's, by cosine of their embeddings.</summary>
/// <remarks>
/// A choice is embedded alone: after the question it would mostly repeat the question, and how little it adds to that
/// would weigh as much as what it says.
/// </remarks>
internal sealed class OptionPicker(Model model, Lazy<ISentenceEncoder> encoder, string queryPrefix, TimeProvider time)
    : Examinee(model)
{
    /// <inheritdoc/>
    public override int? Concurrency => Environment.ProcessorCount;

    /// <inheritdoc/>
    public override Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken) =>
        Task.Run(() => Ask(prompt, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && encoder.IsValueCreated)
        {
            (encoder.Value as IDisposable)?.Dispose();
        }

        base.Dispose(disposing);
    }

    private Reply Ask(Prompt prompt, CancellationToken cancellationToken)
    {
        var ready = encoder.Value;
        var start = time.GetTimestamp();
        string[] texts = [queryPrefix + prompt.Stem, .. prompt.Choices.Select(choice => choice.Text)];
        var vectors = Embed(ready, texts, cancellationToken);
        var scores = vectors.Skip(1).Select(vector => (double)TensorPrimitives.Dot<float>(vectors[0], vector));
        var label = ScoredChoices.Pick(prompt.Choices, [.. scores], prompt.MayChooseSeveral);
        return new(Outcome.Replied, label) { Elapsed = time.GetElapsedTime(start) };
    }

    private static float[][] Embed(ISentenceEncoder encoder, string[] texts, CancellationToken cancellationToken)
    {
        try
        {
            return encoder.Encode(Array.ConvertAll(texts, OnOneLine), cancellationToken);
        }
        catch (OnnxRuntimeException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    // The tokenizer knows no word boundary but the space.
    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

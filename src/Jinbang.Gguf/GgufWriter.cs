using System.Numerics.Tensors;
using Jinbang.Models;
using LLama.Native;

namespace Jinbang.Gguf;

/// <summary>Answers by writing, always the likeliest next token, so that the same prompt gives the same reply.</summary>
internal sealed class GgufWriter(Model model, GgufMind mind, TimeProvider time) : GgufExaminee(model, mind, time)
{
    protected override Reply Answer(Prompt prompt, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        var tokens = Mind.Tokenise(Mind.Frame(prompt));
        CheckFits(tokens.Length + 1);
        Mind.Begin(tokens, cancellationToken);
        var room = Math.Min(Model.MaxOutputTokens, Mind.Size - tokens.Length);
        var decoder = Mind.Decoder();
        var next = Likeliest();
        var firstToken = elapsed();
        var written = 0;
        while (!Mind.Ends(next) && written < room)
        {
            decoder.Add(next);
            written++;
            Mind.Read([next], cancellationToken);
            next = Likeliest();
        }

        var ended = Mind.Ends(next);
        return new(ended ? Outcome.Replied : Outcome.CutOff, decoder.Read())
        {
            FinishReason = ended ? "stop" : "length",
            Usage = new(tokens.Length, written),
            FirstToken = firstToken,
        };
    }

    private LLamaToken Likeliest() => TensorPrimitives.IndexOfMax(Mind.Logits);
}

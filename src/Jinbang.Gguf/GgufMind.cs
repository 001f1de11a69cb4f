using System.Text;
using Jinbang.Models;
using LLama;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;

namespace Jinbang.Gguf;

/// <summary>Weights in memory, and what they have read so far. Not safe for use by two threads at once.</summary>
internal sealed class GgufMind : IDisposable
{
    private readonly LLamaWeights weights;
    private readonly LLamaContext context;
    private readonly LLamaBatch batch = new();
    private readonly string? template;
    private int position;

    public GgufMind(string path, int contextTokens)
    {
        var settings = new ModelParams(path)
        {
            GpuLayerCount = 0,
            LoadMode = LLamaLoadMode.MemoryMap,
            Threads = Environment.ProcessorCount,
            BatchThreads = Environment.ProcessorCount,
        };
        weights = LLamaWeights.LoadFromFile(settings);
        Size = Math.Min(weights.ContextSize, contextTokens);
        context = weights.CreateContext(settings with { ContextSize = (uint)Size });
        template = weights.NativeHandle.GetTemplate(strict: false);
        // A template that llama.cpp does not know is found out now, not at the first question.
        _ = Frame(new("", "", [], false));
    }

    /// <summary>Most tokens it can have read; llama.cpp itself may round up what it was asked for.</summary>
    public int Size { get; }

    /// <summary>Whether it was trained to chat, so that it can be told what to do.</summary>
    public bool Chats => template is not null;

    /// <summary>What it makes of the text read so far: a score for each token that may come next.</summary>
    public ReadOnlySpan<float> Logits => context.NativeHandle.GetLogitsIth(batch.TokenCount - 1);

    /// <summary>The whole prompt as the model was trained to see it, up to where its reply begins.</summary>
    public string Frame(Prompt prompt)
    {
        if (template is null)
        {
            return prompt.System is null ? prompt.Text : $"{prompt.System}\n\n{prompt.Text}";
        }

        var chat = new LLamaTemplate(template) { AddAssistant = true };
        if (prompt.System is not null)
        {
            chat.Add("system", prompt.System);
        }

        return Encoding.UTF8.GetString(chat.Add("user", prompt.Text).Apply());
    }

    /// <summary>Only a chat template's marks are read as marks; where there is none, all text is text.</summary>
    public LLamaToken[] Tokenise(string text) => context.Tokenize(text, addBos: true, special: Chats);

    public bool Ends(LLamaToken token) => token.IsEndOfGeneration(weights.Vocab);

    public StreamingTokenDecoder Decoder() => new(context);

    /// <summary>Forgets everything and reads.</summary>
    public void Begin(ReadOnlySpan<LLamaToken> tokens, CancellationToken cancellationToken)
    {
        context.NativeHandle.MemoryClear();
        position = 0;
        Read(tokens, cancellationToken);
    }

    /// <summary>Reads on.</summary>
    public void Read(ReadOnlySpan<LLamaToken> tokens, CancellationToken cancellationToken)
    {
        while (tokens.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = tokens[..Math.Min(tokens.Length, (int)context.BatchSize)];
            batch.Clear();
            batch.AddRange(part, position, LLamaSeqId.Zero, logitsLast: true);
            var result = context.NativeHandle.Decode(batch);
            if (result != DecodeResult.Ok)
            {
                throw new LLamaDecodeError(result);
            }

            position += part.Length;
            tokens = tokens[part.Length..];
        }
    }

    /// <summary>Forgets what was read after a beginning; an architecture that cannot forget a part reads it again.</summary>
    public void Return(ReadOnlySpan<LLamaToken> beginning, CancellationToken cancellationToken)
    {
        var memory = context.NativeHandle;
        memory.MemorySequenceRemove(LLamaSeqId.Zero, beginning.Length, -1);
        position = beginning.Length;
        if (memory.MemorySequenceMaxPosition(LLamaSeqId.Zero).Value != position - 1)
        {
            Begin(beginning, cancellationToken);
        }
    }

    public void Dispose()
    {
        context.Dispose();
        weights.Dispose();
    }
}

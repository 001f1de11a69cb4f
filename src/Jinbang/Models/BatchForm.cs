namespace Jinbang.Models;

/// <summary>How a provider takes many questions at once, to be answered when it has time.</summary>
public enum BatchForm
{
    /// <summary>A file of requests that is uploaded and then named in a batch, as OpenAI has it and many after it.</summary>
    OpenAiFiles,

    /// <summary>One request that holds all the others, as Anthropic has it.</summary>
    Anthropic,
}

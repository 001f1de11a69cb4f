namespace Jinbang.Models;

/// <summary>How a local language model is made to answer.</summary>
public enum AnswerBy
{
    /// <summary>It writes its reply.</summary>
    Text,

    /// <summary>It writes nothing: the choice that it finds the likeliest continuation is its reply.</summary>
    Likelihood,
}

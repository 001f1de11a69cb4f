namespace Jinbang.Runs.Planning;

/// <summary>What a prediction rests on, the best first.</summary>
public enum Basis
{
    /// <summary>Replies of this very model to this exam.</summary>
    ThisExam,

    /// <summary>Replies of this model elsewhere.</summary>
    OtherExams,

    /// <summary>The model's tokenizer.</summary>
    Tokenizer,

    /// <summary>Nothing of this model: what models in general do.</summary>
    Prior,
}

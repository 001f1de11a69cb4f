namespace Jinbang.Models;

/// <summary>How asking ended.</summary>
public enum Outcome
{
    /// <summary>The model replied to the end.</summary>
    Replied,

    /// <summary>The provider or model withheld the reply (content filter).</summary>
    Refused,

    /// <summary>The reply was cut off at the token limit.</summary>
    CutOff,

    /// <summary>No reply was had; not the model's fault, so never a wrong answer.</summary>
    Failed,
}

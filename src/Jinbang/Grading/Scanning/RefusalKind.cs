namespace Jinbang.Grading.Scanning;

/// <summary>Why a reply, or an option's text, gives no answer.</summary>
internal enum RefusalKind
{
    /// <summary>It declines: "I cannot answer", 拒绝回答.</summary>
    Declined,

    /// <summary>It does not know: "I don't know", 我不知道.</summary>
    Unknown,

    /// <summary>It cannot be known: "it cannot be determined", 无法确定.</summary>
    Undetermined,
}

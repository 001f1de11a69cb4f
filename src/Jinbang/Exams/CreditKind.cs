namespace Jinbang.Exams;

/// <summary>How an answer to a question with several right options earns points.</summary>
public enum CreditKind
{
    /// <summary>One point for exactly the right options, else none.</summary>
    Exact,

    /// <summary>A fixed share for a proper, non-empty subset of the right options without a wrong one.</summary>
    Subset,

    /// <summary>An equal share for each right option picked; any wrong option loses all.</summary>
    PerOption,

    /// <summary>An equal share for each right option picked less one for each wrong option, never below zero.</summary>
    PerOptionLessWrong,
}

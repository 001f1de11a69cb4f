namespace Jinbang.Runs.Planning;

/// <summary>What one model's part in one exam is going to take, as examinee or as judge; null is unknown.</summary>
/// <param name="Exam">The exam's id; null for all exams together.</param>
/// <param name="Model">The model's name.</param>
/// <param name="IsJudge">Whether it judges the others.</param>
/// <param name="Calls">Calls to make, those repeated after faults aside.</param>
public sealed record PlanLine(string? Exam, string Model, bool IsJudge, Estimate Calls)
{
    /// <summary>Attempts whose reply is in the ledger, so that they are not made again.</summary>
    public int Answered { get; init; }

    /// <summary>Tokens of all prompts together.</summary>
    public Estimate? PromptTokens { get; init; }

    /// <summary>Tokens of all replies together, thinking included.</summary>
    public Estimate? CompletionTokens { get; init; }

    /// <summary>What it costs in yuan.</summary>
    public Estimate? Yuan { get; init; }

    /// <summary>How long it takes when nothing else holds it up.</summary>
    public Estimate? Minutes { get; init; }

    /// <summary>What the tokens of prompts rest on.</summary>
    public Basis PromptBasis { get; init; }

    /// <summary>What the tokens of replies and the seconds of calls rest on.</summary>
    public Basis ReplyBasis { get; init; }

    /// <summary>Whether the model is taken to think, where no past reply tells.</summary>
    public Thinking Thinking { get; init; }
}

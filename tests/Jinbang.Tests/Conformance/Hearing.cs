using Jinbang.Models;

namespace Jinbang.Tests.Conformance;

/// <summary>What came of asking once: a reply or a fault.</summary>
internal sealed record Hearing(Reply? Reply, ProviderException? Fault)
{
    /// <summary>What is wrong when a reply with this outcome was expected; null when nothing is.</summary>
    public string? Unlike(Outcome outcome) => Reply is null ? Fault!.Message : Reply.Outcome == outcome ? null : $"{Reply.Outcome} ({Reply.FinishReason})";

    /// <summary>What is wrong when this fault was expected; null when nothing is.</summary>
    public string? Unlike(FaultKind kind) => Fault is null ? $"{Reply!.Outcome}: {Reply.Text}" : Fault.Kind == kind ? null : $"{Fault.Kind}: {Fault.Message}";
}

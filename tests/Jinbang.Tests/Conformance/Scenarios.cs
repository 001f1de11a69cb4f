using Jinbang.Models;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;

namespace Jinbang.Tests.Conformance;

/// <summary>What every connector must get through.</summary>
internal static class Scenarios
{
    private const int ThinkingTokens = 40;

    public static readonly Scenario[] All =
    [
        new("reply", hearing => hearing.Unlike(Outcome.Replied) ?? NotTold(hearing.Reply!))
        {
            Asked = model => model with { Temperature = 0.5, Seed = 7 },
        },
        new("thinking", hearing => hearing.Unlike(Outcome.Replied) ?? (Thinks(hearing.Reply!) ? null : "does not think"))
        {
            Options = new() { Thinking = ThinkingTokens },
            Asked = model => model with { Thinking = true },
            CanHappen = (provider, _) => provider.Thinking?.On is not null,
        },
        new("no thinking", hearing => hearing.Unlike(Outcome.Replied) ?? (Thinks(hearing.Reply!) ? "thinks" : null))
        {
            Options = new() { Thinking = ThinkingTokens },
            Asked = model => model with { Thinking = false },
            CanHappen = (provider, _) => provider.Thinking?.Off is not null,
        },
        new("cut off", hearing => hearing.Unlike(Outcome.CutOff))
        {
            Options = new() { Verbosity = 400 },
            Asked = model => model with { MaxOutputTokens = 50 },
        },
        Struck("reply withheld", "filter", hearing => hearing.Unlike(Outcome.Refused)) with { CanHappen = (_, house) => house.WithholdsReplies },
        Struck("question withheld", "filter-prompt", Trouble.Filtered, hearing => hearing.Unlike(Outcome.Refused)),
        new("wrong key", hearing => hearing.Unlike(FaultKind.Unauthorized))
        {
            IsKeyWrong = true,
            CanHappen = (provider, _) => provider.NeedsKey,
        },
        Struck("no quota", "no-quota", Trouble.NoQuota, hearing => hearing.Unlike(FaultKind.QuotaExhausted)),
        Struck("rate limit", "rate-limit", Trouble.RateLimited, hearing => hearing.Unlike(FaultKind.RateLimited)),
        Struck("too long", "too-long", Trouble.TooLong, hearing => hearing.Unlike(FaultKind.PromptTooLong)),
        new("unknown model", hearing => hearing.Unlike(FaultKind.BadRequest)) { Asked = model => model with { Id = "no-such-model" } },
        Struck("server error", "server-error", Trouble.ServerError, hearing => hearing.Unlike(FaultKind.ServerError)),
        Struck("overloaded", "overloaded", Trouble.Overloaded, hearing => hearing.Unlike(FaultKind.ServerError) is null ? null : hearing.Unlike(FaultKind.RateLimited)),
        Struck("broken off", "cut", hearing => hearing.Unlike(FaultKind.Connection)),
    ];

    private static Scenario Struck(string title, string fault, Trouble trouble, Func<Hearing, string?> flaw) =>
        Struck(title, fault, flaw) with { CanHappen = (_, house) => house.Troubles.Contains(trouble) };

    private static Scenario Struck(string title, string fault, Func<Hearing, string?> flaw) =>
        new(title, flaw) { Options = new() { Faults = FaultShare.ParseAll($"{fault}=1") } };

    private static string? NotTold(Reply reply) =>
        reply.Text.Length == 0 ? "no text"
        : reply.Usage is not { Prompt: > 0, Completion: > 0 } ? "no tokens"
        : reply.ServedBy is null ? "no model's name"
        : null;

    private static bool Thinks(Reply reply) =>
        reply.Thinking is not null || reply.Usage?.Reasoning > 0 || reply.Text.Contains("<think>", StringComparison.Ordinal);
}

namespace Jinbang.Models;

/// <summary>A model of which only what it said before counts: it cannot be asked, and needs no key and no network.</summary>
/// <param name="model">The model.</param>
public sealed class AbsentExaminee(Model model) : Examinee(model)
{
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{Model.Name} is replayed and cannot be asked.");
}

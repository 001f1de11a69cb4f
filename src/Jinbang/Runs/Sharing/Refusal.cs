namespace Jinbang.Runs.Sharing;

/// <summary>Why a program cannot work on a run, or asks a model no more in it.</summary>
/// <param name="Holder">What people call the program.</param>
/// <param name="Model">The model that it asks no more; null when it takes no part at all.</param>
/// <param name="Why">Why, such as for want of a key.</param>
public sealed record Refusal(string Holder, string? Model, Phrase Why)
{
    /// <summary>All of it in a sentence.</summary>
    /// <param name="run">What to call the run.</param>
    public Phrase Told(Phrase run) => Model is null
        ? new($"{Holder} does not take part in {run.English}: {Why.English}", $"{Holder} 未参与{run.Chinese}：{Why.Chinese}")
        : new($"{Holder} asks {Model} no more in {run.English}: {Why.English}", $"{Holder} 在{run.Chinese}中不再询问 {Model}：{Why.Chinese}");
}

namespace Jinbang.Simulator.Houses;

/// <summary>A house that the simulator plays.</summary>
/// <param name="Name">What it is called, as in the catalogue of providers.</param>
/// <param name="Title">The name shown to people.</param>
/// <param name="Path">Where its endpoint is on the simulator, such as /dashscope/compatible-mode/v1.</param>
/// <param name="Dialect">What it speaks there.</param>
/// <param name="Pages">The documentation that its rules are taken from.</param>
public sealed record SimulatedHouse(string Name, string Title, string Path, Models.Dialect Dialect, IReadOnlyList<Citation> Pages)
{
    /// <summary>Whether it may end a reply because of what it says.</summary>
    public bool WithholdsReplies { get; init; }

    /// <summary>What it tells of in words of its own.</summary>
    public required IReadOnlyList<Trouble> Troubles { get; init; }

    /// <summary>All houses, by name.</summary>
    public static IReadOnlyList<SimulatedHouse> All { get; } =
        [.. HouseList.Mounted.Select(house => new SimulatedHouse(house.Name, house.Title, house.At(""), house.Dialect, house.Pages)
        {
            WithholdsReplies = house.Finishes.ContainsKey(Finish.Filter),
            Troubles = [.. house.Errors.Forms.Keys],
        })];
}

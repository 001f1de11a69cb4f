namespace Jinbang.Simulator.Houses;

/// <summary>A house that the simulator plays.</summary>
/// <param name="Name">What it is called, as in the catalogue of providers.</param>
/// <param name="Title">The name shown to people.</param>
/// <param name="Path">Where its endpoint is on the simulator, such as /dashscope/compatible-mode/v1.</param>
/// <param name="Dialect">What it speaks there.</param>
/// <param name="Pages">The documentation that its rules are taken from.</param>
public sealed record SimulatedHouse(string Name, string Title, string Path, Models.Dialect Dialect, IReadOnlyList<Citation> Pages)
{
    /// <summary>Whether it withholds what its filter finds; others have no word for it, and simply refuse.</summary>
    public bool Withholds { get; init; }

    /// <summary>All houses, by name.</summary>
    public static IReadOnlyList<SimulatedHouse> All { get; } =
        [.. HouseList.Mounted.Select(house => new SimulatedHouse(house.Name, house.Title, house.At(""), house.Dialect, house.Pages)
        {
            Withholds = house.Finishes.ContainsKey(Finish.Filter) || house.Errors.Knows(Trouble.Filtered),
        })];
}

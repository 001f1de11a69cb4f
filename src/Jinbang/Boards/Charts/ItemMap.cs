namespace Jinbang.Boards.Charts;

/// <summary>An exam's questions by how hard they are and how well they tell models apart.</summary>
/// <param name="Title">The exam's name.</param>
/// <param name="Language">The language of the picture.</param>
/// <param name="Models">How many models answered.</param>
/// <param name="Items">The questions.</param>
public sealed record ItemMap(string Title, Language Language, int Models, IReadOnlyList<ItemPoint> Items);

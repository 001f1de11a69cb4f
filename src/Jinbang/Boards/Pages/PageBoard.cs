namespace Jinbang.Boards.Pages;

/// <summary>What a page shows of one board.</summary>
/// <param name="Board">The board.</param>
public sealed record PageBoard(Board Board)
{
    /// <summary>The bad cases of its models; empty when they are not shown.</summary>
    public IReadOnlyList<ModelCases> Cases { get; init; } = [];
}

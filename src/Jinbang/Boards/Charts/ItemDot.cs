using Jinbang.Boards.Items;

namespace Jinbang.Boards.Charts;

/// <summary>The questions that lie on one place of an item map.</summary>
internal sealed record ItemDot(double X, double Y, bool IsSuspect, IReadOnlyList<ItemRow> Items)
{
    /// <summary>Its area grows with the number of questions, up to a size that keeps neighbours visible.</summary>
    public double Radius => Math.Min(9, 2.6 + 1.4 * Math.Sqrt(Items.Count - 1 + 0.3));
}

namespace Jinbang.Boards.Rollups;

/// <summary>How far errors reach together on one side of a score; feed it one after the other.</summary>
internal sealed class Reach
{
    private double own;
    private double shared;

    /// <summary>The reach of all: errors of their own add by their squares, shared ones as they are.</summary>
    public double Value => Math.Sqrt(own + shared * shared);

    /// <summary>Adds an error.</summary>
    /// <param name="reach">How far it reaches.</param>
    /// <param name="share">The share of its variance that is shared with others.</param>
    public void Add(double reach, double share)
    {
        own += reach * reach * (1 - share);
        shared += reach * Math.Sqrt(share);
    }
}

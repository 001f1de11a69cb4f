namespace Jinbang.Agreement;

/// <summary>Counts agreements.</summary>
internal sealed class Counter
{
    private int agreed;
    private int all;

    public void Add(bool agrees)
    {
        agreed += agrees ? 1 : 0;
        all++;
    }

    public Figure Figure(string measure, double target, string peers = "–") => Agreement.Figure.Share(measure, agreed, all, target, peers);
}

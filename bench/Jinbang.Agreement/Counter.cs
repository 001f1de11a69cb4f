namespace Jinbang.Agreement;

/// <summary>Counts agreements and keeps the first disagreements for people to look at.</summary>
internal sealed class Counter
{
    private int agreed;
    private int all;

    public void Add(bool agrees)
    {
        agreed += agrees ? 1 : 0;
        all++;
    }

    public Figure Figure(string measure, double target, string peers = "–") => new(measure, agreed, all, target, peers);
}

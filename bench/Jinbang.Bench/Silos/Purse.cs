namespace Jinbang.Bench.Silos;

/// <summary>What one holder has drawn of the cap, used, and may still owe, as the database has it.</summary>
internal sealed class Purse
{
    public decimal Drawn { get; set; }

    public decimal Used { get; set; }

    public decimal Outstanding { get; set; }

    /// <summary>The last commit.</summary>
    public int Nth { get; set; }
}

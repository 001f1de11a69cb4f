using Jinbang.Agreement;

namespace Jinbang.Bench;

/// <summary>Prints how readings agree with what is known of real replies, as a Markdown table.</summary>
internal static class ReadingTable
{
    /// <summary>Measures every bank that the folder holds.</summary>
    /// <param name="banks">The folder of banks.</param>
    /// <returns>0 when every target is reached, else 1.</returns>
    public static int Print(string banks)
    {
        Console.WriteLine("| measure | reached | must reach | peers | holds |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        var missed = 0;
        foreach (var (bank, measure) in Banks.All)
        {
            if (!Directory.Exists(Path.Combine(banks, bank)))
            {
                Console.WriteLine($"| {bank}: absent | – | – | – | – |");
                continue;
            }

            foreach (var figure in measure(banks))
            {
                Console.WriteLine(figure);
                missed += figure.Holds ? 0 : 1;
            }
        }

        return missed == 0 ? 0 : 1;
    }
}

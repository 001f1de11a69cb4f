using System.Globalization;

namespace Jinbang.Bench.Coverage;

/// <summary>Rows of a Markdown table on the console.</summary>
internal static class Table
{
    /// <summary>Starts a table.</summary>
    public static void Start(string title, params string[] columns)
    {
        Console.WriteLine($"\n{title}\n");
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    /// <summary>Writes a row.</summary>
    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>A share to three places, as the notes of statisticians write it.</summary>
    public static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A number to one place.</summary>
    public static string Short(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}

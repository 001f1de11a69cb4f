using System.Globalization;
using Jinbang.Boards;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>What stands in the cells of tables.</summary>
internal static class Cell
{
    /// <summary>A text from anywhere, as one line that gives no orders to the terminal.</summary>
    public static Text Of(string text) => new(Plain.Text(text));

    /// <summary>A count.</summary>
    public static Text Of(int count) => new(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A share as a percentage; "/" when unknown.</summary>
    public static string Percent(double? share) => share is { } known
        ? (known * 100).ToString("F1", CultureInfo.InvariantCulture) + "%"
        : "/";
}

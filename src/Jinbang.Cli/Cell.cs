using System.Globalization;
using Jinbang.Boards;
using Jinbang.Models;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>What stands in the cells of tables.</summary>
internal static class Cell
{
    /// <summary>A text from anywhere, as one line that gives no orders to the terminal.</summary>
    public static Text Of(string text) => new(Plain.Text(text));

    /// <summary>A text from anywhere with its lines, none of which gives orders to the terminal.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Plain.Text));

    /// <summary>A count.</summary>
    public static Text Of(int count) => new(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether weights are published; "/" when unknown.</summary>
    public static Phrase Category(Openness openness) => openness switch
    {
        Openness.Unknown => new("/", "/"),
        Openness.Commercial => new("commercial", "商用"),
        Openness.Open => new("open", "开源"),
    };

    /// <summary>A day; "/" when unknown.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "/";

    /// <summary>A share as a percentage; "/" when unknown.</summary>
    public static string Percent(double? share) => share is { } known
        ? (known * 100).ToString("F1", CultureInfo.InvariantCulture) + "%"
        : "/";
}

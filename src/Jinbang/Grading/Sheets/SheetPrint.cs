using System.Globalization;
using System.Numerics;

namespace Jinbang.Grading.Sheets;

/// <summary>Tells sheets apart by a short name for what they hold: the same replies or grades have the same name, others by chance
/// only once in 2^64. Fast, since every cell of a workspace goes in; not meant to resist forgery.</summary>
public static class SheetPrint
{
    private const double Million = 1_000_000;

    /// <summary>Names what was replied, as far as a sheet knows it: which attempts were made, how they ended, their tokens and times.</summary>
    public static string OfReplies(ScoreSheet sheet) => Of(sheet, static cell => cell.State == SheetState.NotAsked ? 0 : Mixed(
        (ulong)cell.Outcome + 1, SheetNumbers.Raised(cell.PromptTokens), SheetNumbers.Raised(cell.ReplyTokens), SheetNumbers.Milliseconds(cell.Seconds)));

    /// <summary>Names what the replies were worth.</summary>
    public static string OfGrades(ScoreSheet sheet) => Of(sheet, static cell => Mixed((ulong)cell.State, (ulong)Math.Round(cell.Points * Million)));

    private static string Of(ScoreSheet sheet, Func<SheetCell, ulong> number)
    {
        var hash = Mixed((ulong)sheet.Questions, (ulong)sheet.Repeats);
        foreach (ref readonly var cell in sheet.Cells)
        {
            hash = Mixed(hash, number(cell));
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Numbers as one, each bit of which depends on every bit of them: after each, the finalizer of SplitMix64
    /// (https://prng.di.unimi.it/splitmix64.c).</summary>
    private static ulong Mixed(params ReadOnlySpan<ulong> numbers)
    {
        var hash = 0UL;
        foreach (var number in numbers)
        {
            hash = BitOperations.RotateLeft(hash, 5) + number + 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
            hash ^= hash >> 31;
        }

        return hash;
    }
}

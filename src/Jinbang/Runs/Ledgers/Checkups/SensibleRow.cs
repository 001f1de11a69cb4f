using System.Text.Json;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Tells rows that hold sense from those that a flipped bit left without.</summary>
internal static class SensibleRow
{
    /// <summary>Whether reading a row went well.</summary>
    public static bool Try(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception fault) when (IsSenseless(fault))
        {
            return false;
        }
    }

    /// <summary>Whether a fault tells of a row whose words are no numbers, outcomes or dates, or which misses something.</summary>
    public static bool IsSenseless(Exception fault) =>
        fault is FormatException or ArgumentException or OverflowException or InvalidCastException or InvalidOperationException or JsonException;
}

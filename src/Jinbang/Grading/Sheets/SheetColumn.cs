using Jinbang.Models;

namespace Jinbang.Grading.Sheets;

/// <summary>One column of a packed sheet: how a cell becomes a number, and what the number does to a cell.</summary>
/// <param name="Of">The number of a cell.</param>
/// <param name="Fill">Puts what the number says into a cell.</param>
internal sealed record SheetColumn(SheetColumn.Reading Of, SheetColumn.Filling Fill)
{
    public delegate ulong Reading(in SheetCell cell);

    public delegate void Filling(ref SheetCell cell, ulong number);

    private const int States = 8;
    private const double Billion = 1_000_000_000;

    /// <summary>The columns in the order they are packed in. Numbers that may be unknown are raised by one, 0 being unknown.</summary>
    public static readonly SheetColumn[] All =
    [
        new((in cell) => (ulong)cell.Outcome * States + (ulong)cell.State, (ref cell, number) => cell = Cell(number)),
        new((in cell) => cell.State == SheetState.Partial ? (ulong)Math.Round(cell.Points * Billion) : 0,
            (ref cell, number) => cell = number == 0 ? cell : cell with { Points = (float)(number / Billion) }),
        new((in cell) => cell.Letters, (ref cell, number) => cell = cell with { Letters = (uint)number }),
        new((in cell) => Milliseconds(cell.Seconds), (ref cell, number) => cell = cell with { Seconds = Seconds(number) }),
        new((in cell) => Milliseconds(cell.FirstTokenSeconds), (ref cell, number) => cell = cell with { FirstTokenSeconds = Seconds(number) }),
        new((in cell) => Raised(cell.PromptTokens), (ref cell, number) => cell = cell with { PromptTokens = Lowered(number) }),
        new((in cell) => Raised(cell.ReplyTokens), (ref cell, number) => cell = cell with { ReplyTokens = Lowered(number) }),
        new((in cell) => (ulong)(cell.NanoYuan + 1), (ref cell, number) => cell = cell with { NanoYuan = (long)number - 1 }),
    ];

    private static SheetCell Cell(ulong number)
    {
        var (outcome, state) = ((Outcome)(number / States), (SheetState)(number % States));
        return Enum.IsDefined(outcome)
            ? new SheetCell(state) { Outcome = outcome, Points = state == SheetState.Right ? 1 : 0 }
            : throw new InvalidDataException();
    }

    /// <summary>Seconds as whole milliseconds and one more; 0 when not measured.</summary>
    public static ulong Milliseconds(float seconds) => float.IsNaN(seconds) ? 0 : (ulong)Math.Round(seconds * 1000.0) + 1;

    private static float Seconds(ulong number) => number == 0 ? float.NaN : (float)((number - 1) / 1000.0);

    private static ulong Raised(int? number) => (ulong)((number ?? -1) + 1L);

    private static int? Lowered(ulong number) => number is > 0 and <= int.MaxValue ? (int)number - 1 : null;
}

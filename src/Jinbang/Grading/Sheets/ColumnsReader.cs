using Jinbang.Models;

namespace Jinbang.Grading.Sheets;

/// <summary>Reads cells whose columns <see cref="ColumnsWriter"/> wrote.</summary>
internal ref struct ColumnsReader
{
    private ColumnReader ends;
    private ColumnReader points;
    private ColumnReader letters;
    private ColumnReader seconds;
    private ColumnReader firstTokens;
    private ColumnReader prompts;
    private ColumnReader replies;
    private ColumnReader costs;

    /// <param name="columns">All columns, one behind the other.</param>
    /// <param name="lengths">The bytes of each.</param>
    /// <exception cref="InvalidDataException">There are fewer bytes than that.</exception>
    public ColumnsReader(ReadOnlySpan<byte> columns, ReadOnlySpan<int> lengths)
    {
        ends = new(Next(ref columns, lengths[0]));
        points = new(Next(ref columns, lengths[1]));
        letters = new(Next(ref columns, lengths[2]));
        seconds = new(Next(ref columns, lengths[3]));
        firstTokens = new(Next(ref columns, lengths[4]));
        prompts = new(Next(ref columns, lengths[5]));
        replies = new(Next(ref columns, lengths[6]));
        costs = new(Next(ref columns, lengths[7]));
    }

    /// <summary>The next cell.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is not one.</exception>
    public SheetCell Read()
    {
        var end = ends.Read();
        var (outcome, state) = ((Outcome)(end / ColumnsWriter.States), (SheetState)(end % ColumnsWriter.States));
        var part = points.Read();
        return Enum.IsDefined(outcome)
            ? new SheetCell(state)
            {
                Outcome = outcome,
                Points = state == SheetState.Right ? 1 : (float)(part / SheetNumbers.PerPoint),
                Letters = (uint)letters.Read(),
                Seconds = SheetNumbers.Seconds(seconds.Read()),
                FirstTokenSeconds = SheetNumbers.Seconds(firstTokens.Read()),
                PromptTokens = SheetNumbers.Lowered(prompts.Read()),
                ReplyTokens = SheetNumbers.Lowered(replies.Read()),
                NanoYuan = (long)costs.Read() - 1,
            }
            : throw new InvalidDataException();
    }

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> columns, int length)
    {
        if (length > columns.Length)
        {
            throw new InvalidDataException();
        }

        var column = columns[..length];
        columns = columns[length..];
        return column;
    }
}

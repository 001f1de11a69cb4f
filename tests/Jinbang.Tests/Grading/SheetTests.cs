using CsCheck;
using Jinbang.Grading.Sheets;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public sealed class SheetTests
{
    private static readonly Gen<SheetCell> AnyCell = Gen.Select(
        Gen.Enum<SheetState>(), Gen.Enum<Outcome>(), Gen.Int[1, 999], Gen.UInt, Gen.Int[-1, 10_000_000], Gen.Int[-1, 3_000_000], Gen.Long[-1, 100_000_000_000],
        (state, outcome, points, letters, milliseconds, tokens, cost) => new SheetCell(state)
        {
            Outcome = outcome,
            Points = state == SheetState.Right ? 1 : state == SheetState.Partial ? points / 1000f : 0,
            Letters = letters,
            Seconds = milliseconds < 0 ? float.NaN : (float)(milliseconds / 1000.0),
            FirstTokenSeconds = milliseconds % 2 == 0 ? float.NaN : (float)(Math.Abs(milliseconds) / 2 / 1000.0),
            PromptTokens = tokens < 0 ? null : tokens,
            ReplyTokens = tokens % 3 == 0 ? null : Math.Abs(tokens),
            Cost = cost < 0 ? null : cost / 1_000_000_000m,
        });

    private static readonly Gen<ScoreSheet> AnySheet = Gen.Select(Gen.Int[0, 30], Gen.Int[1, 3]).SelectMany((questions, repeats) =>
        AnyCell.Array[questions * repeats].Select(cells =>
        {
            var sheet = new ScoreSheet(questions, repeats);
            cells.CopyTo(sheet.Cells);
            return sheet;
        }));

    [Fact]
    public void A_sheet_comes_back_as_it_was_packed() => AnySheet.Sample(sheet =>
    {
        var back = SheetCodec.Unpack(SheetCodec.Pack(sheet));
        return back is not null && (back.Questions, back.Repeats) == (sheet.Questions, sheet.Repeats)
            && back.Cells.ToArray().Zip(sheet.Cells.ToArray()).All(pair => AreSame(pair.First, pair.Second));
    });

    [Fact]
    public void Damaged_bytes_are_no_sheet_and_no_crash() => Gen.Select(AnySheet, Gen.Byte.Array[0, 20], Gen.Int[0, 400]).Sample((sheet, rubbish, at) =>
    {
        var bytes = SheetCodec.Pack(sheet);
        var damaged = (byte[])[.. bytes.Take(Math.Min(at, bytes.Length)), .. rubbish, .. bytes.Skip(at + rubbish.Length)];
        SheetCodec.Unpack(damaged);
        Assert.Null(SheetCodec.Unpack(rubbish.AsSpan(0, Math.Min(3, rubbish.Length))));
    });

    [Fact]
    public void The_points_of_a_question_are_the_mean_of_its_graded_repeats()
    {
        var sheet = new ScoreSheet(2, 3);
        sheet.Of(0)[0] = new SheetCell(SheetState.Right) { Points = 1 };
        sheet.Of(0)[1] = new SheetCell(SheetState.Failed);
        sheet.Of(0)[2] = new SheetCell(SheetState.Wrong);

        Assert.Equal(0.5f, sheet.PointsOf(0));
        Assert.Equal(float.NaN, sheet.PointsOf(1));
    }

    // What depends on an attempt that was not made is not kept apart from what is unknown.
    private static bool AreSame(SheetCell first, SheetCell second) =>
        (first with { Points = 0 }).Equals(second with { Points = 0 }) && Math.Abs(first.Points - second.Points) < 1e-7;
}

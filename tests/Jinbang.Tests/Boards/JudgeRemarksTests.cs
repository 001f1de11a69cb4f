using Jinbang.Boards;
using Jinbang.Grading.Judges;

namespace Jinbang.Tests.Boards;

public sealed class JudgeRemarksTests
{
    [Fact]
    public void A_board_tells_what_judges_did_cost_and_agree_on_in_both_languages()
    {
        var board = new Board("E", Language.English, [])
        {
            Judging = new JudgingReport(
                [
                    new("one") { Read = 12, Invalid = 1, Compared = 50, Agreed = 47, Kappa = 0.914, Cost = 0.01234m },
                    new("two") { Scored = 8, Cost = null },
                ],
                [new("one", "two", 24, 0.5, null)], 0.321),
        };

        var remarks = Remarks.On(board, BoardStyle.Full).ToList();

        Assert.Equal(
            [
                "Judge one was asked about 12 replies that rules cannot read and 0 open answers, and not believed 1 times; it cost ¥0.0123, which is in no model's cost",
                "Judge two was asked about 0 replies that rules cannot read and 8 open answers, and not believed 0 times; it cost an unknown sum, which is in no model's cost",
                "Judge one and the rules read 47 of 50 replies alike: 94.0% (95 % interval 83.8% – 97.9%), Cohen's κ 0.91",
                "Judges one and two on 24 criteria: Cohen's κ 0.50, quadratically weighted /",
                "All judges together: Fleiss' κ 0.32",
            ],
            remarks.Select(remark => remark.English));
        Assert.Contains("47 份读法一致：94.0%", remarks[2].Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_without_judges_says_nothing_of_them() => Assert.Empty(Remarks.On(new Board("E", Language.English, []), BoardStyle.Full));
}

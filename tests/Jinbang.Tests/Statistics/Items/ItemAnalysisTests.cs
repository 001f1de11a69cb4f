using CsCheck;
using Jinbang.Statistics;
using Jinbang.Statistics.Items;

namespace Jinbang.Tests.Statistics.Items;

/// <summary>The numbers are SciPy's (1.10.1, Python 3.11) for these 23 models and 17 items:
/// <code>
/// Y = [[float((m*m*7+j*j*5+m*j*3+m)%23 &lt; m+j//2-(8 if j==4 else 0)) for j in range(17)] for m in range(23)]  # gaps: (m*5+j*7)%31==0
/// r = scipy.stats.pearsonr(y, R)[0] with y = Y[a,j], R = (nansum(Y[a],1)-y)/(count(Y[a],1)-1), a the models without a gap at j
/// k = n/(n-1)*(1-Y.var(0,ddof=1).sum()/Y.sum(1).var(ddof=1)); sem = Y.sum(1).std(ddof=1)*sqrt(1-k)
/// </code></summary>
public sealed class ItemAnalysisTests
{
    private const int Models = 23;
    private const int Items = 17;
    private const double Close = 1e-9;

    [Theory]
    [InlineData(0, 0.6956521739130435, 0.6783948939121401, 0.8888888888888888)]
    [InlineData(4, 0.391304347826087, 0.7654930311709229, 1.0)]
    [InlineData(9, 0.6956521739130435, 0.4186479817701425, 0.5)]
    [InlineData(16, 0.8260869565217391, 0.5052011972076514, 0.5)]
    public void Items_have_the_figures_that_scipy_gives(int item, double difficulty, double discrimination, double topLessBottom) =>
        Same(ItemAnalysis.Of(Matrix(Points))[item], Models, difficulty, discrimination, topLessBottom);

    [Theory]
    [InlineData(0, 0.7272727272727273, 0.6366926321264778, 0.75)]
    [InlineData(4, 0.36363636363636365, 0.7686244182293359, 1.0)]
    [InlineData(9, 0.7272727272727273, 0.4060849486168171, 0.5)]
    [InlineData(16, 0.8181818181818182, 0.4766239081690223, 0.5)]
    public void Gaps_leave_models_out_of_the_items_that_they_lack(int item, double difficulty, double discrimination, double topLessBottom) =>
        Same(ItemAnalysis.Of(Matrix((model, item) => IsGap(model, item) ? float.NaN : Points(model, item)))[item], 22, difficulty, discrimination, topLessBottom);

    [Theory]
    [InlineData(0, 0.717391304347826, 0.5083184102651919)]
    [InlineData(16, 0.7391304347826086, 0.37743282096213365)]
    public void Partial_credit_counts_as_it_is(int item, double difficulty, double discrimination)
    {
        var figures = ItemAnalysis.Of(Matrix(Half))[item];

        Assert.Equal(difficulty, figures.Difficulty!.Value, Close);
        Assert.Equal(discrimination, figures.Discrimination!.Value, Close);
    }

    [Fact]
    public void Right_and_wrong_make_Kuder_and_Richardsons_figure_and_partial_credit_Cronbachs()
    {
        Same(Reliability.Of(Matrix(Points))!, 0.8905503345014336, 1.6480015445712088, Models, isBinary: true);
        Same(Reliability.Of(Matrix(Half))!, 0.8385420021902983, 1.5737196000071425, Models, isBinary: false);
        Assert.Equal(2 * Math.Sqrt(2) * 1.6480015445712088, Reliability.Of(Matrix(Points))!.LeastDifference, Close);
    }

    [Fact]
    public void Reliability_is_over_the_models_that_have_points_on_everything() => Same(
        Reliability.Of(Matrix((model, item) => IsGap(model, item) ? float.NaN : Points(model, item)))!, 0.8527884089666484, 1.729643508549281, 10, isBinary: true);

    [Fact]
    public void What_cannot_be_told_is_not_told()
    {
        var same = ItemAnalysis.Of(Matrix((_, item) => item < 5 ? 1 : 0));
        Assert.All(same, item => Assert.Null(item.Discrimination));
        Assert.All(same, item => Assert.Equal(0, item.TopLessBottom));
        Assert.Null(Reliability.Of(Matrix((_, item) => item < 5 ? 1 : 0)));

        var nobody = ItemAnalysis.Of(new ScoreMatrix(3, 2));
        Assert.All(nobody, item => Assert.Equal(new ItemFigures(0, null, null, null), item));
        Assert.Null(Reliability.Of(new ScoreMatrix(3, 2)));
    }

    [Fact]
    public void The_order_of_models_does_not_matter() => Gen.Select(Gen.Shuffle(Enumerable.Range(0, Models).ToArray()), Gen.Int[0, 2]).Sample((order, kind) =>
    {
        float Points(int model, int item) => kind switch
        {
            0 => ItemAnalysisTests.Points(model, item),
            1 => Half(model, item),
            _ => IsGap(model, item) ? float.NaN : Half(model, item),
        };
        var (one, other) = (ItemAnalysis.Of(Matrix(Points)), ItemAnalysis.Of(Matrix((model, item) => Points(order[model], item))));
        foreach (var (left, right) in one.Zip(other))
        {
            Same(left, right.Models, right.Difficulty!.Value, right.Discrimination!.Value, right.TopLessBottom!.Value);
        }
    }, iter: 50);

    private static void Same(ItemFigures figures, int models, double difficulty, double discrimination, double topLessBottom)
    {
        Assert.Equal(models, figures.Models);
        Assert.Equal(difficulty, figures.Difficulty!.Value, Close);
        Assert.Equal(discrimination, figures.Discrimination!.Value, Close);
        Assert.Equal(topLessBottom, figures.TopLessBottom!.Value, Close);
    }

    private static void Same(Reliability reliability, double coefficient, double error, int models, bool isBinary)
    {
        Assert.Equal(coefficient, reliability.Coefficient, Close);
        Assert.Equal(error, reliability.StandardError, Close);
        Assert.Equal((models, isBinary), (reliability.Models, reliability.IsBinary));
    }

    private static float Points(int model, int item) =>
        (model * model * 7 + item * item * 5 + model * item * 3 + model) % 23 < model + item / 2 - (item == 4 ? 8 : 0) ? 1 : 0;

    private static float Half(int model, int item) => (model + item) % 5 == 0 ? 0.5f : Points(model, item);

    private static bool IsGap(int model, int item) => (model * 5 + item * 7) % 31 == 0;

    private static ScoreMatrix Matrix(Func<int, int, float> points)
    {
        var matrix = new ScoreMatrix(Models, Items);
        for (var model = 0; model < Models; model++)
        {
            for (var item = 0; item < Items; item++)
            {
                matrix.Of(model)[item] = points(model, item);
            }
        }

        return matrix;
    }
}

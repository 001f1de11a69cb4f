using System.Globalization;
using Jinbang.Exams;
using Jinbang.Statistics.Items;

namespace Jinbang.Boards.Items;

/// <summary>What a table of questions cannot say.</summary>
internal static class ItemRemarks
{
    public static IEnumerable<Phrase> On(ItemReport report, Exam exam, ItemAnswers answers)
    {
        Phrase?[] remarks = [Number(report.Models), Gaps(report.Models, answers), Reliable(report)];
        return [.. remarks.OfType<Phrase>(), .. Flagged(report), .. DecisionRemark.On(exam)];
    }

    private static Phrase? Gaps(int models, ItemAnswers answers)
    {
        var gaps = answers.Sheets.Count(sheet => Enumerable.Range(0, sheet.Questions).Any(item => float.IsNaN(sheet.PointsOf(item))));
        return gaps == 0 ? null : new(
            $"{gaps} of {models} models have no points on some questions; each question is over the models that have, and a model's strength over the questions it has",
            $"{models} 个模型中有 {gaps} 个在部分题上没有得分；每题只按有得分的模型计算，模型强弱只按其有得分的题计算");
    }

    private static Phrase? Reliable(ItemReport report) => report switch
    {
        { Reliability: { } reliability } => Reliable(reliability),
        { Models: >= ItemReport.FewestModels } => new(
            "How reliable the exam is cannot be told: it takes two questions, and two models that have points on all and differ",
            "无法估计本卷的信度：至少要有两道题，以及两个各题都有得分且总分不同的模型"),
        _ => null,
    };

    private static IEnumerable<Phrase> Flagged(ItemReport report)
    {
        if (report.Rows.Any(row => row.Flags.Contains(ItemConcern.SuspectKey)))
        {
            yield return new(
                "Suspect keys are places where a person must look: models share errors. `jinbang items accept` records what was decided; nothing is corrected without it",
                "可疑答案必须由人核对：模型会犯同样的错。核对后用 `jinbang items accept` 记录决定；在此之前不作任何更正");
        }

        if (report.Rows.Any(row => row.Twins.Count > 0))
        {
            yield return new(
                "Twins: = asks the very same, ≈ nearly the same, ! something else is right there",
                "重题：= 完全相同，≈ 基本相同，! 那里的答案不同");
        }
    }

    private static Phrase? Number(int models) => models switch
    {
        < ItemReport.FewestModels => new(
            $"With {models} model(s) only difficulty can be told: not how questions discriminate, which keys are suspect, or how reliable the exam is",
            $"只有 {models} 个模型，只能看难度，无法判断区分度、可疑答案和信度"),
        < ItemReport.FewModels => new(
            $"With {models} models most of what discrimination and flags show is chance; take them as places to look at",
            $"只有 {models} 个模型，区分度和标记大多出于偶然，只可当作查看的线索"),
        _ => null,
    };

    private static Phrase Reliable(Reliability reliability)
    {
        var (coefficient, error, least) = (Figure(reliability.Coefficient, "F3"), Figure(reliability.StandardError, "F1"), Figure(reliability.LeastDifference, "F1"));
        var (english, chinese) = reliability.IsBinary
            ? ("KR-20", "KR-20")
            : ("Cronbach's alpha (there is partial credit, or questions were repeated)", "Cronbach α（有部分得分或重复作答）");
        return new(
            $"{english} {coefficient}, standard error of measurement {error} questions, over {reliability.Models} models that have points on all: totals less than {least} questions apart (2√2·SEM) mean nothing",
            $"{chinese} {coefficient}，测量标准误 {error} 题，按各题都有得分的 {reliability.Models} 个模型计算：总分相差不到 {least} 题（2√2·SEM）没有意义");
    }

    private static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

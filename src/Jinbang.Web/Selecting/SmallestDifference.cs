using Jinbang.Statistics.Ranking;
using Jinbang.Web.Runs;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Selecting;

/// <summary>Says how small a difference between models a number of questions can show.</summary>
internal static class SmallestDifference
{
    // Before anything is asked nobody knows on how many questions two models will differ: a fifth is usual of good ones.
    private const double UsualShare = 0.2;
    private const double Error = 0.05;

    /// <summary>What an order of an exam can show, with the exam's name where there are others.</summary>
    public static Phrase Say(ExamEntry exam, RunOrder order)
    {
        var said = Say(Math.Min(order.Limit ?? int.MaxValue, exam.Questions), order.Models.Count);
        return order.Exams.Count == 1 ? said : new($"{exam.Title}: {said.English}", $"{exam.Title}：{said.Chinese}");
    }

    /// <summary>What is said before a set is asked.</summary>
    /// <param name="questions">Questions to be asked, above 0.</param>
    /// <param name="models">Models to be asked.</param>
    public static Phrase Say(int questions, int models)
    {
        var separation = Separation.Of(questions, UsualShare, models, Error);
        return separation switch
        {
            { OnePair: null } => new(
                $"{questions} {(questions == 1 ? "question is" : "questions are")} too few to tell any two models apart: take at least six, better fifty.",
                $"{questions} 题太少，无法区分任何两个模型：至少要 6 题，最好 50 题以上。"),
            { OnePair: { } one, AllPairs: { } all } when models > 2 && all > one => new(
                $"{questions} questions tell apart two models that are about {Points(one, questions)} points apart; of {models} models compared all at once, those about {Points(all, questions)} points apart.",
                $"{questions} 题大约能区分相差 {Points(one, questions)} 个百分点的两个模型；{models} 个模型一起比较时，要相差约 {Points(all, questions)} 个百分点。"),
            { OnePair: { } one } => new(
                $"{questions} questions tell apart two models that are about {Points(one, questions)} points apart.",
                $"{questions} 题大约能区分相差 {Points(one, questions)} 个百分点的两个模型。"),
        };
    }

    private static int Points(int difference, int questions) => (int)Math.Round(100.0 * difference / questions);
}

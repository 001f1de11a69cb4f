using Jinbang.Exams;
using Jinbang.Statistics;

namespace Jinbang.Grading.Repeats;

/// <summary>Lets the replies to one question vote on its answer.</summary>
internal static class Ballot
{
    /// <summary>The points of the answer with the most votes, ties shared. Replies without an answer abstain; an answer
    /// joins the first earlier one that the grader sees as the same, and together they are worth the mean of their points.</summary>
    /// <param name="question">The question.</param>
    /// <param name="votes">Its graded replies, in the order of repeats.</param>
    /// <returns>0 where all abstain.</returns>
    public static double Points(Question question, IReadOnlyList<Vote> votes)
    {
        var grader = Grader.For(question.Kind);
        var camps = new List<List<Vote>>();
        foreach (var vote in votes.Where(vote => !vote.IsAbstention))
        {
            if (camps.Find(camp => AreSame(grader, question, camp[0], vote)) is { } joined)
            {
                joined.Add(vote);
            }
            else
            {
                camps.Add([vote]);
            }
        }

        return Plurality.Worth([.. camps.Select(camp => (camp.Count, (double)camp.Average(vote => vote.Points)))]);
    }

    private static bool AreSame(Grader grader, Question question, Vote first, Vote second) =>
        first.Kind is ReadingKind.NoCorrectOption || second.Kind is ReadingKind.NoCorrectOption
            ? first.Kind == second.Kind
            : grader.AreSame(question, first.Answer, second.Answer);
}

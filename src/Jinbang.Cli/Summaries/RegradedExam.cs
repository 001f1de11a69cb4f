using Jinbang.Boards;
using Jinbang.Exams;
using Jinbang.Runs;

namespace Jinbang.Cli.Summaries;

/// <summary>What changes on one exam.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">The language it was asked in.</param>
/// <param name="Renewed">How many grades were given anew.</param>
/// <param name="Flips">The attempts that earn something else.</param>
/// <param name="Models">The models in their order on the board.</param>
internal sealed record RegradedExam(
    string Exam, string Title, string Language, int Renewed, IReadOnlyList<Flip> Flips, IReadOnlyList<Move> Models)
{
    public static RegradedExam Of(Exam exam, IReadOnlyList<Review> reviews)
    {
        var before = BoardRows.Of([.. reviews.Select(review => review.Before)], null).ToDictionary(row => row.Model);
        var after = BoardRows.Of([.. reviews.Select(review => review.After)], null);
        return new(
            exam.Id,
            exam.Title,
            exam.Language.Code(),
            reviews.Sum(review => review.Renewed),
            [.. reviews.SelectMany(review => review.Flips)],
            [.. after.Select(row => new Move(row.Model, before[row.Model].Accuracy, row.Accuracy, before[row.Model].Rank, row.Rank))]);
    }
}

using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Boards.Pages;

/// <summary>A reply that earned less than it could, with all that is needed to judge it.</summary>
/// <param name="Kind">What is bad about it, in a word or two.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Reply">What came back.</param>
/// <param name="Grade">What was read and what it is worth; null when it was not graded.</param>
public sealed record ShownCase(Phrase Kind, Question Question, Reply Reply, Grade? Grade)
{
    /// <summary>Which repeat of the question, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>What a person ruled, by whom and why, in a sentence; null when nobody did.</summary>
    public Phrase? Mark { get; init; }
}

using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>One attempt's reply with its grade.</summary>
/// <param name="Question">The question asked.</param>
/// <param name="Repeat">Which repeat of the question, from 0.</param>
/// <param name="Reply">What came back.</param>
/// <param name="Grade">What it is worth; null when asking failed, since a failure is never a wrong answer, or while
/// judges are still to give points.</param>
public sealed record GradedReply(Question Question, int Repeat, Reply Reply, Grade? Grade);

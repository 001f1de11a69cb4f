using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Comparing;

/// <summary>A question on which models differ, with what each replied.</summary>
/// <param name="Item">The question's place and points.</param>
/// <param name="Question">The question.</param>
/// <param name="Replies">What each model replied, repeats together, in the order of the models.</param>
public sealed record DifferingReplies(DifferingItem Item, Question Question, IReadOnlyList<IReadOnlyList<Case>> Replies)
{
    /// <summary>Reads the replies to questions.</summary>
    public static async Task<IReadOnlyList<DifferingReplies>> ReadAsync(
        OpenWorkspace open, IReadOnlyList<string> models, IEnumerable<DifferingItem> items, CancellationToken cancellationToken)
    {
        var found = new List<DifferingReplies>();
        foreach (var ofExam in items.GroupBy(item => item.Exam))
        {
            var exam = await Decisions.ApplyAsync(open.Ledger, open.Read(ofExam.Key), cancellationToken);
            foreach (var item in ofExam)
            {
                // An exam's file may be another one since the models were compared.
                if (exam.Questions.FirstOrDefault(one => one.Id == item.Question) is { } question)
                {
                    var cases = await CaseReader.ReadAsync(open.Ledger, exam, question, model => models.Contains(model.Name), cancellationToken).ToListAsync(cancellationToken);
                    found.Add(new(item, question, [.. models.Select(model => cases.FindAll(one => one.Model.Name == model))]));
                }
            }
        }

        return found;
    }
}

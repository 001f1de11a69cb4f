using Jinbang.Boards.Ranks;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Sheets;
using Jinbang.Statistics;
using Jinbang.Statistics.Items;

namespace Jinbang.Boards.Items;

/// <summary>The answers of all models to an exam as numbers.</summary>
/// <param name="Scores">Points.</param>
/// <param name="Picks">Picked options.</param>
/// <param name="Sheets">What both are made from, model by model.</param>
internal sealed record ItemAnswers(ScoreMatrix Scores, PickMatrix Picks, IReadOnlyList<ScoreSheet> Sheets)
{
    /// <summary>The answers of the models that have points on anything.</summary>
    public static ItemAnswers Of(Exam exam, IReadOnlyList<Standing> standings)
    {
        var sheets = standings.Select(standing => standing.Sheet).OfType<ScoreSheet>().Where(HasPoints).ToList();
        var scores = SheetScores.Of(exam, sheets);
        var picks = new PickMatrix(sheets.Count, exam.Questions.Count, sheets.Select(sheet => sheet.Repeats).DefaultIfEmpty(1).Max());
        for (var model = 0; model < sheets.Count; model++)
        {
            for (var item = 0; item < scores.Items; item++)
            {
                var cells = sheets[model].Of(item);
                for (var repeat = 0; repeat < cells.Length; repeat++)
                {
                    picks.Of(model, item)[repeat] = cells[repeat].Letters;
                }
            }
        }

        return new(scores, picks, sheets);
    }

    /// <summary>All attempts at one question.</summary>
    public List<SheetCell> CellsOf(int item)
    {
        var cells = new List<SheetCell>();
        foreach (var sheet in Sheets)
        {
            cells.AddRange(sheet.Of(item));
        }

        return cells;
    }

    private static bool HasPoints(ScoreSheet sheet)
    {
        foreach (ref readonly var cell in sheet.Cells)
        {
            if (cell.IsGraded)
            {
                return true;
            }
        }

        return false;
    }
}

using Jinbang.Boards.Editions;

namespace Jinbang.Cli.Summaries;

/// <summary>One edition in short.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Date">The day it was published.</param>
/// <param name="Kind">What kind it is by what changed; null for the first.</param>
/// <param name="Boards">Its boards, those made of others included.</param>
/// <param name="Exams">Its exams.</param>
/// <param name="Questions">Their questions.</param>
/// <param name="Models">Its models.</param>
/// <param name="NewModels">Models that the edition before did not have.</param>
/// <param name="RetiredModels">Models of the edition before that it does not have.</param>
internal sealed record EditionLine(
    string Version, DateOnly Date, EditionKind? Kind, int Boards, int Exams, int Questions, int Models, int NewModels, int RetiredModels)
{
    public static EditionLine Of(EditionManifest? before, EditionManifest edition)
    {
        var diff = EditionDiff.Of(before, edition);
        return new(
            edition.Version, edition.Date, diff.Kind, edition.Boards.Count, diff.Exams, diff.Questions,
            edition.Boards.SelectMany(board => board.Rows).Select(row => row.Model).Distinct().Count(), diff.NewModels.Count, diff.RetiredModels.Count);
    }
}

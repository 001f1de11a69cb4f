using System.Globalization;
using System.Text.RegularExpressions;

namespace Jinbang.Runs.Logs.Matrices;

/// <summary>What one model made of the items, in one run.</summary>
/// <param name="Heading">The model's name; with #1, #2 and so on behind it where it was run several times.</param>
/// <param name="Cells">A cell for each item.</param>
internal sealed partial record MatrixColumn(string Heading, IReadOnlyList<string> Cells)
{
    /// <summary>The model's name, without the number of the run.</summary>
    public string Model => Run().Match(Heading) is { Success: true } run ? run.Groups["model"].Value : Heading;

    /// <summary>The number of the run; 0 when there is none.</summary>
    public int Repeat => Run().Match(Heading) is { Success: true } run ? int.Parse(run.Groups["run"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<model>.+)#(?<run>\d{1,4})$", RegexOptions.Singleline)]
    private static partial Regex Run();
}

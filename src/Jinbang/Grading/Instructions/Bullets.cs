namespace Jinbang.Grading.Instructions;

/// <summary>Bullet points: IFEval's detectable_format:number_bullet_lists, where a line that begins with one asterisk or
/// with a hyphen is one; in Chinese also the marks that its writers use for them.</summary>
internal static class Bullets
{
    private const string ChineseMarks = "•·●○◦▪■◆－—";

    /// <summary>The number of bullet points.</summary>
    public static int Count(string text, bool isChinese)
    {
        var count = 0;
        var isTaken = false;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart();
            var isAsterisk = !isTaken && line is ['*', not '*', ..];

            // An asterisk alone on its line takes the next line for its text.
            isTaken = !isTaken && line is ['*'] && i + 1 < lines.Length;
            count += isAsterisk || isTaken || line is ['-', ..] || (isChinese && line.Length > 0 && ChineseMarks.Contains(line[0])) ? 1 : 0;
        }

        return count;
    }
}

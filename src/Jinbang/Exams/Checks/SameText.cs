using System.Text;

namespace Jinbang.Exams.Checks;

/// <summary>Tells whether two texts ask the same: spaces, case and full-width forms do not make another text.</summary>
internal static class SameText
{
    /// <summary>What all texts that ask the same have in common.</summary>
    public static string Core(string text)
    {
        var core = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                core.Append(char.ToLowerInvariant(HalfWidth.Of(c)));
            }
        }

        return core.ToString();
    }
}

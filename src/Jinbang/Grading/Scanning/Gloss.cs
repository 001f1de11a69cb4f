namespace Jinbang.Grading.Scanning;

/// <summary>Recognises what a reply adds to a short answer, and questions in place of one.</summary>
internal static class Gloss
{
    private static readonly PhraseFinder Additions = new(
        "(also ", "(a.k.a", "(aka ", "(i.e", "(formerly", "(now ", "(or ", ", also known as", ", also called", ", which ", ", because ", ", since ", ", who ", " because ",
        "(简称", "(全称", "(原名", "(又叫", "(又称", "(又名", "(也称", "(也叫", "(亦称", "(即", "(俗称", ",又称", ",也叫", ",又名", ",他", ",她", ",它", ",因为", ",由于", ",这是", "因为");

    private static readonly string[] Openings =
        ["could you", "can you", "would you", "do you", "did you", "what do you", "what does", "which one", "please clarify", "请问", "您", "你", "能否"];

    /// <summary>Where in an answer an addition begins; its length when there is none.</summary>
    public static int Start(ReadOnlySpan<char> answer) => Additions.First(answer) is { Start: > 0 } addition ? addition.Start : answer.Length;

    /// <summary>Whether a reply asks the examiner something.</summary>
    public static bool AsksBack(ReadOnlySpan<char> reply)
    {
        foreach (var opening in Openings)
        {
            if (reply.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && reply.TrimEnd().EndsWith("?"))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Recognises words around a place that turn a statement into its opposite or into a supposition.</summary>
internal static class Denial
{
    private const int WordsBefore = 3;
    private const int HanBefore = 3;

    private static readonly FrozenSet<string> Words = Set(
        "not", "no", "never", "neither", "nor", "cannot", "if", "whether", "suppose", "assuming", "wrong", "incorrect",
        "none", "false", "unlikely", "exclude", "excluded", "excluding", "eliminate", "eliminated", "eliminating", "reject", "rejected", "rule",
        "ruled", "ruling", "except", "than", "instead", "unlike", "without");

    private static readonly FrozenSet<string> Predicates = Set("not", "never", "cannot", "wrong", "incorrect", "false", "eliminated", "excluded", "ruled", "rejected");

    private static readonly FrozenSet<string> Links = Set(
        "is", "are", "was", "were", "option", "options", "statement", "choice", "clearly", "also", "both", "definitely",
        "can", "could", "would", "does", "do", "be", "must", "therefore", "thus", "simply", "obviously");

    // Words between a denial and what it denies that do not part them: "none of the given options".
    private static readonly FrozenSet<string> Fillers = Set("of", "the", "given", "provided", "listed", "these", "above");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FillersLookup = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LinksLookup = Links.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PredicatesLookup = Predicates.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word denies.</summary>
    public static bool IsDenial(ReadOnlySpan<char> word) =>
        WordsLookup.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a Chinese character denies.</summary>
    public static bool IsDenial(char c) => c is '不' or '非' or '没' or '错' or '误' or '未' or '勿';

    /// <summary>Whether the words directly before a place deny or only suppose what stands there.</summary>
    public static bool Precedes(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        for (var (words, isFirst) = (0, true); words < WordsBefore; isFirst = false)
        {
            while (end > 0 && (text[end - 1] is ' ' or '\'' || Marks.IsOpener(text[end - 1])))
            {
                end--;
                if (at - end > 40)
                {
                    return false;
                }
            }

            var start = end;
            while (start > 0 && at - start < 40 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '\''))
            {
                start--;
            }

            if (start == end)
            {
                return isFirst && HanPrecedes(text, end);
            }

            if (IsDenial(text[start..end]))
            {
                return true;
            }

            words += FillersLookup.Contains(text[start..end]) ? 0 : 1;
            end = start;
        }

        return false;
    }

    /// <summary>Whether what directly follows an option denies it: "is wrong", "错误", "选项不对".</summary>
    public static bool Follows(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 40);
        while (at < limit && (text[at] is ' ' or '选' or '项' or '是' or '为' or '显' or '然' or '也' or '都' or '均' or '并' or '的' or '说' or '法' or '明'
            or '可' or '以' or '应' or '被' or '予'
            || Marks.IsCloser(text[at])))
        {
            at++;
        }

        if (at < limit && (IsDenial(text[at]) || text[at] is '排'))
        {
            return !NamesNext(text, at + 1);
        }

        while (at < limit && char.IsAsciiLetter(text[at]))
        {
            var end = Marks.WordEnd(text, at);
            if (PredicatesLookup.Contains(text[at..end]) || text[at..end].EndsWith("n't", StringComparison.OrdinalIgnoreCase))
            {
                return !NamesNext(text, end);
            }

            if (!LinksLookup.Contains(text[at..end]))
            {
                return false;
            }

            at = Marks.SkipBlanks(text, end);
        }

        return false;
    }

    /// <summary>Whether a statement goes on after a comma to deny what it named: "C, Rome, cannot be the answer".</summary>
    public static bool TakesBack(ReadOnlySpan<char> text, int at) =>
        text[at..] is [',', ' ', .. var rest] && (rest.StartsWith("cannot") || rest.StartsWith("can't") || rest.StartsWith("is not") || rest.StartsWith("isn't"));

    // "B, not A" and "B不是A" deny the option that comes next, not the one before.
    private static bool NamesNext(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 20);
        while (at < limit && (text[at] is ' ' or '是' or '选' or '项' || Marks.IsOpener(text[at])))
        {
            at++;
        }

        return at < limit && text[at] is >= 'A' and <= 'J' && (at + 1 == text.Length || !Marks.IsWord(text[at + 1]));
    }

    private static bool HanPrecedes(ReadOnlySpan<char> text, int at)
    {
        for (var back = 1; back <= HanBefore && at - back >= 0; back++)
        {
            var c = text[at - back];
            if (Marks.IsStop(c) || c is '故' or '以' or '此' or ' ')
            {
                return false;
            }

            if (IsDenial(c) || c is '若' or '如' or '假' or '排')
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

using System.Collections.Frozen;

namespace Jinbang.Grading.Instructions;

/// <summary>What the splitter of sentences knows of English words.</summary>
internal static class SentenceWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = Set(
        "mr mrs ms messrs dr prof st mt ft vs etc inc ltd jr sr co corp bros gen gov sen rep reps lt col capt cmdr maj sgt adm rev hon pres "
        + "u.s u.k u.n u.s.a a.m p.m e.g i.e ph.d d.c n.y b.c a.d jan feb mar apr aug sept oct nov dec cf fig vol ed eds ave blvd rd tel "
        + "dept est approx assn univ no nos pp al viz op cit");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Small = Set(
        "the a an it he she they we you this that these those in on at by for with to of and but or if as so when while although though "
        + "however there here what who how why which where his her its their our my your is are was were do does did can could may might "
        + "will would should must not yes then after before from into over under some many most each all one both such since because also "
        + "moreover furthermore nevertheless instead meanwhile perhaps other another any every few several no nor yet once until unless");

    /// <summary>Whether a word, written without its last point, is an abbreviation, alone or as the last part of a compound.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        Abbreviations.Contains(word) || Abbreviations.Contains(word[(word.LastIndexOf('-') + 1)..]);

    /// <summary>Whether a word has a capital letter only where it opens a sentence.</summary>
    public static bool IsUsuallySmall(ReadOnlySpan<char> word) => Small.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

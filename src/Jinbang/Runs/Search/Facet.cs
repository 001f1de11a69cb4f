using System.Globalization;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs.Search;

/// <summary>What replies are filtered by, as words of the index that no text has: the index joins a frequent word with a narrow filter as
/// it joins two words, walking through neither whole.</summary>
internal static class Facet
{
    // Of the private characters, which texts are searched without.
    private const char Sign = '\uE000';

    public const string ExamKind = "exam";
    public const string ModelKind = "model";
    public const string StratumKind = "stratum";
    public const string RuleKind = "rule";

    public static readonly string Every = Sign + "every";
    public static readonly string Old = Sign + "old";
    public static readonly string Bad = Sign + "bad";
    public static readonly string Marked = Sign + "marked";

    public static string Of(Verdict verdict) => Sign + "v" + GradeWords.Code(verdict);

    public static string Of(Outcome outcome) => Sign + "o" + GradeWords.Code(outcome);

    public static string OfQuestion(long number) => string.Create(CultureInfo.InvariantCulture, $"{Sign}q{number}");

    /// <summary>That of a year, a month or a day, by its digits.</summary>
    public static string OfTime(string digits) => $"{Sign}t{digits}";

    /// <summary>That of a name, by its number.</summary>
    public static string OfName(string kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{Sign}{kind}{number}");

    /// <summary>What an exam in a language is named.</summary>
    public static string ExamName(string id, Language language) => $"{id}\n{language.Code()}";
}

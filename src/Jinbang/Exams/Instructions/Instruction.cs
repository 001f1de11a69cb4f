using System.Globalization;

namespace Jinbang.Exams.Instructions;

/// <summary>An instruction whose following can be checked by rule, with its arguments; each kind has some of them.</summary>
/// <param name="Kind">What it asks for.</param>
public sealed record Instruction(InstructionKind Kind)
{
    /// <summary>The words to include or leave out, or the answers to choose from.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The one text asked for: a word, letter, marker, phrase or language's code.</summary>
    public string Text { get; init; } = "";

    /// <summary>The number asked for.</summary>
    public int Count { get; init; }

    /// <summary>How the reply's number is compared with <see cref="Count"/>, where the kind leaves that open.</summary>
    public CountRelation Relation { get; init; }

    /// <summary>The paragraph meant, counted from 1.</summary>
    public int Place { get; init; }

    /// <summary>The id with every argument by its name, such as <c>keywords:frequency keyword="moon" relation="at least" frequency="2"</c>.</summary>
    public override string ToString() =>
        string.Join(' ', InstructionForm.Of(Kind).Parameters.SelectMany(Written).Prepend(InstructionForm.Of(Kind).Id));

    private IEnumerable<string> Written(InstructionParameter parameter) =>
        Values(parameter.Kind).Select(value => $"{parameter.Name}=\"{Escaped(value)}\"");

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private IEnumerable<string> Values(ParameterKind kind) => kind switch
    {
        ParameterKind.Words or ParameterKind.WordsOrUsual => Words,
        ParameterKind.Text or ParameterKind.Letter or ParameterKind.LanguageCode => [Text],
        ParameterKind.Count => [Count.ToString(CultureInfo.InvariantCulture)],
        ParameterKind.Place => [Place.ToString(CultureInfo.InvariantCulture)],
        ParameterKind.Relation => [Relation switch
        {
            CountRelation.AtLeast => "at least",
            CountRelation.LessThan => "less than",
        }],
    };
}

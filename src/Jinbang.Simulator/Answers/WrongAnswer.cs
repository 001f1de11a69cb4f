using System.Globalization;
using Jinbang.Exams;

namespace Jinbang.Simulator.Answers;

/// <summary>Wrong answers of the kind that models give.</summary>
internal static class WrongAnswer
{
    private const string Guess = "SIM-GUESS";
    private static readonly decimal[] Factors = [2, 10, 0.1m, -1];

    /// <summary>One or more other letters: of a key with several, often a part of it.</summary>
    public static string Letters(string key, IReadOnlyList<Option> options, Chance chance)
    {
        if (key.Length > 1 && chance.With("part").Share < 0.5)
        {
            return key.Remove(chance.Pick(key.Length), 1);
        }

        var others = string.Concat(options.Select(option => option.Letter).Where(letter => !key.Contains(letter, StringComparison.Ordinal)));
        return others.Length == 0 ? key[..1] : Swapped(key, others[chance.Pick(others.Length)]);
    }

    /// <summary>A number off by a factor, beyond the tolerance.</summary>
    public static string Number(NumberKey key, Chance chance)
    {
        var number = key.Value * Factors[chance.Pick(Factors.Length)];
        var wrong = Math.Abs(number - key.Value) > key.Tolerance ? number : key.Value + (3 * key.Tolerance) + 1;
        return wrong.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Another question's text.</summary>
    public static string Text(TextKey key, IReadOnlyList<string> texts, Chance chance)
    {
        var text = texts.Count == 0 ? Guess : texts[chance.Pick(texts.Count)];
        return key.Accepted.Contains(text, StringComparer.OrdinalIgnoreCase) ? Guess : text;
    }

    /// <summary>One more than the right expression.</summary>
    public static string Expression(ExpressionKey key) => $"{key.Accepted[0]}+1";

    /// <summary>The right answers but for one.</summary>
    public static string List(ListKey key, Chance chance)
    {
        var slip = chance.Pick(key.Parts.Count);
        return Joined(key.Parts.Select((part, place) => place == slip ? [key.IsOfLetters && part[0] != "J" ? "J" : Guess] : part));
    }

    /// <summary>The preferred answer to each part.</summary>
    public static string Joined(IEnumerable<IReadOnlyList<string>> parts) => string.Join("; ", parts.Select(part => part[0]));

    private static string Swapped(string key, char letter) => string.Concat((key[1..] + letter).Order());
}

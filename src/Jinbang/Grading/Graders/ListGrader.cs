using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions that ask for several answers at once; a reply with the wrong number of answers earns nothing.</summary>
internal sealed class ListGrader : Grader
{
    private const string Joint = "; ";

    /// <summary>Reads a reply; of the key only how many parts it has and whether they are letters is used, which the question itself tells.</summary>
    public override Reading Read(Question question, string text) =>
        question.Key is ListKey key ? Read(text, key.Parts.Count, key.IsOfLetters) : Read(text, 1, isOfLetters: false);

    /// <inheritdoc/>
    protected override AnswerKey KeyOf(AnswerKey key, string answer) =>
        (ListKey)key with { Parts = [.. answer.Split(Joint).Select(part => (string[])[part])] };

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading)
    {
        var key = (ListKey)question.Key;
        var answers = reading.Answer.Split(Joint);
        if (answers.Length != key.Parts.Count)
        {
            return 0;
        }

        var points = key.IsOrdered
            ? answers.Zip(key.Parts, (answer, part) => part.Max(accepted => PartPoints(accepted, answer, key.IsOfLetters, credit))).ToList()
            : Matched(answers, key.Parts, credit, key.IsOfLetters);
        return credit.Kind == CreditKind.Exact ? (points.All(earned => earned == 1) ? 1 : 0)
            : credit.Kind == CreditKind.PerOptionLessWrong ? Math.Max(0, points.Sum(earned => earned > 0 ? earned : -1) / points.Count)
            : points.Sum() / points.Count;
    }

    private static Reading Read(string text, int count, bool isOfLetters)
    {
        var reply = ReplyText.From(text);
        return Silence.Read(reply)
            ?? StructuredAnswer.Read(reply.Text, text => null, text => Stated(text, count, isOfLetters))
            ?? Stated(reply.Text, count, isOfLetters);
    }

    private static Reading Stated(string text, int count, bool isOfLetters)
    {
        var (parts, place) = isOfLetters ? LetterList.Read(text, count) : TextList.Read(text, count);
        var isAnswered = parts.Count == count && parts.Any(part => part != LetterList.Unknown);
        return !isAnswered && Refusals.Read(text) is { } refusal ? refusal
            : parts.Count == 0 || (!isAnswered && (!isOfLetters && text.Contains('\n'))) || parts.All(part => part == LetterList.Unknown)
                ? new(ReadingKind.Unreadable, "", "nothing-conclusive")
                : new(ReadingKind.Value, string.Join(Joint, parts.Select(part => Canonical(part, isOfLetters))), isAnswered ? "list" : "wrong-count", place.Start, place.Length, 0.9);
    }

    private static string Canonical(string part, bool isOfLetters) =>
        isOfLetters ? string.Concat(part.Distinct().Order()) : ShortTextReader.Canonical(part).Replace(Joint, ", ", StringComparison.Ordinal);

    // Each answer to the first part left that it fits; the best first.
    private static List<decimal> Matched(string[] answers, IReadOnlyList<IReadOnlyList<string>> parts, CreditRule credit, bool isOfLetters)
    {
        var left = parts.ToList();
        var points = new List<decimal>();
        foreach (var answer in answers)
        {
            var best = left.MaxBy(part => part.Max(accepted => PartPoints(accepted, answer, isOfLetters, credit)))!;
            points.Add(best.Max(accepted => PartPoints(accepted, answer, isOfLetters, credit)));
            if (points[^1] > 0)
            {
                left.Remove(best);
                left = left.Count == 0 ? [[]] : left;
            }
        }

        return points;
    }

    private static decimal PartPoints(string accepted, string answer, bool isOfLetters, CreditRule credit) =>
        isOfLetters ? MultipleChoiceGrader.PointsOf(accepted, answer, credit)
        : ShortTextReader.Canonical(accepted) == answer || (IsNumber(accepted, out var right) && NumberReader.Read(answer) is { Kind: ReadingKind.Value } read
            && IsNumber(Measure.Of(QuestionKind.Number, read.Answer).Value, out var value) && value == right) ? 1 : 0;

    private static bool IsNumber(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}

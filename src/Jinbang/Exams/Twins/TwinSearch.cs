using System.Runtime.InteropServices;
using Jinbang.Exams.Checks;

namespace Jinbang.Exams.Twins;

/// <summary>Finds questions that ask the same, within an exam and in others.</summary>
public sealed class TwinSearch
{
    /// <summary>Texts with less in common ask something else.</summary>
    private const double LeastLikeness = 0.8;

    // Where a whole bank asks nearly the same, comparing all with all would never end.
    private const int MostCompared = 32;

    private readonly Dictionary<ulong, int> latest = [];
    private readonly List<(Question Question, int Before)> chain = [];
    private readonly Dictionary<string, List<Twin>> twins = [];

    private TwinSearch()
    {
    }

    /// <summary>The twins of each question that has any, the likest first; of very many, some.</summary>
    /// <param name="exam">The exam whose questions are looked at.</param>
    /// <param name="others">The exams to look in besides; other languages of the same exam are passed over.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Twin>> Find(Exam exam, IEnumerable<Exam> others, CancellationToken cancellationToken)
    {
        var search = new TwinSearch();
        foreach (var text in Texts(exam, cancellationToken))
        {
            foreach (var near in search.Near(text))
            {
                search.Compare(near, exam.Id, text);
                search.Compare(text, exam.Id, near);
            }

            search.Place(text);
        }

        foreach (var other in others.Where(other => other.Id != exam.Id))
        {
            foreach (var text in Texts(other, cancellationToken))
            {
                foreach (var near in search.Near(text))
                {
                    search.Compare(near, other.Id, text);
                }
            }
        }

        return search.twins.ToDictionary(
            found => found.Key, IReadOnlyList<Twin> (found) => [.. found.Value.OrderByDescending(twin => twin.Likeness)]);
    }

    private static IEnumerable<ShingledText> Texts(Exam exam, CancellationToken cancellationToken)
    {
        foreach (var question in exam.Questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ShingledText(question);
        }
    }

    private void Place(ShingledText text)
    {
        foreach (var band in text.Bands)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, band, out var isThere);
            chain.Add((text.Question, isThere ? place : -1));
            place = chain.Count - 1;
        }
    }

    /// <summary>Questions that share a band. Their texts are made again, since those of a large bank are not to be held.</summary>
    private List<ShingledText> Near(ShingledText text) =>
        [.. text.Bands.SelectMany(Sharing).Distinct().Take(MostCompared).Select(question => new ShingledText(question))];

    private IEnumerable<Question> Sharing(ulong band)
    {
        for (var place = latest.GetValueOrDefault(band, -1); place >= 0; place = chain[place].Before)
        {
            yield return chain[place].Question;
        }
    }

    private void Compare(ShingledText own, string exam, ShingledText other)
    {
        if (own.LikenessTo(other) is >= LeastLikeness and var likeness)
        {
            if (!twins.TryGetValue(own.Question.Id, out var known))
            {
                twins.Add(own.Question.Id, known = []);
            }

            known.Add(new Twin(exam, other.Question.Id, likeness, !Right(own.Question).SequenceEqual(Right(other.Question))));
        }
    }

    // Options may stand in another order, so it is their texts that tell whether the same is right.
    private static IEnumerable<string> Right(Question question) => question.Key is LettersKey key
        ? question.Options.Where(option => key.Letters.Contains(option.Letter)).Select(option => SameText.Core(option.Text)).Order(StringComparer.Ordinal)
        : [SameText.Core(question.Key.ToString()!)];
}

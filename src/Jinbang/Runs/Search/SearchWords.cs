namespace Jinbang.Runs.Search;

/// <summary>What somebody looks for in texts: words, of which all must be there; <c>"several words"</c> in quotation marks as they stand;
/// <c>begin*</c> for words that begin so.</summary>
public sealed class SearchWords
{
    private const int MostWords = 12;
    private const int MostCharacters = 200;
    private readonly IReadOnlyList<Term> terms;

    private SearchWords(IReadOnlyList<Term> terms) => this.terms = terms;

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>Whether the index alone cannot tell what has them.</summary>
    internal bool NeedText => terms.Any(term => term.NeedsText);

    /// <summary>Reads what was typed; what holds no letter and no digit is passed over, and what is more than a search is for.</summary>
    public static SearchWords Of(string typed)
    {
        var parts = Parts(typed.Length <= MostCharacters ? typed : typed[..MostCharacters]);
        return new([.. parts.Select(Term.Of).Where(term => term.Words.Count > 0).Take(MostWords)]);
    }

    /// <summary>Where the words stand in a text, in its order, none over another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many places at most.</param>
    public IReadOnlyList<(int Start, int Length)> Find(string text, int most)
    {
        if (IsEmpty)
        {
            return [];
        }

        var (folded, found, at) = (SearchText.Fold(text), new List<(int Start, int Length)>(), 0);
        while (found.Count < most && terms.Select(term => (Start: term.Find(folded, at), term.Folded.Length)).Where(place => place.Start >= 0)
            .OrderBy(place => place.Start).ThenByDescending(place => place.Length).ToList() is [var next, ..])
        {
            found.Add(next);
            at = next.Start + next.Length;
        }

        return found;
    }

    /// <summary>Whether a text has all the words.</summary>
    internal bool AreIn(string text)
    {
        var folded = SearchText.Fold(text);
        return terms.All(term => term.Find(folded, 0) >= 0);
    }

    /// <summary>What the index is asked.</summary>
    internal string Match() => string.Join(" AND ", terms.Select(term => term.Match()));

    private static IEnumerable<string> Parts(string typed) => typed.Replace('“', '"').Replace('”', '"').Split('"')
        .SelectMany((part, nth) => nth % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <param name="Folded">What is looked for, as it is compared.</param>
    /// <param name="Words">The words that a text must have for it.</param>
    /// <param name="IsBeginning">Whether words that go on are meant too.</param>
    private sealed record Term(string Folded, IReadOnlyList<string> Words, bool IsBeginning)
    {
        /// <summary>Whether a text can have the words without having this.</summary>
        public bool NeedsText => Words.Count > 1;

        public static Term Of(string part)
        {
            var folded = SearchText.Fold(part.Trim());
            var isBeginning = folded.Length > 3 && folded[^1] == '*';
            var sought = folded.TrimEnd('*');
            return new(sought, SearchText.WordsOf(sought), isBeginning);
        }

        public int Find(string folded, int from)
        {
            for (var at = from; at <= folded.Length && (at = folded.IndexOf(Folded, at, StringComparison.Ordinal)) >= 0; at++)
            {
                if (IsWhole(folded, at))
                {
                    return at;
                }
            }

            return -1;
        }

        public string Match() => string.Join(" AND ", Words.Select((word, nth) => $"\"{word}\"{(IsBeginning && nth == Words.Count - 1 ? " *" : "")}"));

        // "art" is not in "party", but 学 is in 数学.
        private bool IsWhole(string folded, int at) =>
            !(at > 0 && IsLatin(Folded[0]) && IsLatin(folded[at - 1]))
            && (IsBeginning || !(at + Folded.Length < folded.Length && IsLatin(Folded[^1]) && IsLatin(folded[at + Folded.Length])));

        private static bool IsLatin(char character) => char.IsLetterOrDigit(character) && character < '\u0E00';
    }
}

using System.Globalization;
using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>All attempts of a sitting in the order they are made: repeat after repeat, in the order of the paper.</summary>
/// <param name="sitting">The sitting's key.</param>
/// <param name="paper">The exam.</param>
/// <param name="repeats">How often each question is asked.</param>
internal sealed class AttemptPlan(string sitting, Paper paper, int repeats)
{
    public int Count => paper.Count * repeats;

    public Attempt this[int place] => new(Key(place), QuestionAt(place), place / paper.Count, paper.TextAt(place % paper.Count)) { Place = place };

    /// <summary>What an attempt asks, for who needs no key, which is a fingerprint.</summary>
    /// <param name="place">The attempt's place.</param>
    public Question QuestionAt(int place) => paper[place % paper.Count];

    /// <summary>Whether an attempt asks one of the first questions of the paper.</summary>
    /// <param name="place">The attempt's place.</param>
    /// <param name="limit">How many questions; null for all.</param>
    public bool IsWithin(int place, int? limit) => place % paper.Count < (limit ?? paper.Count);

    /// <summary>How many attempts ask one of the first questions.</summary>
    /// <param name="limit">How many questions; null for all.</param>
    public int CountWithin(int? limit) => Math.Min(limit ?? int.MaxValue, paper.Count) * repeats;

    /// <summary>The place of one of these attempts.</summary>
    /// <param name="nth">Which of them, from 0.</param>
    /// <param name="limit">How many questions; null for all.</param>
    public int PlaceWithin(int nth, int? limit)
    {
        var questions = Math.Min(limit ?? int.MaxValue, paper.Count);
        return (nth / questions * paper.Count) + (nth % questions);
    }

    /// <summary>The attempts by their keys; for looking through what the ledger has, not to be kept.</summary>
    public AttemptIndex Index()
    {
        var keys = new ulong[Count];
        Parallel.For(0, keys.Length, place => keys[place] = AttemptIndex.Number(Key(place)));
        return new AttemptIndex(this, keys);
    }

    /// <summary>The key of an attempt.</summary>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="text">Identifies what the question asks; <see cref="Paper.TextOf"/>.</param>
    /// <param name="repeat">Which repeat, from 0.</param>
    public static string KeyOf(string sitting, string text, int repeat) => Fingerprint.Of(sitting, text, repeat.ToString(CultureInfo.InvariantCulture));

    private string Key(int place) => KeyOf(sitting, paper.TextAt(place % paper.Count), place / paper.Count);
}

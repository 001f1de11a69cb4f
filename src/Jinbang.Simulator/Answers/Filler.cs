namespace Jinbang.Simulator.Answers;

/// <summary>Words that say nothing, and no letter that could be read as an answer.</summary>
internal static class Filler
{
    private static readonly Phrase Sentence = new("Let us read the question once more. ", "我们再仔细读一遍题目。");

    /// <summary>So many tokens of it.</summary>
    public static string Of(int tokens, Language language)
    {
        if (tokens == 0)
        {
            return "";
        }

        var sentence = Sentence.In(language);
        var repeats = (tokens / TokenCount.Of(sentence)) + 1;
        return TokenCount.Beginning(string.Concat(Enumerable.Repeat(sentence, repeats)), tokens);
    }
}

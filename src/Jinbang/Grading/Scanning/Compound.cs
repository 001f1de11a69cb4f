namespace Jinbang.Grading.Scanning;

/// <summary>Adds up amounts that are told in two units.</summary>
internal static class Compound
{
    private static readonly string[] Notes = ["dollars and", "dollar and", "dollars", "dollar", "euros and", "元", "块"];
    private static readonly (string Name, decimal Factor)[] Coins = [("cents", 0.01m), ("cent", 0.01m), ("角", 0.1m), ("毛", 0.1m), ("分", 0.01m)];

    /// <summary>The sum of two numbers in the smaller unit, or of money in the larger one: "2 hours and 30 minutes", "1小时30分钟", "3元5角"; null when they are none.</summary>
    public static NumberToken? Of(ReadOnlySpan<char> text, NumberToken first, NumberToken second) => Measured(text, first, second) ?? Money(text, first, second);

    private static NumberToken? Measured(ReadOnlySpan<char> text, NumberToken first, NumberToken second)
    {
        var joint = text[first.End..Math.Max(first.End, second.Start)].Trim(" ,又");
        if (!(joint.IsEmpty || joint.Equals("and", StringComparison.OrdinalIgnoreCase)) || first.Value.Split(' ') is not [var many, var large]
            || second.Value.Split(' ') is not [var few, var small] || Unit.WithSymbol(large) is not { } larger || Unit.WithSymbol(small) is not { } smaller
            || larger.Dimension != smaller.Dimension || larger.Factor <= smaller.Factor || Quantity.Exact(many) is not { } big || Quantity.Exact(few) is not { } little
            || Math.Abs(big) > 1e15m)
        {
            return null;
        }

        return new($"{Quantity.Spell((big * (larger.Factor / smaller.Factor)) + little)} {small}", first.Start, second.End);
    }

    private static NumberToken? Money(ReadOnlySpan<char> text, NumberToken first, NumberToken second)
    {
        var note = text[first.End..Math.Max(first.End, second.Start)].Trim(" $");
        var coin = Marks.SkipBlanks(text, second.End);
        foreach (var (name, factor) in Coins)
        {
            if (text[coin..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, coin + name.Length) && IsNote(note)
                && Quantity.Exact(first.Value) is { } big && Quantity.Exact(second.Value) is { } little && Math.Abs(big) < 1e15m && Math.Abs(little) < 100)
            {
                return new(Quantity.Spell(big + (little * factor)), first.Start, coin + name.Length);
            }
        }

        return null;
    }

    private static bool IsNote(ReadOnlySpan<char> words)
    {
        foreach (var note in Notes)
        {
            if (words.Equals(note, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

namespace Jinbang.Boards.Cuts;

/// <summary>A fact that rows can be chosen by.</summary>
/// <param name="Names">Its names, the first for messages, in English and Chinese.</param>
internal abstract record Field(params string[] Names)
{
    /// <summary>How values are written, such as "a number".</summary>
    public abstract Phrase Expected { get; }

    /// <summary>What compares it when no relation is written; null where one must be.</summary>
    public virtual string? Alone => null;

    /// <summary>Whether a value makes sense with a relation.</summary>
    public abstract bool Accepts(Relation relation, string value);

    /// <summary>Compares a row's fact with a value that <see cref="Accepts"/> takes.</summary>
    public abstract Truth Test(BoardRow row, Relation relation, string value);

    /// <summary>What the sign of a comparison makes of an order.</summary>
    protected static Truth Holds(Relation relation, int order) => relation switch
    {
        Relation.Equal => order == 0,
        Relation.Unequal => order != 0,
        Relation.Less => order < 0,
        Relation.AtMost => order <= 0,
        Relation.Greater => order > 0,
        Relation.AtLeast => order >= 0,
        Relation.Contains => false,
    }
        ? Truth.True
        : Truth.False;
}

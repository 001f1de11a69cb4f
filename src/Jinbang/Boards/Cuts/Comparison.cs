namespace Jinbang.Boards.Cuts;

/// <summary>A fact of a row compared with a value.</summary>
internal sealed record Comparison(Field Field, Relation Relation, string Value) : Condition
{
    /// <inheritdoc/>
    public override Truth Of(BoardRow row) => Field.Test(row, Relation, Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Field.Names[0]} {SignOf(Relation)} {Quoted}";

    // No value holds all three quotes: it was written in one of them, or in none.
    private string Quoted => !Value.Contains('"') ? $"\"{Value}\"" : !Value.Contains('\'') ? $"'{Value}'" : $"“{Value}”";

    private static string SignOf(Relation relation) => relation switch
    {
        Relation.Equal => "=",
        Relation.Unequal => "!=",
        Relation.Less => "<",
        Relation.AtMost => "<=",
        Relation.Greater => ">",
        Relation.AtLeast => ">=",
        Relation.Contains => "~",
    };
}

namespace Jinbang.Runs.Ledgers;

/// <summary>What a column of a ledger holds.</summary>
internal enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A JSON text.</summary>
    Json,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A binary number.</summary>
    Double,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Bytes.</summary>
    Bytes,
}

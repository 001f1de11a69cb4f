namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>What was found in a ledger.</summary>
/// <param name="Path">The file; of a database where it is.</param>
public sealed record LedgerCheckup(string Path)
{
    /// <summary>Its size, without the write-ahead log.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether it is in a server's database, whose files only the server looks after.</summary>
    public bool IsOnServer { get; init; }

    /// <summary>Room left on its disk, in bytes; null when that cannot be told.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>The version of its tables; null when it cannot be read.</summary>
    public int? Version { get; init; }

    /// <summary>The state of the write-ahead log.</summary>
    public WriteAheadLog Log { get; init; } = WriteAheadLog.None;

    /// <summary>What SQLite and we found broken, in SQLite's words; empty when nothing is.</summary>
    public IReadOnlyList<string> Damage { get; init; } = [];

    /// <summary>The sittings, in the order of exams and models.</summary>
    public IReadOnlyList<CheckedSitting> Sittings { get; init; } = [];

    /// <summary>Batches whose results are not here yet.</summary>
    public int OpenBatches { get; init; }

    /// <summary>Yuan set aside for them.</summary>
    public decimal InBatches { get; init; }

    /// <summary>Attempts whose sitting is not in the ledger.</summary>
    public int WithoutSitting { get; init; }

    /// <summary>Attempts recorded more than once.</summary>
    public int Duplicates { get; init; }

    /// <summary>Rows that are there but hold no sense, such as a word where a number belongs.</summary>
    public int Senseless { get; init; }

    /// <summary>The first such row, or null.</summary>
    public string? FirstSenseless { get; init; }

    /// <summary>Whether nothing is wrong with it.</summary>
    public bool IsSound => Damage.Count == 0 && !Log.IsDamaged && WithoutSitting == 0 && Duplicates == 0 && Senseless == 0;
}

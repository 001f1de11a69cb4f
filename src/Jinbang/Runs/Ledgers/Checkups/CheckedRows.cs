using Jinbang.Models;
using Jinbang.Runs.Batches;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Counts what a ledger holds, row by row, and the rows that make no sense.</summary>
internal sealed class CheckedRows
{
    /// <summary>The columns of a sitting that are looked at.</summary>
    public static readonly string[] SittingColumns = ["key", "exam", "language", "model", "lost_yuan", "outstanding_yuan"];

    /// <summary>The columns of an attempt that are looked at.</summary>
    public static readonly string[] AttemptColumns = [.. SqlAttempt.Columns, "sitting"];

    private readonly Dictionary<string, CheckedSitting> sittings = [];
    private readonly HashSet<string> keys = [];
    private readonly List<OpenBatch> batches = [];
    private (int WithoutSitting, int Duplicates, int Senseless) counts;
    private string? firstSenseless;

    /// <summary>Takes a row in.</summary>
    /// <param name="take">Reads it.</param>
    /// <param name="name">What it is called when it makes no sense.</param>
    public void Understand(Action take, Func<string> name)
    {
        if (!SensibleRow.Try(take))
        {
            counts.Senseless++;
            firstSenseless ??= name();
        }
    }

    /// <summary>Takes a sitting in, be what it lost understood or not.</summary>
    public void AddSitting(LedgerRow row)
    {
        var sitting = new CheckedSitting(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3));
        sittings[sitting.Key] = sitting;
        (sitting.Lost, sitting.Outstanding) = (row.GetDecimal(4), row.GetDecimal(5));
    }

    /// <summary>Takes a batch in.</summary>
    public void AddBatch(LedgerRow row) => batches.Add(SqlBatches.Read(row));

    /// <summary>Takes an attempt in.</summary>
    public void AddAttempt(LedgerRow row)
    {
        var entry = SqlAttempt.Read(row);
        counts.Duplicates += keys.Add(entry.Key) ? 0 : 1;
        if (!sittings.TryGetValue(row.GetString(SqlAttempt.Columns.Length), out var sitting))
        {
            counts.WithoutSitting++;
            return;
        }

        sitting.Spent += entry.Reply.Cost ?? 0;
        switch (entry.Reply.Outcome)
        {
            case Outcome.Replied:
                sitting.Replied++;
                break;
            case Outcome.Refused:
                sitting.Refused++;
                break;
            case Outcome.CutOff:
                sitting.CutOff++;
                break;
            case Outcome.Failed:
                sitting.Failed++;
                break;
        }
    }

    /// <summary>Takes a judgement in.</summary>
    public void AddJudgement(LedgerRow row)
    {
        var judgement = SqlJudgement.Read(row);
        if (sittings.TryGetValue(judgement.Sitting, out var sitting))
        {
            sitting.Judgements++;
            sitting.Spent += judgement.Judgement.Reply.Cost ?? 0;
        }
    }

    /// <summary>What was found, with all that was counted.</summary>
    public LedgerCheckup Into(LedgerCheckup found) => found with
    {
        Sittings = [.. sittings.Values.OrderBy(sitting => (sitting.Exam, sitting.Language, sitting.Model))],
        OpenBatches = batches.Count,
        InBatches = batches.Sum(batch => batch.Reserved),
        WithoutSitting = counts.WithoutSitting,
        Duplicates = counts.Duplicates,
        Senseless = counts.Senseless,
        FirstSenseless = firstSenseless,
    };
}

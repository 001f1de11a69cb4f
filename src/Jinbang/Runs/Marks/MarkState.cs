namespace Jinbang.Runs.Marks;

/// <summary>What has become of what a person said of a reply.</summary>
public enum MarkState
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>It counts, but the question had another key when it was given.</summary>
    UnderAnotherKey,

    /// <summary>Something was said later that counts instead.</summary>
    Replaced,

    /// <summary>It took an earlier mark back, and nothing was said since.</summary>
    Withdrawal,

    /// <summary>It counts nowhere: the question was reworded since, or the model has been asked anew.</summary>
    Bygone,

    /// <summary>Its exam was not at hand.</summary>
    Unknown,
}

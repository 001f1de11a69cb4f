namespace Jinbang.Boards.Items;

/// <summary>Why somebody should look at a question.</summary>
public enum ItemConcern
{
    /// <summary>Strong models speak for another answer than the key, or do worse on it than weak ones.</summary>
    SuspectKey,

    /// <summary>Weak models do better on it than strong ones.</summary>
    Negative,

    /// <summary>All models get it: it tells nobody apart.</summary>
    Everyone,

    /// <summary>No model gets it: it tells nobody apart, unless the key is wrong.</summary>
    Nobody,

    /// <summary>No rule read any model's reply.</summary>
    Unread,

    /// <summary>It, or nearly it, is asked elsewhere too.</summary>
    Twin,
}

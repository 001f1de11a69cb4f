namespace Jinbang.Cluster.Pacing;

/// <summary>Speaks with the desk of an account, wherever it is.</summary>
/// <param name="account">What the account is called.</param>
/// <param name="told">What is told and asked.</param>
/// <param name="cancellationToken">Ends the waiting.</param>
internal delegate Task<Granted> Exchange(string account, Told told, CancellationToken cancellationToken);

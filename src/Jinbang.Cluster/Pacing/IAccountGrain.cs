namespace Jinbang.Cluster.Pacing;

/// <summary>The desk of an account, which is somewhere in the cluster; its key is the provider's name.</summary>
internal interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>What a silo has to tell and to ask. A desk that is gone is found out when the time limit ends.</summary>
    [ResponseTimeout("00:00:01")]
    Task<Granted> ExchangeAsync(Told told, CancellationToken cancellationToken);
}

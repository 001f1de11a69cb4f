namespace Jinbang.Runs.Sharing;

/// <summary>What is to be seen of a holder.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Beat">Its last beat.</param>
/// <param name="IsConnected">Whether the connection by which it beats is there.</param>
internal sealed record Sign(long Number, long Beat, bool IsConnected);

namespace Jinbang.Runs.Sharing;

/// <summary>Who writes pages of a run that many work on.</summary>
/// <param name="Holder">The holder's number.</param>
/// <param name="Run">The run.</param>
internal sealed record Share(long Holder, string Run);

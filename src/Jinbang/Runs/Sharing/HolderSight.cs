namespace Jinbang.Runs.Sharing;

/// <summary>A program that has joined those at work. One that died stays until another removes it: whether it lives, only its beat tells.</summary>
/// <param name="Number">Its number, which nobody else ever had or will have.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Version">Of the program; it works on runs that were ordered by the same.</param>
/// <param name="Beat">How often it has shown that it lives; every half second while it does.</param>
/// <param name="UnderWay">Attempts that it has taken and not ended yet.</param>
public sealed record HolderSight(long Number, string Name, string Version, long Beat, long UnderWay);

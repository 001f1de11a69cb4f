namespace Jinbang.Web.Sharing;

/// <summary>A silo of the cluster.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Version">Of its program.</param>
/// <param name="UnderWay">Attempts that it has under way.</param>
/// <param name="QuietSeconds">For how long it has given no sign of life, as this site saw; null while the site has not watched it for long enough to say.</param>
public sealed record SiloReport(string Name, string Version, long UnderWay, double? QuietSeconds);

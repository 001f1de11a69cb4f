namespace Jinbang.Bench.Silos;

/// <summary>What happens to a run.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kill">Seconds between kills on average, each followed by a silo that joins; 0 for none.</param>
/// <param name="Pause">The same between pauses of a process, of up to ten seconds.</param>
/// <param name="Cut">The same between times that one silo does not reach the database, of up to ten seconds.</param>
/// <param name="Outage">The same between times that nobody reaches it.</param>
/// <param name="CapShare">The cap, as a share of what the run may cost at its worst.</param>
internal sealed record Weather(string Name, double Kill, double Pause, double Cut, double Outage, double CapShare);

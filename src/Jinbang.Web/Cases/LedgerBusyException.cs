namespace Jinbang.Web.Cases;

/// <summary>Thrown when another program writes the ledger.</summary>
internal sealed class LedgerBusyException() : Exception("Another program is writing the ledger.");

namespace Jinbang.Runs.Sharing;

/// <summary>What of a run is asked in one sitting.</summary>
/// <param name="Sitting">The sitting's key.</param>
/// <param name="Account">The provider's account that is asked.</param>
/// <param name="Places">Places of its plan.</param>
public sealed record WorkOrder(string Sitting, string Account, int Places);

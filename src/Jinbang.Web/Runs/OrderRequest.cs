namespace Jinbang.Web.Runs;

/// <summary>An order with the plan that it is confirmed by.</summary>
/// <param name="Order">The order.</param>
/// <param name="Plan">The hash of the plan, which <c>/api/runs/plan</c> tells.</param>
internal sealed record OrderRequest(RunOrder Order, string Plan);

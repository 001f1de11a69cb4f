namespace Jinbang.Cluster.Silos;

/// <summary>What whoever watches over a silo asks it.</summary>
internal static class HealthPages
{
    /// <summary>Adds them: <c>/health/live</c> while the process answers at all, <c>/health/ready</c> while the silo takes work.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live");
        app.MapGet("/health/ready", (ISiloStatusOracle silo, Readiness readiness) => silo.CurrentStatus is SiloStatus.Active && readiness.TakesWork
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}

using Jinbang.Runs.Sharing;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Sharing;

/// <summary>The cluster's runs: what forms do, and the JSON interface. A site that shows no cluster has none.</summary>
internal static class ClusterEndpoints
{
    private static (string Name, Func<ClusterOffice, RunSight, string, CancellationToken, Task<bool>> Act)[] Deeds =>
    [
        ("pause", (office, run, by, token) => office.PauseAsync(run, by, token)),
        ("resume", (office, run, by, token) => office.ResumeAsync(run, by, token)),
        ("stop", (office, run, by, token) => office.StopAsync(run, by, token)),
    ];

    /// <summary>Adds what looks at the cluster.</summary>
    public static void AddCluster(this IServiceCollection services) => services.AddSingleton<ClusterOffice>();

    /// <summary>Maps them.</summary>
    public static void MapCluster(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        MapForms(app.MapGroup("/cluster").RequireAuthorization(Policies.Run).ExcludeFromDescription());
        api.MapGet("/cluster", async (ClusterOffice office, CancellationToken cancellationToken) =>
                await office.LookAsync(cancellationToken) is { } report ? TypedResults.Ok(report) : Results.NotFound())
            .RequireAuthorization(Policies.Read)
            .Produces<ClusterReport>()
            .WithSummary("The silos of the cluster, and its latest runs. 404 when the site shows no cluster.");
        MapDeeds(api.MapGroup("/cluster").RequireAuthorization(Policies.Run));
    }

    private static void MapForms(RouteGroupBuilder cluster)
    {
        foreach (var (name, act) in Deeds)
        {
            cluster.MapPost($"/{{id}}/{name}", async (string id, IFormCollection form, ClusterOffice office, Reader reader, CancellationToken cancellationToken) =>
            {
                var run = await office.FindAsync(Addresses.Name(id), cancellationToken);
                if (run is not null)
                {
                    await act(office, run, reader.Name ?? "", cancellationToken);
                }

                return run is null ? Results.NotFound() : new SeeOther(LocalAddress.Of(form["back"].ToString()));
            });
        }
    }

    private static void MapDeeds(RouteGroupBuilder cluster)
    {
        foreach (var (name, act) in Deeds)
        {
            cluster.MapPost($"/{{id}}/{name}", async (string id, ClusterOffice office, Reader reader, CancellationToken cancellationToken) =>
            {
                if (await office.FindAsync(Addresses.Name(id), cancellationToken) is not { } run)
                {
                    return Results.NotFound();
                }

                var isDone = await act(office, run, reader.Name ?? "", cancellationToken);
                var now = await office.FindAsync(run.Id, cancellationToken);
                return isDone ? Results.Ok(now) : Results.Conflict(now);
            }).WithSummary($"Lets a run of the cluster {name}; calls under way are finished and kept. 409 when it is in no state for that.");
        }
    }
}

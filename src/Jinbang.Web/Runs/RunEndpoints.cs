using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>Runs: what forms do, and the JSON interface.</summary>
internal static class RunEndpoints
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Adds what carries runs out.</summary>
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<ModelOffer>().AddSingleton<OrderSessions>().AddSingleton<PlanDesk>().AddSingleton<OrderWork>().AddSingleton<RunOffice>();
        services.AddHostedService(provider => provider.GetRequiredService<RunOffice>());
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            // What is missing, or null where nothing may be, is refused before anybody uses it.
            json.SerializerOptions.RespectNullableAnnotations = json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
    }

    /// <summary>Maps them.</summary>
    public static void MapRuns(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        MapForms(app.MapGroup("/runs").RequireAuthorization(Policies.Run).ExcludeFromDescription());
        MapLooks(api.MapGroup("/runs").RequireAuthorization(Policies.Read));
        MapDeeds(api.MapGroup("/runs").RequireAuthorization(Policies.Run));
    }

    private static void MapForms(RouteGroupBuilder runs)
    {
        runs.MapPost("", async (IFormCollection form, PlanDesk plans, RunOffice office, OpenWorkspace open, Reader reader, CancellationToken cancellationToken) =>
        {
            var order = OrderForm.Read(name => form[name]);
            try
            {
                var id = await BeginAsync(new(order, form["plan"].ToString()), plans, office, reader, cancellationToken);
                return new SeeOther(order.Exams is [var only] && await open.FindAsync(only) is { IsUpload: true } ? $"/select/{only}/result" : $"/runs/{id}");
            }
            catch (BadInputException)
            {
                // The plan's page says what is wrong.
                return new SeeOther($"/runs/plan?{OrderForm.Query(order)}");
            }
        });
        foreach (var (name, act) in Deeds)
        {
            runs.MapPost($"/{{id}}/{name}", (string id, IFormCollection form, RunOffice office, Reader reader) =>
            {
                var order = office.Find(id);
                if (order is not null)
                {
                    act(office, order, reader.Name ?? "");
                }

                return order is null ? Results.NotFound() : new SeeOther(LocalAddress.Of(form["back"].ToString()));
            });
        }
    }

    private static void MapLooks(RouteGroupBuilder runs)
    {
        runs.MapGet("", (RunOffice office) => office.Orders.Select(OrderReport.Of))
            .WithSummary("All runs ordered on the site, the newest first.");
        runs.MapGet("/{id}", (string id, RunOffice office) => office.Find(id) is { } order ? Results.Ok(OrderReport.Of(order)) : Results.NotFound())
            .WithSummary("How far a run has come.");
        runs.MapGet("/{id}/events", (string id, RunOffice office, TimeProvider time, CancellationToken cancellationToken) => office.Find(id) is { } order
                ? TypedResults.ServerSentEvents(EventsAsync(order, time, cancellationToken)) as IResult
                : Results.NotFound())
            .WithSummary("Server-sent events: how far a run has come, each second until it rests.");
    }

    private static void MapDeeds(RouteGroupBuilder runs)
    {
        runs.MapPost("/plan", (RunOrder order, PlanDesk plans, CancellationToken cancellationToken) => plans.PlanAsync(order, cancellationToken))
            .RequireRateLimiting(RateLimits.Expensive)
            .WithSummary("What an order would ask, cost and take; asks nobody. Its hash is what starting the order shows.");
        runs.MapPost("", async (OrderRequest request, PlanDesk plans, RunOffice office, Reader reader, CancellationToken cancellationToken) =>
        {
            var id = await BeginAsync(request, plans, office, reader, cancellationToken);
            return Results.Created($"/api/runs/{id}", new { id });
        }).WithSummary("Starts a run whose plan was told. Refused when it is likely to exceed the budget, unless that is to be spent up to.");
        foreach (var (name, act) in Deeds)
        {
            runs.MapPost($"/{{id}}/{name}", (string id, RunOffice office, Reader reader) => office.Find(id) is not { } order ? Results.NotFound()
                    : act(office, order, reader.Name ?? "") ? Results.Ok(OrderReport.Of(order))
                    : Results.Conflict(OrderReport.Of(order)))
                .WithSummary($"Lets a run {name}; calls under way are finished and kept. 409 when it is in no state for that.");
        }
    }

    private static (string Name, Func<RunOffice, ActiveOrder, string, bool> Act)[] Deeds =>
    [
        ("pause", (office, order, by) => office.Pause(order, by)),
        ("resume", (office, order, by) => office.Resume(order, by)),
        ("stop", (office, order, by) => office.Stop(order, by)),
    ];

    private static async Task<string> BeginAsync(OrderRequest request, PlanDesk plans, RunOffice office, Reader reader, CancellationToken cancellationToken)
    {
        var likely = await plans.ConfirmAsync(request.Order, request.Plan, cancellationToken);
        return office.Begin(request.Order, reader.Name ?? "", likely).Kept.Id;
    }

    private static async IAsyncEnumerable<OrderReport> EventsAsync(ActiveOrder order, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (order.IsAtWork)
        {
            yield return OrderReport.Of(order);
            await Task.Delay(Beat, time, cancellationToken);
        }

        yield return OrderReport.Of(order);
    }
}

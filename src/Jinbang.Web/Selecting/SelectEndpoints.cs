using System.Text;
using Jinbang.Boards.Pages;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;
using Microsoft.AspNetCore.Mvc;

namespace Jinbang.Web.Selecting;

/// <summary>Choosing a model on one's own questions: what forms do, and the JSON interface.</summary>
internal static class SelectEndpoints
{
    // The form's own parts come beside the file.
    private static readonly RequestSizeLimitAttribute Most = new(UploadBounds.MostBytes + (1 << 20));

    /// <summary>Adds the shelf of test sets.</summary>
    public static void AddSelecting(this IServiceCollection services)
    {
        services.AddSingleton<TestSetShelf>().AddSingleton<SelectionResults>();
        services.AddHostedService(provider => provider.GetRequiredService<TestSetShelf>());
    }

    /// <summary>Maps them.</summary>
    public static void MapSelecting(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        app.MapGet("/select/template.{kind}", (string kind, Reader reader) => Template.Of(kind, reader.Language) is var (content, type)
            ? Results.Bytes(content, type, $"test-set.{kind}")
            : Results.NotFound()).ExcludeFromDescription();
        MapForms(app.MapGroup("/select").ExcludeFromDescription());
        MapApi(api.MapGroup("/select"));
    }

    private static void MapForms(RouteGroupBuilder select)
    {
        select.MapPost("", async (IFormFile? file, TestSetShelf shelf, AuditLog audit, Reader reader, CancellationToken cancellationToken) =>
            new SeeOther($"/select/{(await AddAsync(file, shelf, audit, reader, cancellationToken)).Id}")).RequireAuthorization(Policies.Run).RequireRateLimiting(RateLimits.Expensive).WithMetadata(Most);
        select.MapPost("/{id}/delete", (string id, IFormCollection _, TestSetShelf shelf, AuditLog audit, Reader reader) =>
        {
            if (shelf.Find(id) is { } set)
            {
                shelf.Remove(set);
                audit.Record(reader.Name ?? "", "set.delete", new Dictionary<string, object?> { ["set"] = id, ["title"] = set.Title });
            }

            return new SeeOther("/select");
        }).RequireAuthorization(Policies.Run);
        select.MapGet("/{id}/report", async (string id, OpenWorkspace open, SelectionResults results, TimeProvider time, Reader reader, CancellationToken cancellationToken) =>
            await open.FindAsync(id) is { IsUpload: true } entry && await results.FindAsync(entry, reader, cancellationToken) is { } result
                ? Results.Bytes(Encoding.UTF8.GetBytes(ReportPage.Of(Report(result, await results.CasesAsync(entry, cancellationToken), reader, time))), "text/html; charset=utf-8", $"{id}.html")
                : Results.NotFound()).RequireAuthorization(Policies.Read).RequireRateLimiting(RateLimits.Expensive);
    }

    private static void MapApi(RouteGroupBuilder select)
    {
        select.MapGet("", (TestSetShelf shelf) => shelf.All).RequireAuthorization(Policies.Read).WithSummary("The test sets that were uploaded, the newest first.");
        select.MapPost("", async (IFormFile? file, TestSetShelf shelf, AuditLog audit, Reader reader, CancellationToken cancellationToken) =>
        {
            var set = await AddAsync(file, shelf, audit, reader, cancellationToken);
            return set.IsUsable ? Results.Created($"/api/select/{set.Id}", set) : Results.UnprocessableEntity(set);
        }).RequireAuthorization(Policies.Run).RequireRateLimiting(RateLimits.Expensive).DisableAntiforgery().WithMetadata(Most)
            .WithSummary("Uploads a test set (XLSX, CSV, JSONL, YAML); tells everything that is wrong with it, row by row. It is then an exam of the workspace, to be run by its id.");
        select.MapGet("/{id}", async (string id, TestSetShelf shelf, SelectionResults results, OpenWorkspace open, Reader reader, CancellationToken cancellationToken) =>
        {
            var result = await open.FindAsync(id) is { IsUpload: true } entry ? await results.FindAsync(entry, reader, cancellationToken) : null;
            return shelf.Find(id) is { } set ? Results.Ok(new { set, result?.Recommendation }) : Results.NotFound();
        }).RequireAuthorization(Policies.Read).RequireRateLimiting(RateLimits.Expensive).WithSummary("A test set, and the model that its replies so far recommend.");
    }

    private static async Task<TestSet> AddAsync(IFormFile? file, TestSetShelf shelf, AuditLog audit, Reader reader, CancellationToken cancellationToken)
    {
        await using var stream = file?.OpenReadStream() ?? Stream.Null;
        var set = await shelf.AddAsync(stream, file?.FileName ?? "none.csv", reader.Name ?? "", cancellationToken);
        audit.Record(reader.Name ?? "", "set.upload", new Dictionary<string, object?> { ["set"] = set.Id, ["title"] = set.Title, ["questions"] = set.Questions });
        return set;
    }

    private static Report Report(SelectionResult result, IReadOnlyList<ModelCases> cases, Reader reader, TimeProvider time) => new(reader.Language, [new(result.Board with
    {
        Notes = [result.Recommendation.Headline, .. result.Recommendation.Remarks, .. result.Board.Notes],
    })
    {
        Cases = cases,
    }])
    {
        Date = DateOnly.FromDateTime(time.GetLocalNow().Date),
    };
}

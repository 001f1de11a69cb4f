using Jinbang.Web.Access;
using Jinbang.Web.Api;
using Jinbang.Web.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Jinbang.Web.Cases;

/// <summary>Kept replies over the JSON interface, and the form that marks them.</summary>
internal static class CaseEndpoints
{
    private const int MostAtOnce = 100;

    /// <summary>Adds what finds and marks replies.</summary>
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<CaseFollowing>().AddHostedService(known => known.GetRequiredService<CaseFollowing>());
        services.AddScoped<CaseFinder>().AddScoped<CaseMarking>();
    }

    /// <summary>Maps them.</summary>
    public static void MapCases(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        app.MapPost("/cases/{key}/mark", MarkAsync).RequireAuthorization(Policies.Run).ExcludeFromDescription();
        app.MapGet("/cases/{key}/reply.txt", ReplyAsync).RequireAuthorization(Policies.Read).ExcludeFromDescription();
        var cases = api.MapGroup("/cases");
        cases.MapGet("", ListAsync).RequireAuthorization(Policies.Read).RequireRateLimiting(RateLimits.Expensive).WithSummary(
            "Kept replies that have words and pass filters, the latest first; without a verdict, outcome or rule, those that earned less than full points.")
            .WithQuery([.. new CaseAsk().Fields.Select(field => field.Name)]);
        cases.MapGet("/{key}", OneAsync).RequireAuthorization(Policies.Read).WithSummary("A kept reply with its question, grade, judgements and marks.");
        cases.MapPost("/{key}/mark", GiveAsync).RequireAuthorization(Policies.Run).WithSummary(
            "Overrules the verdict on a reply: right, wrong, partial (with points), unreadable or unanswered; withdraw takes a mark back. 409 while another program writes the ledger.");
    }

    private static async Task<IResult> ListAsync(HttpContext context, CaseFinder finder, int? most, CancellationToken cancellationToken)
    {
        var ask = CaseAsk.Of(context.Request.Query);
        var hits = await finder.FindAsync(ask, ask.Page(Math.Clamp(most ?? CaseAsk.PageSize, 1, MostAtOnce)), cancellationToken);
        return Results.Json(CaseAnswers.Of(hits, finder.Progress, await finder.ExamsAsync()));
    }

    private static async Task<IResult> OneAsync(string key, CaseFinder finder, CancellationToken cancellationToken) =>
        await finder.FindAsync(key, cancellationToken) is { } found ? Results.Json(CaseAnswers.Of(found)) : Results.NotFound();

    private static async Task<IResult> ReplyAsync(string key, CaseFinder finder, CancellationToken cancellationToken) =>
        await finder.FindAsync(key, cancellationToken) is { } found
            ? Results.Bytes(System.Text.Encoding.UTF8.GetBytes(found.Entry.Reply.Text), "text/plain; charset=utf-8", $"{found.Hit.Key}.txt")
            : Results.NotFound();

    private static async Task<IResult> GiveAsync(string key, MarkWish wish, CaseMarking marking, CaseFinder finder, Reader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await marking.GiveAsync(key, wish, cancellationToken) is null ? Results.NotFound() : await OneAsync(key, finder, cancellationToken);
        }
        catch (LedgerBusyException)
        {
            return Results.Problem(reader.Say("Another program is writing the ledger; nothing was changed.", "另一个程序正在写账本；未做改动。"), statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static async Task<IResult> MarkAsync(
        string key, [FromForm] string? verdict, [FromForm] string? points, [FromForm] string? reason, [FromForm] string? by, [FromForm] string? withdraw, [FromForm] string? back,
        CaseMarking marking, CancellationToken cancellationToken)
    {
        var isWithdrawal = withdraw is not null;
        var wish = new MarkWish(isWithdrawal ? CaseMarking.Withdraw : verdict, isWithdrawal || verdict != "partial" ? null : points, reason, by);
        var ask = CaseAsk.Of(new QueryCollection(QueryHelpers.ParseQuery(back)));
        return new SeeOther(QueryHelpers.AddQueryString(ask.At($"/cases/{Uri.EscapeDataString(key)}"), "said", await EndAsync()));

        async Task<string> EndAsync()
        {
            try
            {
                return await marking.GiveAsync(key, wish, cancellationToken) switch
                {
                    null => MarkEnd.Refused,
                    { Mark: null } => MarkEnd.Withdrawn,
                    _ => MarkEnd.Kept,
                };
            }
            catch (BadInputException)
            {
                return MarkEnd.Refused;
            }
            catch (LedgerBusyException)
            {
                return MarkEnd.Busy;
            }
        }
    }
}

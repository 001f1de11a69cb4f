using Jinbang.Boards;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>Boards as files and over the JSON interface.</summary>
internal static class BoardEndpoints
{
    /// <summary>Adds what keeps boards.</summary>
    public static void AddBoards(this IServiceCollection services) =>
        services.AddSingleton<BoardMaker>().AddSingleton<BoardShelf>().AddHostedService<BoardWarming>().AddHostedService<GradeKeeping>();

    /// <summary>Maps them.</summary>
    public static void MapBoards(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        var endings = string.Join('|', BoardFile.Kinds.Select(kind => kind.Ending));
        app.MapGet($"/boards/{{name}}.{{ending:regex(^({endings})$)}}", FileAsync).RequireRateLimiting(RateLimits.Expensive).ExcludeFromDescription();
        api.MapGet("/exams", ExamsAsync).WithSummary("The exams of the workspace.");
        api.MapGet("/boards", ListAsync).WithSummary("All boards that are known: exams', strata's, roll-ups and those that others published, with who leads them.");
        api.MapGet("/boards/{name}", (string name, HttpContext context, BoardShelf shelf, Reader reader, CancellationToken cancellationToken) => FileAsync(name, "json", null, null, null, context, shelf, reader, cancellationToken))
            .RequireRateLimiting(RateLimits.Expensive)
            .WithSummary("A board's rows. The query chooses and orders them as on its page: find, house, open, thinks, new, price, max-price, size, where, sort, order; w.PART=WEIGHT moves a roll-up's weights.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ExamsAsync(OpenWorkspace open, Reader reader) => Results.Ok(
        reader.Seen(await open.ExamsAsync()).Select(exam => new { exam.Name, exam.Title, language = exam.Language.Code(), exam.Questions }));

    private static async Task<IResult> ListAsync(BoardShelf shelf, Reader reader, CancellationToken cancellationToken)
    {
        await shelf.WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
        return Results.Ok(new { complete = shelf.IsReady, boards = shelf.For(reader).All.Select(Entry) });
    }

    private static object Entry(ServedBoard served) => new
    {
        served.Name,
        title = new { zh = served.Board.In(Language.Chinese).Title, en = served.Board.In(Language.English).Title },
        kind = served.Kind.ToString().ToLowerInvariant(),
        exam = served.Exam?.Name,
        served.Board.Stratum,
        served.Board.Questions,
        models = served.Board.Rows.Count,
        leaders = served.Board.Leaders.Select(row => row.Model),
        accuracy = served.Board.Leaders.Select(row => row.Accuracy).FirstOrDefault(),
        served.AsOf,
    };

    private static async Task<IResult> FileAsync(
        string name, string ending, string? picture, string? theme, bool? narrow, HttpContext context, BoardShelf shelf, Reader reader, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(name, reader, cancellationToken) is not { } served)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: reader.Say("There is no such board.", "没有这份榜单。"));
        }

        var shown = ShownBoard.Of(served.Board.In(reader.Language), BoardQuery.Of(context.Request.Query));
        try
        {
            return shown.Problem is { } problem
                ? Problem(problem, reader)
                : Results.File(BoardFile.Of(shown.View, ending, new PictureLook(picture, theme, narrow)), BoardFile.Kinds.First(kind => kind.Ending == ending).Type, $"{FileNames.For(served.Name)}.{ending}");
        }
        catch (BadInputException fault)
        {
            return Problem(fault.Problem, reader);
        }
    }

    private static IResult Problem(Phrase problem, Reader reader) => Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: problem.In(reader.Language));
}

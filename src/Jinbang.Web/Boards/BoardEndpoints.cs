using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>Boards over the JSON interface.</summary>
internal static class BoardEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapBoards(this IEndpointRouteBuilder app, RouteGroupBuilder api) =>
        api.MapGet("/exams", async (OpenWorkspace open, Reader reader) => reader.Seen(await open.ExamsAsync()).Select(exam => new { exam.Name, exam.Title, language = exam.Language.Code(), exam.Questions }))
            .WithSummary("The exams of the workspace.");
}

using Jinbang.Boards.Items;
using Jinbang.Grading;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jinbang.Web.Exams;

/// <summary>Exams over the JSON interface.</summary>
internal static class ExamEndpoints
{
    /// <summary>Adds what pages of exams are made from.</summary>
    public static void AddExams(this IServiceCollection services) => services.AddSingleton<AnsweredExams>();

    /// <summary>Maps them.</summary>
    public static void MapExams(this RouteGroupBuilder api)
    {
        api.MapGet("/exams/{name}/items", ItemsAsync).RequireRateLimiting(RateLimits.Expensive)
            .WithSummary("What all models together say of an exam's questions: difficulty, discrimination, suspect keys, reliability. Keys and picks are for who is signed in.");
        api.MapGet("/exams/{name}/questions/{id}", QuestionAsync).RequireAuthorization(Policies.Read).RequireRateLimiting(RateLimits.Expensive)
            .WithSummary("A question with its key, and what was read in each model's reply.");
    }

    private static async Task<IResult> ItemsAsync(string name, string? q, string? stratum, string? flag, string? sort, OpenWorkspace open, AnsweredExams exams, Reader reader)
    {
        if (await open.FindAsync(Addresses.Name(name)) is not { } entry || !reader.MaySee(entry))
        {
            return NoExam();
        }

        var report = await exams.ReportAsync(entry);
        var texts = reader.MayRead ? open.Read(entry).Questions.ToDictionary(question => question.Id) : null;
        var rows = new ItemQuery { Text = q, Stratum = stratum, Flag = flag, Sort = sort }.Of(report, texts);
        return TypedResults.Ok(new
        {
            report.Exam,
            report.Title,
            report.Models,
            report.Reliability,
            notes = report.Notes.Select(note => reader.Say(note.English, note.Chinese)),
            items = rows.Select(row => reader.MayRead ? Whole(row) : Open(row)),
        });
    }

    private static object Whole(ItemRow row) => new
    {
        row.Place,
        row.Question,
        row.Stratum,
        row.Key,
        row.Models,
        row.Difficulty,
        row.Discrimination,
        row.TopLessBottom,
        options = row.Options.Select(option => new { letter = option.Letter.ToString(), option.Picks, option.IsKey }),
        row.Attempts,
        row.Rival,
        row.Margin,
        row.KeyChance,
        row.Suspicion,
        flags = Flags(row),
    };

    private static object Open(ItemRow row) => new
    {
        row.Place,
        row.Question,
        row.Stratum,
        row.Models,
        row.Difficulty,
        row.Discrimination,
        row.TopLessBottom,
        row.Attempts,
        flags = Flags(row),
    };

    private static IEnumerable<string> Flags(ItemRow row) => row.Flags.Select(flag => ItemQuery.Flags.First(known => known.Value == flag).Key);

    private static async Task<IResult> QuestionAsync(
        string name, string id, OpenWorkspace open, AnsweredExams exams, Reader reader, CancellationToken cancellationToken)
    {
        if (await open.FindAsync(Addresses.Name(name)) is not { } entry || !reader.MaySee(entry))
        {
            return NoExam();
        }

        return await QuestionAnswers.ReadAsync(open, exams, entry, Addresses.Name(id), _ => true, cancellationToken) is not { } found
            ? TypedResults.Problem("The exam has no such question, or it was dropped by decision.", statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Ok(new
            {
                exam = entry.Name,
                question = found.Question.Id,
                found.Question.Stratum,
                found.Question.Passage,
                found.Question.Stem,
                options = found.Question.Options.Select(option => new { letter = option.Letter.ToString(), option.Text }),
                key = found.Question.Key.ToString(),
                answers = found.Cases.Select(one => new
                {
                    model = one.Model.Name,
                    one.Entry.Repeat,
                    outcome = GradeWords.Code(one.Entry.Reply.Outcome),
                    verdict = one.Entry.Grade is { } grade ? GradeWords.Code(grade.Verdict) : null,
                    points = one.Entry.Grade?.Points,
                    answer = one.Entry.Grade?.Reading.Answer,
                    rule = one.Entry.Grade?.Reading.Rule,
                }),
            });
    }

    private static ProblemHttpResult NoExam() => TypedResults.Problem("There is no such exam.", statusCode: StatusCodes.Status404NotFound);
}

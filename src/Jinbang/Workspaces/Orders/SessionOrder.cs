using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Workspaces.Orders;

/// <summary>Who is to sit which exams and how, before anything is made ready: what one program can tell another.</summary>
/// <param name="Workspace">How, with what the command line says over the file.</param>
/// <param name="Models">Who sits.</param>
/// <param name="ExamFiles">The exams' files.</param>
public sealed record SessionOrder(Workspace Workspace, IReadOnlyList<WorkspaceModel> Models, IReadOnlyList<string> ExamFiles)
{
    /// <summary>Who judges.</summary>
    public IReadOnlyList<WorkspaceModel> Judges { get; init; } = [];

    /// <summary>The language that exams are read in; null for each exam's first.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether questions that have errors are left out instead of refusing their exam.</summary>
    public bool LeavesOutBad { get; init; }

    /// <summary>How GGUF models answer.</summary>
    public AnswerBy AnswerBy { get; init; }

    /// <summary>Makes exams, models and judges ready.</summary>
    /// <param name="roster">Who makes models ready; the session has it from then on.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Something cannot be used, such as a model without its key.</exception>
    public async Task<ExamSession> OpenAsync(Roster roster, CancellationToken cancellationToken)
    {
        var exams = new ExamShelf(Workspace) { LeavesOutBad = LeavesOutBad }.Read(ExamFiles, Language, everyLanguage: false);
        var candidates = await roster.OpenCandidatesAsync(Models, cancellationToken);
        var judges = await roster.OpenAsync(Judges, cancellationToken);
        return new ExamSession(
            Workspace with { Run = Workspace.Run with { Judges = judges } }, [.. exams.Select(exam => new Examination(exam, candidates))], roster)
        {
            Order = Pinned(candidates, judges),
        };
    }

    /// <summary>The order with the hosts that were chosen by the keys that are here: elsewhere there may be others.</summary>
    private SessionOrder Pinned(IReadOnlyList<Candidate> candidates, IReadOnlyList<Candidate> judges) => this with
    {
        Models = Pinned(Models, candidates),
        Judges = Pinned(Judges, judges),
    };

    private static IReadOnlyList<WorkspaceModel> Pinned(IReadOnlyList<WorkspaceModel> named, IReadOnlyList<Candidate> opened) =>
        [.. named.Zip(opened, (model, ready) => model with { Provider = ready.Examinee.Model.Provider })];
}

using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Collects what is wrong with one question.</summary>
internal sealed class Findings(DraftQuestion draft, List<Problem> problems)
{
    /// <summary>Whether anything found makes the question unusable.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Names another place: its line alone when it is in the same file and sheet.</summary>
    public Phrase Elsewhere(SourcePlace place) => place.File == draft.Place.File
        ? new($"line {place.Line}", $"第 {place.Line} 行")
        : new($"{place}", $" {place} ");

    public void Warn(string english, string chinese) =>
        problems.Add(new Problem(Severity.Warning, draft.Place, draft.Id, new Phrase(english, chinese)));

    public void Fail(string english, string chinese) => Fail(new Fault(draft.Place.Line, new Phrase(english, chinese)));

    public void Fail(Fault fault)
    {
        HasErrors = true;
        problems.Add(new Problem(Severity.Error, draft.Place with { Line = fault.Line }, draft.Id, fault.What));
    }
}

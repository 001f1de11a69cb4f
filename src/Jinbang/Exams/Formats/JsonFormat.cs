using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>A layout of JSON Lines and JSON arrays: one question a row.</summary>
internal abstract class JsonFormat : ExamFormat
{
    /// <inheritdoc/>
    public sealed override bool Recognises(ExamFile file) => file.Shape is { } shape && Recognises(shape);

    /// <inheritdoc/>
    public sealed override DraftExam Read(ExamFile file, Language? language, List<Problem> problems) =>
        new(JsonRows.Read(file.Bytes).Select(row => Draft(file.Path, row)));

    /// <summary>Whether rows with these fields are laid out in this way.</summary>
    protected abstract bool Recognises(JsonShape shape);

    /// <summary>Fills in what the layout says beside place and id.</summary>
    /// <exception cref="FormatException">A text cannot be read; the message says where it breaks.</exception>
    protected abstract DraftQuestion Fill(DraftQuestion draft, JsonElement row);

    private DraftQuestion Draft(string path, JsonRow row)
    {
        var draft = new DraftQuestion(new SourcePlace(path, row.Line), DraftQuestion.Number(row.Ordinal));
        if (row.Fault is { } fault)
        {
            return draft with { Faults = [new Fault(row.Line, fault)] };
        }

        try
        {
            draft = draft with { Id = JsonText.Of(row.Element, "id") ?? JsonText.Of(row.Element, "question_id") ?? draft.Id };
            return Fill(draft, row.Element);
        }
        catch (FormatException error)
        {
            return draft with { Faults = [new Fault(row.Line, Unreadable(error))] };
        }
    }

    private static Phrase Unreadable(FormatException error) => new(
        $"A text of the row, or its options written as a Python literal, cannot be read ({error.Message}).",
        $"该行的文字或以 Python 字面量书写的选项无法读取（{error.Message}）。");
}

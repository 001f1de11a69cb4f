using System.Globalization;
using Jinbang.Exams.Drafts;
using Jinbang.Exams.Instructions;

namespace Jinbang.Exams.Checks;

/// <summary>Turns a draft instruction into an instruction, and reports what is wrong with its id and arguments.</summary>
internal sealed class InstructionCheck(Findings findings)
{
    private const int Largest = 1_000_000;

    /// <summary>The instruction, or null when it cannot be used.</summary>
    public Instruction? Read(DraftInstruction draft)
    {
        // Collections in several languages put the language's code first; which variant counts is the exam's to say.
        var id = draft.Id?.Trim() ?? "";
        var name = id.StartsWith("en:", StringComparison.Ordinal) || id.StartsWith("zh:", StringComparison.Ordinal) ? id[3..] : id;
        if (InstructionForm.Find(name) is not { } kind)
        {
            ReportUnknown(draft.Line, id, name);
            return null;
        }

        var form = InstructionForm.Of(kind);
        ReportStrangers(draft, form);
        var instruction = new Instruction(kind);
        foreach (var parameter in form.Parameters)
        {
            instruction = With(instruction, parameter, draft);
        }

        return findings.HasErrors ? null : instruction;
    }

    private Instruction With(Instruction instruction, InstructionParameter parameter, DraftInstruction draft)
    {
        var values = draft.Arguments.GetValueOrDefault(parameter.Name) ?? [];
        if (values.Count == 0 && parameter.Kind is not ParameterKind.WordsOrUsual)
        {
            Fail(draft, new($"lacks {parameter.Name}", $"缺少 {parameter.Name}"));
            return instruction;
        }

        if (values.Any(string.IsNullOrWhiteSpace))
        {
            Fail(draft, new($"has an empty {parameter.Name}", $"的 {parameter.Name} 有空值"));
            return instruction;
        }

        var trimmed = values.Select(value => value.Trim()).ToList();
        return parameter.Kind switch
        {
            ParameterKind.Words or ParameterKind.WordsOrUsual => instruction with { Words = trimmed },
            ParameterKind.Text => instruction with { Text = One(draft, parameter, trimmed, _ => true, new("one text", "一段文字")) },
            ParameterKind.Letter => instruction with { Text = One(draft, parameter, trimmed, IsLetter, new("one letter", "一个字符")) },
            ParameterKind.LanguageCode => instruction with
            {
                Text = One(draft, parameter, trimmed, LanguageCodes.All.Contains, new("a language's code such as fr or zh", "fr、zh 这样的语言代码")),
            },
            ParameterKind.Relation => instruction with { Relation = Relation(draft, parameter, trimmed) },
            ParameterKind.Count => instruction with { Count = Number(draft, parameter, trimmed, 0) },
            ParameterKind.Place => instruction with { Place = Number(draft, parameter, trimmed, 1) },
        };
    }

    private CountRelation Relation(DraftInstruction draft, InstructionParameter parameter, List<string> values) =>
        One(draft, parameter, values, value => value is "at least" or "less than", new("\"at least\" or \"less than\"", "“at least”（至少）或“less than”（少于）")) == "less than"
            ? CountRelation.LessThan
            : CountRelation.AtLeast;

    private int Number(DraftInstruction draft, InstructionParameter parameter, List<string> values, int least)
    {
        var number = 0;
        One(
            draft,
            parameter,
            values,
            value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= Largest,
            new($"a whole number from {least} to {Largest}", $"{least} 到 {Largest} 的整数"));
        return number;
    }

    private string One(DraftInstruction draft, InstructionParameter parameter, List<string> values, Func<string, bool> isGood, Phrase expected)
    {
        if (values is [var value] && isGood(value))
        {
            return value;
        }

        var written = string.Join(", ", values);
        Fail(draft, new(
            $"has {parameter.Name} \"{written}\", but it must be {expected.English}",
            $"的 {parameter.Name} 为“{written}”，应为{expected.Chinese}"));
        return "";
    }

    private void ReportStrangers(DraftInstruction draft, InstructionForm form)
    {
        var known = form.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var stranger in draft.Arguments.Keys.Except(known))
        {
            var takes = known.Count == 0 ? new Phrase("it takes none", "它没有参数") : new Phrase($"it takes {string.Join(", ", known)}", $"可用：{string.Join("、", known)}");
            Fail(draft, new($"has the unknown argument {stranger}; {takes.English}", $"有未知的参数 {stranger}；{takes.Chinese}"));
        }
    }

    private void ReportUnknown(int line, string id, string name)
    {
        var near = Spelling.Nearest(name, [.. InstructionForm.Ids]);
        findings.Fail(new Fault(line, new(
            $"The instruction \"{id}\" is not known" + (near is null ? "; docs/exam-format.md lists them." : $"; did you mean {near}?"),
            $"指令“{id}”无法识别" + (near is null ? "；docs/exam-format.md 列有全部指令。" : $"；是否想写 {near}？"))));
    }

    private void Fail(DraftInstruction draft, Phrase what) =>
        findings.Fail(new Fault(draft.Line, new($"The instruction {draft.Id} {what.English}.", $"指令 {draft.Id} {what.Chinese}。")));

    private static bool IsLetter(string text) => text.EnumerateRunes().Count() == 1;
}

using System.Buffers;
using Jinbang.Exams.Drafts;
using Jinbang.Exams.Instructions;

namespace Jinbang.Exams.Checks;

/// <summary>Reads what counts as right, and settles the kind of question where the file does not state it.</summary>
internal static class KeyCheck
{
    private static readonly SearchValues<char> FormulaMarks = SearchValues.Create("\\^√π∞");

    /// <summary>The kind and its key, or null when the key cannot be used.</summary>
    public static (QuestionKind Kind, AnswerKey Key)? Read(DraftQuestion draft, IReadOnlyList<Option> options, Findings findings)
    {
        if (RubricCheck.Concerns(draft))
        {
            return RubricCheck.Read(draft, findings);
        }

        // "nan" is how pandas writes an empty cell.
        var key = draft.Key.Select(part => part.Trim()).Where(part => part is not ("" or "nan" or "NaN")).ToList();
        if (key.Count == 0 && draft.Instructions.Count == 0)
        {
            findings.Fail("The question has no key (answer).", "题目没有答案。");
            return null;
        }

        var kind = KindOf(draft, key);
        WarnOfNumberFields(draft, kind, findings);
        RefuseStrayInstructions(draft, kind, findings);
        return kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice => ChoiceKey.Read(draft, key, options, findings),
            QuestionKind.TrueFalse => Truth(key, findings) is { } truth ? (kind, truth) : null,
            QuestionKind.Number => Number(draft, key, findings) is { } number ? (kind, number) : null,
            QuestionKind.ShortText => Text(draft, key, findings) is { } text ? (kind, text) : null,
            QuestionKind.Instructions => Instructions(draft, key, findings) is { } instructions ? (kind, instructions) : null,
            QuestionKind.Open => RubricCheck.Read(draft, findings),
            QuestionKind.Expression => Expression(draft, key, findings) is { } expression ? (kind, expression) : null,
            QuestionKind.List => ListCheck.Read(draft, key, findings) is { } list ? (kind, list) : null,
        };
    }

    private static QuestionKind KindOf(DraftQuestion draft, List<string> key)
    {
        // A bank of true-or-false questions with the options "true" and "false" is answered by letter.
        var stated = draft.Kind is QuestionKind.TrueFalse && draft.Options.Count > 0 ? QuestionKind.SingleChoice : draft.Kind;
        return stated ?? (draft.Options.Count, key) switch
        {
            _ when draft.Instructions.Count > 0 => QuestionKind.Instructions,
            ( > 0, _) => QuestionKind.SingleChoice,
            (_, [var word]) when TruthWords.AreClear(word) => QuestionKind.TrueFalse,
            (_, [var number]) when Numbers.TryRead(number, out _) => QuestionKind.Number,
            (_, [var formula]) when formula.AsSpan().ContainsAny(FormulaMarks) => QuestionKind.Expression,
            _ => QuestionKind.ShortText,
        };
    }

    private static TruthKey? Truth(List<string> key, Findings findings)
    {
        if (key is [var word] && TruthWords.Find(word) is { } isTrue)
        {
            return new TruthKey(isTrue);
        }

        var written = string.Join(", ", key);
        findings.Fail(
            $"The key \"{written}\" is neither true nor false; write true or false.",
            $"答案“{written}”既非正确也非错误；请写 true（正确）或 false（错误）。");
        return null;
    }

    private static NumberKey? Number(DraftQuestion draft, List<string> key, Findings findings)
    {
        RefuseOptions(draft, findings);
        if (key is not [var written] || !Numbers.TryRead(written, out var value))
        {
            var joined = string.Join(", ", key);
            findings.Fail(
                $"The key \"{joined}\" is not a number; write digits with a point, such as 12.5.",
                $"答案“{joined}”不是数；请用数字和小数点书写，如 12.5。");
            return null;
        }

        decimal tolerance = 0;
        if (draft.Tolerance is { } text && !Numbers.TryReadTolerance(text, value, out tolerance))
        {
            findings.Fail(
                $"The tolerance \"{text}\" is neither a number from 0 up nor a share such as 2%.",
                $"误差“{text}”既不是非负的数，也不是 2% 这样的比例。");
        }

        return new NumberKey(value, tolerance, draft.Unit);
    }

    private static TextKey? Text(DraftQuestion draft, List<string> key, Findings findings)
    {
        RefuseOptions(draft, findings);
        return new TextKey(key);
    }

    private static InstructionsKey? Instructions(DraftQuestion draft, List<string> key, Findings findings)
    {
        RefuseOptions(draft, findings);
        if (key.Count > 0)
        {
            findings.Fail(
                "A question of the kind instructions has a list of instructions in place of a key.", "指令题（instructions）只有指令列表，没有答案。");
        }

        var check = new InstructionCheck(findings);
        var instructions = draft.Instructions.Select(check.Read).ToList();
        return findings.HasErrors ? null : new InstructionsKey([.. instructions.OfType<Instruction>()]);
    }

    private static ExpressionKey Expression(DraftQuestion draft, List<string> key, Findings findings)
    {
        RefuseOptions(draft, findings);
        return new ExpressionKey(key);
    }

    private static void RefuseOptions(DraftQuestion draft, Findings findings)
    {
        if (draft.Options.Count > 0)
        {
            findings.Fail(
                "A question of this kind has no options; take them out, or state the kind single or multiple.",
                "这种题型没有选项；请删去选项，或把题型改为 single（单选）或 multiple（多选）。");
        }
    }

    private static void RefuseStrayInstructions(DraftQuestion draft, QuestionKind kind, Findings findings)
    {
        if (kind is not QuestionKind.Instructions && draft.Instructions.Count > 0)
        {
            findings.Fail(
                "Only a question of the kind instructions has instructions.", "只有指令题（instructions）可以有 instructions。");
        }
    }

    private static void WarnOfNumberFields(DraftQuestion draft, QuestionKind kind, Findings findings)
    {
        if (kind is not QuestionKind.Number && (draft.Tolerance ?? draft.Unit) is not null)
        {
            findings.Warn(
                "Tolerance and unit count for questions of the kind number only.", "误差和单位只用于数值题（number）。");
        }
    }
}

using System.Collections.Frozen;

namespace Jinbang.Exams.Formats;

/// <summary>The headings that columns go by, in Chinese and English, without spaces, hyphens and underscores.</summary>
internal static class TableColumnNames
{
    private static readonly FrozenDictionary<string, TableColumn> Known = new (TableColumn Column, string[] Names)[]
    {
        (TableColumn.Id, ["id", "questionid", "编号", "题号", "序号"]),
        (TableColumn.Kind, ["kind", "type", "questiontype", "题型"]),
        (TableColumn.Stem, ["question", "stem", "题干", "题目", "问题", "试题"]),
        (TableColumn.Passage, ["passage", "材料"]),
        (TableColumn.Options, ["options", "选项"]),
        (TableColumn.Key, ["answer", "key", "correctanswer", "答案", "正确答案", "参考答案"]),
        (TableColumn.Tolerance, ["tolerance", "误差"]),
        (TableColumn.Unit, ["unit", "单位"]),
        (TableColumn.Weight, ["weight", "points", "分值"]),
        (TableColumn.Stratum, ["subject", "stratum", "category", "科目", "章节", "学科"]),
        (TableColumn.Topic, ["topic", "知识点"]),
        (TableColumn.Explanation, ["explanation", "analysis", "解析", "答案解析"]),
    }.SelectMany(column => column.Names.Select(name => (name, column.Column))).ToFrozenDictionary(pair => pair.name, pair => pair.Column);

    /// <summary>What a column of this name holds, or null.</summary>
    public static TableColumn? Find(string name) => Known.TryGetValue(name, out var column) ? column : null;
}

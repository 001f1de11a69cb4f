using Jinbang.Exams.Drafts;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>Reads one question of a YAML exam.</summary>
internal sealed class YamlQuestion(string path, Language language, IReadOnlyDictionary<string, YamlNode> passages)
{
    private static readonly string[] Fields =
    [
        "id", "kind", "stratum", "topic", "passage", "stem", "options",
        "key", "ordered", "instructions", "tolerance", "unit", "weight", "explanation",
        "rubric", "reference",
    ];

    private readonly List<Fault> faults = [];

    public DraftQuestion Read(YamlNode node, int ordinal)
    {
        var draft = new DraftQuestion(new SourcePlace(path, YamlFields.Line(node)), DraftQuestion.Number(ordinal)) { Faults = faults };
        if (node is YamlMappingNode map)
        {
            return Read(draft, new YamlFields(map, Fields, language, faults), map);
        }

        faults.Add(new Fault(draft.Place.Line, new("A question must have fields such as id, stem and key.", "每道题应有 id、stem、key 等字段。")));
        return draft;
    }

    private DraftQuestion Read(DraftQuestion draft, YamlFields fields, YamlMappingNode map)
    {
        var passage = fields.Text("passage");
        return draft with
        {
            Id = Id(fields, map) ?? draft.Id,
            Kind = Kind(fields),
            Stem = fields.Text("stem"),
            Options = [.. fields.Map("options").Select(option => new DraftOption(option.Key, fields.Text(option.Value, $"option {option.Key}")))],
            Key = fields.Node("key") is { } key ? fields.Texts(key, "key") : [],
            Instructions = [.. fields.List("instructions").Select(node => YamlInstruction.Read(node, fields))],
            Rubric = [.. fields.List("rubric").Select(node => YamlRubric.Read(node, fields))],
            Reference = fields.Text("reference"),
            Tolerance = fields.Text("tolerance"),
            Unit = fields.Text("unit"),
            IsOrdered = fields.Text("ordered"),
            Weight = fields.Text("weight"),
            Stratum = fields.Text("stratum"),
            Topic = fields.Text("topic"),
            Passage = Passage(fields, passage),
            Cluster = passage,
            Explanation = fields.Text("explanation"),
        };
    }

    private static string? Id(YamlFields fields, YamlMappingNode map)
    {
        var id = fields.Text("id");
        if (id is null)
        {
            fields.Fail(map, new("The question has no id.", "题目没有 id。"));
        }

        return id;
    }

    private static QuestionKind? Kind(YamlFields fields)
    {
        if (fields.Text("kind") is not { } word)
        {
            return null;
        }

        var kind = KindWords.Find(word);
        if (kind is null)
        {
            fields.Fail(fields.Node("kind")!, KindWords.Unknown(word));
        }

        return kind;
    }

    private string? Passage(YamlFields fields, string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (passages.TryGetValue(name, out var node))
        {
            return fields.Text(node, $"passage {name}");
        }

        fields.Fail(fields.Node("passage")!, new($"The passage \"{name}\" is not among the file's passages.", $"passages 中没有“{name}”。"));
        return null;
    }
}

using Jinbang.Boards;
using Jinbang.Boards.Taxonomies;
using Jinbang.Tests.Boards.Rollups;
using Json.Schema;

namespace Jinbang.Tests.Boards.Taxonomies;

public sealed class TaxonomyFileTests
{
    private static readonly Taxonomy Standard = TaxonomyFile.Read(TaxonomyFile.Standard);

    [Fact]
    public void The_programs_own_has_the_seven_domains_and_the_public_weights()
    {
        Assert.Equal([("专业能力", 0.3), ("通用能力", 0.7)], Standard.Root.Parts.Select(part => (part.Name.Chinese, part.Weight)));
        Assert.Equal(
            ["教育", "医疗与心理健康", "金融", "法律与行政公务", "推理与数学计算", "语言与指令遵从", "agent与工具调用"],
            Standard.Root.Parts.SelectMany(part => part.Parts).Select(domain => domain.Name.Chinese));
        Assert.Equal(0.754, Standard.Find("agent")!.StandIn!.Factor);
    }

    [Theory]
    [InlineData("computer_network_val", "大学理工农")]
    [InlineData("physician_test", "执业资格综合")]
    [InlineData("accountant_dev", "财务")]
    [InlineData("agronomy", "大学理工农")]
    [InlineData("cmmlu-jurisprudence", "律师资格考试")]
    [InlineData("jec-qa-kd", "律师资格考试")]
    [InlineData("gaokao-mathqa", "高考")]
    [InlineData("aqua-rat", "高中奥数")]
    [InlineData("规培结业-医学影像科", "医技")]
    [InlineData("TAU-airline", "TAU")]
    [InlineData("my-cmexam-2", "执业资格综合")]
    public void Exams_of_the_common_banks_have_their_field(string exam, string field)
    {
        var board = new Board(exam, Language.Chinese, []);
        Assert.Equal([field], Standard.Root.All.Where(node => node.Exams.Any(pattern => pattern.Stratum is null && Standard.Means(pattern.Exam, board))).Select(node => node.Name.Chinese));
    }

    [Fact]
    public void Every_subject_of_the_published_banks_has_a_field()
    {
        var cmb = new Board("cmb-test", Language.Chinese, []);
        var strata = Standard.StrataOf(cmb).ToHashSet();
        var subjects = File.ReadLines(SharedData.Path("banks/cmb/taxonomy_counts.csv")).Skip(1).Select(line => line.Split(',')[2]);
        var files = new[] { "banks/cmmlu/test", "banks/agieval" }.SelectMany(folder => Directory.GetFiles(SharedData.Path(folder))).Select(Path.GetFileNameWithoutExtension);

        Assert.DoesNotContain(subjects, subject => !strata.Contains(subject));
        Assert.DoesNotContain(files, file => !Standard.Root.All.SelectMany(node => node.Exams).Any(exam => Standard.Means(exam.Exam, new Board(file!, Language.Chinese, []))));
    }

    [Theory]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nexams: [x]\nrul: mean", "t.yaml, line 4: unknown key 'rul'; did you mean 'rule'?.")]
    [InlineData("id: a\nname: { zh: 甲 }\nexams: [x]", "t.yaml, line 2: 'en' is missing.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }", "t.yaml, line 1: 'parts' is missing.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nrule: median\nexams: [x]", "t.yaml, line 3: 'rule' is 'median', but should be one of mean, weights, pooled.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nparts:\n- id: a\n  name: { zh: 乙, en: B }\n  exams: [x]", "t.yaml, line 4: 'id' is 'a', but should be an id that no other part has.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nrule: weights\nexams: [{ exam: x, weight: 0 }]", "t.yaml, line 3: 'rule' is 'weights', but should be another rule, or weights above 0.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nexams: [{ exam: x, weight: -1 }]", "t.yaml, line 3: 'weight' is '-1', but should be a number that is not negative.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nexams: [x]\nexclude: [{ exam: x }]", "t.yaml, line 4: 'reason' is missing.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nexams: [x]\nexclude: [{ reason: no }]", "t.yaml, line 4: 'exam' is missing.")]
    [InlineData("id: a\nname: { zh: 甲, en: A }\nexams: [x]\nstand-in: { factor: 1, of: [b] }", "t.yaml, line 4: 'stand-in' is 'b', but should be made of ids of other parts, which have no stand-in themselves.")]
    [InlineData("", "t.yaml is empty: a taxonomy needs at least id, name and parts.")]
    [InlineData("- a", "t.yaml, line 1: expected 'key: value' lines.")]
    public void A_faulty_one_is_refused_with_its_line(string yaml, string problem) =>
        Assert.Equal(problem, Assert.Throws<BadInputException>(() => TaxonomyFile.Parse(new StringReader(yaml), "t.yaml")).Message);

    [Fact]
    public void The_schema_takes_what_the_reader_takes()
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Checkout(), "docs", "taxonomy.schema.json")));
        var standard = File.ReadAllText(Path.Combine(Checkout(), "src", "Jinbang", "Boards", "Taxonomies", "standard.yaml"));

        Assert.True(YamlSchema.Accepts(schema, standard));
        Assert.True(YamlSchema.Accepts(schema, SmallFamily.Yaml));
        Assert.False(YamlSchema.Accepts(schema, SmallFamily.Yaml.Replace("weight:", "wait:", StringComparison.Ordinal)));
        Assert.False(YamlSchema.Accepts(schema, "id: a\nname: { zh: 甲, en: A }"));
    }

    [Theory]
    [InlineData("education=2,金融=1", 2)]
    [InlineData("教育＝2，x=0.5", 2)]
    public void A_total_of_ones_own_is_of_the_named_parts_only(string text, int parts)
    {
        var own = OwnWeights.Of(text, Standard, [new Board("x", Language.Chinese, [])]);

        Assert.Equal(parts, own.Root.Parts.Count + own.Root.Exams.Count);
        Assert.Equal((CombinationRule.Weights, 2.0), (own.Root.Rule, own.Root.Parts[0].Weight));
    }

    [Theory]
    [InlineData("")]
    [InlineData("教育")]
    [InlineData("教育=x")]
    [InlineData("教育=-1")]
    [InlineData("教育=0")]
    [InlineData("教育=1,教育=2")]
    [InlineData("educaton=1")]
    public void Weights_that_make_no_sense_are_refused(string text) =>
        Assert.Throws<BadInputException>(() => OwnWeights.Of(text, Standard, []));

    private static string Checkout([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}

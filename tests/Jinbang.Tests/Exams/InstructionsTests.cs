using Jinbang.Exams;
using Jinbang.Exams.Instructions;
using Jinbang.Grading.Instructions;

namespace Jinbang.Tests.Exams;

public sealed class InstructionsTests
{
    private const string Yaml = """
        exam: follow
        following: loose
        questions:
          - id: a
            stem: {zh: 写一首关于月亮的诗。, en: Write a poem about the moon.}
            instructions:
              - rule: keywords:existence
                keywords: {zh: [月亮, 潮水], en: moon}
              - rule: en:length_constraints:number_words
                relation: less than
                num_words: 300
              - punctuation:no_comma
        """;

    [Theory]
    [InlineData(Language.Chinese, "zh loose: keywords:existence keywords=\"月亮\" keywords=\"潮水\"; ")]
    [InlineData(Language.English, "en loose: keywords:existence keywords=\"moon\"; ")]
    public void Instructions_of_a_YAML_exam_are_read_in_its_language(Language language, string start)
    {
        var reading = ExamText.Read(Yaml, language: language);

        Assert.Empty(reading.Problems);
        var question = Assert.Single(reading.Exam!.Questions);
        Assert.Equal(QuestionKind.Instructions, question.Kind);
        Assert.Equal(
            start + "length_constraints:number_words relation=\"less than\" num_words=\"300\"; punctuation:no_comma", question.Key.ToString());
    }

    [Fact]
    public void IFEval_s_layout_is_read()
    {
        var reading = ExamText.Read("""
            {"key": 7, "prompt": "Say hello.", "instruction_id_list": ["en:startend:end_checker", "change_case:english_lowercase"], "kwargs": [{"end_phrase": "Bye.", "num_words": null}, null]}
            {"key": 8, "prompt": "Say it twice.", "instruction_id_list": ["keywords:frequency"], "kwargs": [{"relation": "at least", "keyword": "it", "frequency": 2}]}
            """);

        Assert.Empty(reading.Problems);
        Assert.Equal("IFEval JSON", reading.Format);
        Assert.Equal(
            [
                "7: en strict: startend:end_checker end_phrase=\"Bye.\"; change_case:english_lowercase",
                "8: en strict: keywords:frequency keyword=\"it\" relation=\"at least\" frequency=\"2\"",
            ],
            reading.Exam!.Questions.Select(question => $"{question.Id}: {question.Key}"));
    }

    [Theory]
    [InlineData("- rule: keywords:existance\n  keywords: x", "\"keywords:existance\" is not known; did you mean keywords:existence?")]
    [InlineData("- rule: keywords:existence", "keywords:existence lacks keywords.")]
    [InlineData("- rule: keywords:existence\n  keywords: [x, '']", "has an empty keywords")]
    [InlineData("- rule: punctuation:no_comma\n  number: 3", "has the unknown argument number; it takes none.")]
    [InlineData("- rule: detectable_format:number_bullet_lists\n  bullets: 3", "has the unknown argument bullets; it takes num_bullets.")]
    [InlineData("- rule: detectable_format:number_bullet_lists\n  num_bullets: three", "num_bullets \"three\", but it must be a whole number from 0")]
    [InlineData("- rule: detectable_format:number_bullet_lists\n  num_bullets: -1", "num_bullets \"-1\", but it must be a whole number from 0")]
    [InlineData("- rule: detectable_format:number_bullet_lists\n  num_bullets: [1, 2]", "num_bullets \"1, 2\", but it must be")]
    [InlineData("- rule: keywords:letter_frequency\n  letter: ab\n  let_relation: at least\n  let_frequency: 1", "letter \"ab\", but it must be one letter")]
    [InlineData("- rule: length_constraints:number_words\n  relation: at most\n  num_words: 9", "relation \"at most\", but it must be \"at least\" or")]
    [InlineData("- rule: language:response_language\n  language: klingon", "language \"klingon\", but it must be a language's code")]
    [InlineData("- keywords: [x]", "does not name its rule")]
    [InlineData("- punctuation:no_comma\nkey: A", "has a list of instructions in place of a key")]
    [InlineData("- punctuation:no_comma\nkind: text\nkey: A", "Only a question of the kind instructions has instructions.")]
    [InlineData("- punctuation:no_comma\noptions: {A: x, B: y}", "has no options")]
    public void What_is_wrong_with_an_instruction_is_an_error_with_its_line(string fields, string what)
    {
        var reading = ExamText.Question("stem: Write.\ninstructions:\n" + fields);

        Assert.Null(reading.Exam);
        Assert.Contains(reading.Problems, problem => problem.What.English.Contains(what, StringComparison.Ordinal)
            && problem.Question == "q1" && problem.Place.Line is >= 3 and <= 9 && problem.What.English != problem.What.Chinese);
    }

    [Theory]
    [InlineData("""{"key":1,"prompt":"Say.","instruction_id_list":["punctuation:no_comma","startend:quotation"],"kwargs":[{}]}""", "2 ids in instruction_id_list but 1 entries in kwargs")]
    [InlineData("""{"key":1,"prompt":"Say.","instruction_id_list":["ja:kana:none"],"kwargs":[{}]}""", "\"ja:kana:none\" is not known")]
    [InlineData("""{"key":1,"prompt":"Say.","instruction_id_list":[],"kwargs":[]}""", "has no key")]
    [InlineData("""{"key":1,"prompt":"Say.","instruction_id_list":["keywords:existence"],"kwargs":[{"keywords":["x"],"keywords":[]}]}""", "lacks keywords")]
    public void A_bad_row_of_IFEval_s_layout_is_an_error_with_its_line(string row, string what)
    {
        var reading = ExamText.Read("""{"key":0,"prompt":"Go.","instruction_id_list":["punctuation:no_comma"],"kwargs":[{}]}""" + "\n" + row);

        Assert.Single(reading.Exam!.Questions);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(2, problem.Place.Line);
        Assert.Contains(what, problem.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Following_is_strict_or_loose()
    {
        var problem = Assert.Single(ExamText.Read(Yaml.Replace("loose", "lax", StringComparison.Ordinal), language: Language.English).Problems);

        Assert.Equal(2, problem.Place.Line);
        Assert.Equal("following is \"lax\"; write strict or loose.", problem.What.English);
    }

    [Fact]
    public void Every_language_that_can_be_asked_for_is_told_from_English() => Assert.All(LanguageCodes.All, code =>
        Assert.Equal((code, true, code == "en"), (code, IsIn(code, Spoken[code]), IsIn("en", Spoken[code]))));

    [Fact]
    public void Arguments_are_told_apart_in_a_key() => Assert.NotEqual(
        new InstructionsKey([new(InstructionKind.ForbiddenWords) { Words = ["a", "b"] }]).ToString(),
        new InstructionsKey([new(InstructionKind.ForbiddenWords) { Words = ["a\" forbidden_words=\"b"] }]).ToString());

    private static bool IsIn(string code, string text) =>
        InstructionRules.Follows(new(InstructionKind.ResponseLanguage) { Text = code }, text, Language.English, isLoose: false);

    private static readonly Dictionary<string, string> Spoken = new()
    {
        ["af"] = "Hierdie huis is nie vir die kind wat met sy hond speel nie.",
        ["ar"] = "هذا البيت الذي في المدينة كان من أجمل البيوت.",
        ["bg"] = "Това е къщата на моя брат, която ще бъде продадена.",
        ["bn"] = "এটি আমার বাড়ি।",
        ["ca"] = "La casa és molt gran però també és una mica vella.",
        ["cs"] = "Tento dům je starý, ale také se mi líbí, protože který jiný by byl.",
        ["cy"] = "Mae hi wedi bod yn oer hefyd ond ar y bryn fel hyn.",
        ["da"] = "Jeg har ikke set ham efter han kom ud af huset, og nu skal vi også gå.",
        ["de"] = "Das Haus ist nicht groß, aber es hat einen Garten.",
        ["el"] = "Το σπίτι μου είναι μικρό.",
        ["en"] = "The house is not large but it has a garden.",
        ["es"] = "La casa no es grande pero tiene un jardín muy bonito.",
        ["et"] = "See maja ei ole suur, aga kõik on hea ja ma olen siin nii kui oma kodus.",
        ["fa"] = "این خانه بزرگ است و با آن می‌توان زندگی کرد.",
        ["fi"] = "Talo ei ole suuri, mutta se on hyvä, ja hän on siitä iloinen.",
        ["fr"] = "La maison n'est pas très grande mais elle est à nous.",
        ["gu"] = "આ મારું ઘર છે.",
        ["he"] = "זה הבית שלי.",
        ["hi"] = "यह घर बहुत बड़ा नहीं है लेकिन मैं यहाँ खुश हूँ।",
        ["hr"] = "Kuća nije velika, ali što je bilo može biti već dobro za koji dan.",
        ["hu"] = "Ez a ház nem nagy, de van egy kert is, és az már szép.",
        ["id"] = "Rumah ini tidak besar tetapi saya dan mereka dapat tinggal di sini untuk lebih lama.",
        ["it"] = "La casa non è molto grande ma gli amici sono sempre nella sala.",
        ["ja"] = "この家は大きくない。",
        ["kn"] = "ಇದು ನನ್ನ ಮನೆ.",
        ["ko"] = "이것은 나의 집이다.",
        ["lt"] = "Šis namas yra mažas, bet jau buvo labai geras ir tai yra kad jis.",
        ["lv"] = "Šī māja nav liela, bet tā ir laba, un arī viņš kā tikai bija.",
        ["mk"] = "Оваа куќа е мала, но јас сум во неа со ќерка ми.",
        ["ml"] = "ഇത് എന്റെ വീടാണ്.",
        ["mr"] = "हे घर मोठे नाही पण मी इथे खूप आनंदी आहे.",
        ["ne"] = "यो घर धेरै ठूलो छैन तर म यहाँ खुसी छु।",
        ["nl"] = "Het huis is niet groot maar het heeft een tuin.",
        ["no"] = "Jeg har ikke sett ham etter at han kom fra huset, og nå skal vi også være der.",
        ["pa"] = "ਇਹ ਮੇਰਾ ਘਰ ਹੈ।",
        ["pl"] = "Ten dom nie jest duży, ale jest już tylko jego, oraz może być dla nich.",
        ["pt"] = "A casa não é muito grande, mas você também já está em casa.",
        ["ro"] = "Casa nu este mare, dar are și o grădină care este după lac.",
        ["ru"] = "Этот дом небольшой, но он мне очень нравится, и мы там были.",
        ["sk"] = "Tento dom nie je veľký, ale už som v ňom bol, ktorý sa mi páči aj keď sú tu.",
        ["sl"] = "Hiša ni velika, ampak lahko je tudi zelo lepa, ker je več let še kot nova.",
        ["so"] = "Guriga waa weyn yahay iyo waxaa ku nool dad, laakiin waa soo yara la ah.",
        ["sq"] = "Shtëpia nuk është e madhe, por kjo është edhe për një familje që ka një kopsht.",
        ["sv"] = "Jag har inte sett honom efter att han kom ut från huset, och nu ska vi också gå.",
        ["sw"] = "Nyumba hii si kubwa sana lakini watu wake ni wema, na pia yangu ni kama hiyo.",
        ["ta"] = "இது என் வீடு.",
        ["te"] = "ఇది నా ఇల్లు.",
        ["th"] = "นี่คือบ้านของฉัน",
        ["tl"] = "Ang bahay na ito ay hindi malaki pero may mga tao sa loob ng bahay.",
        ["tr"] = "Bu ev çok büyük değil ama bir bahçe var ve ben de olan her şey için daha.",
        ["uk"] = "Цей будинок невеликий, але він мені подобається, і ми є тут.",
        ["ur"] = "یہ گھر بہت بڑا نہیں ہے لیکن میں یہاں خوش ہوں۔",
        ["vi"] = "Ngôi nhà này không lớn nhưng tôi được ở đây với các bạn.",
        ["zh"] = "这间房子不大，但是我们很喜欢。",
        ["zh-cn"] = "这间房子不大，但是我们很喜欢。",
        ["zh-tw"] = "這間房子不大，但是我們很喜歡。",
    };
}

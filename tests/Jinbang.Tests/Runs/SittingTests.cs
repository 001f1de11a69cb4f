using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

public sealed class SittingTests
{
    private static readonly Sitting Sitting = new("sample", Language.English, Samples.Model(), "prompt");

    [Fact]
    public void Changing_how_a_model_is_shown_or_billed_keeps_the_sitting()
    {
        var shown = Samples.Model() with { Name = "other name", House = "x", Price = new Price(1, 2, "CNY", new DateOnly(2026, 1, 1), "list") };

        Assert.Equal(Sitting.Key, (Sitting with { Model = shown }).Key);
    }

    [Fact]
    public void Changing_what_a_reply_depends_on_makes_another_sitting()
    {
        Sitting[] others =
        [
            Sitting with { Exam = "other" },
            Sitting with { Language = Language.Chinese },
            Sitting with { PromptHash = "other" },
            Sitting with { Model = Sitting.Model with { Id = "other" } },
            Sitting with { Model = Sitting.Model with { Provider = "other" } },
            Sitting with { Model = Sitting.Model with { Temperature = 0 } },
            Sitting with { Model = Sitting.Model with { MaxOutputTokens = 7 } },
            Sitting with { Model = Sitting.Model with { ExtraFields = "{}" } },
            Sitting with { Model = Sitting.Model with { Thinking = true } },
            Sitting with { Model = Sitting.Model with { Thinking = false } },
            Sitting with { Model = Sitting.Model with { Thinking = false, ThinkingSwitch = new ThinkingSwitch(null, "{}") } },
        ];

        Assert.Equal(others.Length + 1, others.Append(Sitting).Select(sitting => sitting.Key).Distinct().Count());
    }
}

using Jinbang.Statistics.Items;

namespace Jinbang.Tests.Statistics.Items;

/// <summary>The numbers are NumPy's: S = [w[P[:,j]==l].sum() for l in range(4)], w = log((met+1)/(17-met+1))+log(3); the margin
/// S[rival]-S[key], the chance exp(S[key]-logaddexp.reduce(S)); picks and keys as below.</summary>
public sealed class KeyEvidenceTests
{
    private const int Models = 23;
    private const int Items = 17;

    [Theory]
    [InlineData(0, 0b10u, -31.313115436271005, 0.9999999999999574)]
    [InlineData(4, 0b1u, 23.30834103313756, 7.539030241175424e-11)]
    [InlineData(9, 0b100u, -26.19410818901251, 0.9999999999955378)]
    public void Strong_models_weigh_more(int item, uint rival, double margin, double chance)
    {
        var evidence = KeyEvidence.Of(Picks(1), Keys, [.. Keys.Select(_ => 4)])[item]!.Value;

        Assert.Equal(rival, evidence.Rival);
        Assert.Equal(margin, evidence.Margin, 1e-9);
        Assert.Equal(chance, evidence.KeyChance, 1e-9);
    }

    [Fact]
    public void Asking_the_same_again_is_no_further_evidence()
    {
        var (once, thrice) = (KeyEvidence.Of(Picks(1), Keys, [.. Keys.Select(_ => 4)]), KeyEvidence.Of(Picks(3), Keys, [.. Keys.Select(_ => 4)]));

        // Skills are a little better known, so the margins are near, not equal.
        Assert.All(once.Zip(thrice), pair => Assert.InRange(pair.Second!.Value.Margin, pair.First!.Value.Margin - 12, pair.First!.Value.Margin + 12));
        Assert.Equal(once.Select(item => item!.Value.Rival), thrice.Select(item => item!.Value.Rival));
    }

    [Fact]
    public void Without_options_or_picks_there_is_no_evidence()
    {
        var keys = Keys.ToArray();
        keys[3] = 0;
        Assert.Null(KeyEvidence.Of(Picks(1), keys, [.. keys.Select(_ => 4)])[3]);
        Assert.All(KeyEvidence.Of(new PickMatrix(Models, Items, 1), Keys, [.. Keys.Select(_ => 4)]), item => Assert.Null(item));
    }

    [Fact]
    public void Most_suspicious_is_what_strong_models_contradict_and_does_not_go_along()
    {
        var suspicion = Suspicion.Of([0.5, 0.4, -0.2, null], [-9, -8, 7, null]);

        Assert.Equal(2, Array.IndexOf(suspicion, suspicion.Max()));
        Assert.Equal(0, suspicion[3]);
        Assert.Equal([0, 0], Suspicion.Of([0.5, 0.5], [null, null]));
    }

    private static uint[] Keys => [.. Enumerable.Range(0, Items).Select(item => 1u << (item == 4 ? 1 : item % 4))];

    private static PickMatrix Picks(int repeats)
    {
        var picks = new PickMatrix(Models, Items, repeats);
        for (var model = 0; model < Models; model++)
        {
            for (var item = 0; item < Items; item++)
            {
                var right = (model * model * 7 + item * item * 5 + model * item * 3 + model) % 23 < model + item / 2 - (item == 4 ? 8 : 0);
                picks.Of(model, item).Fill(1u << (right ? item % 4 : (item + 1 + (model * 3 + item) % 3) % 4));
            }
        }

        return picks;
    }
}

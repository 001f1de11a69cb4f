using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

public sealed class SignInBrakeTests
{
    private readonly WallClock clock = new();

    [Fact]
    public void A_name_waits_longer_after_each_failure_and_a_minute_at_most()
    {
        var brake = new SignInBrake(clock);
        var waits = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            // From a new address each time, as from a rented crowd.
            var wait = brake.Begin("wang", $"198.51.100.{i}") ?? TimeSpan.Zero;
            waits.Add(wait.TotalSeconds);
            clock.Go(wait);
            Assert.True(wait == TimeSpan.Zero || brake.Begin("WANG", $"198.51.100.{i}") is null);
        }

        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60], waits);
        Assert.Null(brake.Begin("li", "198.51.100.1"));
    }

    [Fact]
    public void An_address_that_guesses_at_many_names_waits_and_others_do_not()
    {
        var brake = new SignInBrake(clock);
        for (var i = 0; i < 25; i++)
        {
            Assert.Null(brake.Begin($"name{i}", "192.0.2.1"));
        }

        Assert.NotNull(brake.Begin("wang", "192.0.2.1"));
        Assert.Null(brake.Begin("wang", "192.0.2.2"));
    }

    [Fact]
    public void Fifty_people_behind_one_address_who_know_their_passwords_never_wait()
    {
        var brake = new SignInBrake(clock);
        for (var i = 0; i < 500; i++)
        {
            Assert.Null(brake.Begin($"name{i % 50}", "192.0.2.1"));
            brake.Succeeded($"name{i % 50}", "192.0.2.1");
        }
    }
}

using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Whatever happens to those who share a run, the books are right. More seeds: JINBANG_SEEDS=300.</summary>
public sealed class ScheduleTests(SharedPostgres shared)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly int Seeds = int.TryParse(Environment.GetEnvironmentVariable("JINBANG_SEEDS"), out var seeds) ? seeds : 1;

    [Theory]
    [InlineData(2)]
    [InlineData(0.35)]
    public async Task Whatever_happens_books_cover_the_bill_caps_hold_and_nothing_is_left_unasked(double capShare)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var database = await SharingDatabase.CreateAsync(shared, Token);
            await using var run = new PlayedRun(database, seed, (decimal)capShare);
            try
            {
                await run.PlayAsync(Token);
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"Seed {seed}: {wrong.Message}\n{string.Join('\n', run.Events)}", wrong);
            }
        }
    }
}

using Jinbang.Runs;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>Keeps what the present reader and keys make of replies, so that they are not graded anew at every start: once boards are made, one
/// model's replies to one exam at a time, and only while nobody else writes the ledger.</summary>
/// <param name="open">The workspace.</param>
/// <param name="shelf">The boards.</param>
/// <param name="maker">Knows whose grades are not kept.</param>
/// <param name="time">The clock.</param>
internal sealed class GradeKeeping(OpenWorkspace open, BoardShelf shelf, BoardMaker maker, TimeProvider time) : BackgroundService
{
    // Other programs, marks and runs find the ledger free most of the time.
    private const int Rest = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken);
            foreach (var one in shelf.IsReady ? maker.Unkept : [])
            {
                var began = time.GetTimestamp();
                if (!await KeepAsync(one, stoppingToken))
                {
                    break;
                }

                await Task.Delay(time.GetElapsedTime(began) * Rest, time, stoppingToken);
            }
        }
    }

    /// <returns>Whether others can be kept.</returns>
    private async Task<bool> KeepAsync(UnkeptGrades unkept, CancellationToken cancellationToken)
    {
        try
        {
            if ((await open.ExamsAsync()).FirstOrDefault(entry => entry.Id == unkept.Exam && entry.Language == unkept.Language) is { } entry)
            {
                var exam = open.Read(entry);
                using var hold = open.TryHoldAlone();
                if (hold is null)
                {
                    return false;
                }

                await Answered.ReadAsync(open.Ledger, exam, model => model.Name == unkept.Model, keep: true, cancellationToken);
            }

            maker.Forget(unkept);
            return true;
        }
        catch (BadInputException)
        {
            // The boards page says what is wrong with an exam; its boards are told of again when it is mended.
            maker.Forget(unkept);
            return true;
        }
        catch (LedgerFaultException)
        {
            return false;
        }
    }
}

using Jinbang.Statistics;

namespace Jinbang.Boards.Published;

/// <summary>Reads boards that others published, in whichever known layout they are.</summary>
public static class PublishedReader
{
    private static readonly PublishedFormat[] All =
        [new SeedPage(), new FamilyPage(), new ScorePage(), new BoardJson(), new BoardCsv(), new ScoreCsv()];

    /// <summary>The boards of a text; empty when it holds none that is known.</summary>
    /// <exception cref="BadInputException">It is a board, but a line of it cannot be read.</exception>
    public static IReadOnlyList<PublishedBoard> Read(PublishedText text, PublishedSettings settings)
    {
        try
        {
            return All.FirstOrDefault(format => format.Recognises(text)) is { } format
                ? [.. format.Read(text, settings).Select(found => found with { Board = Told(found.Board, settings) })]
                : [];
        }
        catch (BadInputException fault)
        {
            throw new BadInputException(new($"{text.Name}: {fault.Problem.English}", $"{text.Name}：{fault.Problem.Chinese}"), fault);
        }
    }

    private static Board Told(Board board, PublishedSettings settings)
    {
        var questions = settings.Questions ?? board.Questions;
        return board with
        {
            Title = settings.Title ?? board.Title,
            Questions = questions,
            Rows = [.. board.Rows.Select(row => row with
            {
                PublishedBy = settings.Origin,
                State = row.Accuracy is null && row.State == ScoreState.Measured ? ScoreState.Unmeasured : row.State,
                AccuracyInterval = row.AccuracyInterval ?? IntervalOf(row.Accuracy, questions),
            })],
        };
    }

    /// <summary>Wilson's, as of our own rows: it asks for nothing but the share and the number of questions.</summary>
    private static Interval? IntervalOf(double? accuracy, int questions) =>
        accuracy is { } share && questions > 0 ? Intervals.Wilson(share * questions, questions, 0.95) : null;
}

using System.Globalization;
using Jinbang.Boards;
using Jinbang.Boards.Published;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>The boards that others published, as the ledger has them.</summary>
public sealed class PublishedShelf(Ledger ledger)
{
    /// <summary>The latest of each board that is called so, by its title, its files or the imported file; of all boards for null.</summary>
    public async Task<IReadOnlyList<Board>> FindAsync(string? name, CancellationToken cancellationToken)
    {
        var boards = new List<Board>();
        await foreach (var publication in ledger.PublicationsAsync(name, cancellationToken))
        {
            boards.Add(await AsideAsync(Read(publication), cancellationToken));
        }

        return boards.Count > 0 || name is null || Path.GetFileNameWithoutExtension(name) is var stem && stem == name
            ? boards
            : await FindAsync(stem, cancellationToken);
    }

    /// <summary>Keeps the boards of a file, each that is not there already.</summary>
    /// <param name="text">The file.</param>
    /// <param name="settings">What is known of it.</param>
    /// <param name="source">Where it was published; null for the file.</param>
    /// <param name="now">When it is imported.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The boards, as they will be shown, and what is new about each.</returns>
    /// <exception cref="BadInputException">The file is no board, or a line of it cannot be read.</exception>
    public async Task<IReadOnlyList<(Board Board, Phrase News)>> AddAsync(
        PublishedText text, PublishedSettings settings, string? source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var added = new List<(Board, Phrase)>();
        settings = settings with { Origin = Origin(source ?? text.Name, now) };
        foreach (var (content, board) in PublishedReader.Read(text, settings) is { Count: > 0 } found ? found : throw NoBoard(text.Name))
        {
            var publication = new Publication(board.Title, board.FileName, text.Name, content, now) { Source = source, Questions = settings.Questions, Score = settings.Score };
            var earlier = await ledger.PublicationsAsync(board.Title, cancellationToken).FirstOrDefaultAsync(known => known.Name == board.Title, cancellationToken);
            if (earlier is null || earlier with { ImportedAt = now } != publication)
            {
                await ledger.PublishAsync(publication, cancellationToken);
            }

            added.Add((await AsideAsync(board, cancellationToken), News(earlier, board)));
        }

        return added;
    }

    private static Board Read(Publication publication)
    {
        var settings = new PublishedSettings
        {
            Title = publication.Name,
            Questions = publication.Questions,
            Score = publication.Score,
            Origin = Origin(publication.Source ?? publication.File, publication.ImportedAt),
        };
        return PublishedReader.Read(new PublishedText(publication.File, publication.Content), settings) is [var found, ..] ? found.Board : throw NoBoard(publication.File);
    }

    /// <summary>The files of a published board never replace those of our own.</summary>
    private async Task<Board> AsideAsync(Board board, CancellationToken cancellationToken)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            if ((await ledger.SittingsAsync(board.FileName, language, cancellationToken)).Count > 0)
            {
                return board with { FileName = board.FileName + ".published" };
            }
        }

        return board;
    }

    private static Phrase News(Publication? earlier, Board now)
    {
        if (earlier is null)
        {
            var count = now.Rows.Count;
            return new($"{now.Title}: {count} {(count == 1 ? "model" : "models")} imported.", $"{now.Title}：已导入 {count} 个模型。");
        }

        var (day, change) = (Day(earlier.ImportedAt), PublishedChange.Between(Read(earlier), now).Told);
        return new(
            $"{now.Title}: stands before the import of {day}, which is kept; {change.English}.",
            $"{now.Title}：取代 {day} 导入的版本（旧版仍保留）；{change.Chinese}。");
    }

    private static string Origin(string source, DateTimeOffset day) => $"{source}, {Day(day)}";

    private static string Day(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static BadInputException NoBoard(string name) => new(new(
        $"{name} is neither a board that is known (a Markdown page with 类别|机构|大模型|【exam】准确率…, 排名|大模型|机构|输出价格|总分… or 类别|大模型|score|排名; a board's CSV or JSON; a CSV with a line a model) nor, without --exam, a log. Of a log, name the exam with --exam.",
        $"{name} 不是可识别的榜单（Markdown 页：类别|机构|大模型|【考试】准确率…、排名|大模型|机构|输出价格|总分…、类别|大模型|score|排名；榜单的 CSV 或 JSON；每行一个模型的 CSV）。如果是作答记录，请用 --exam 指定题库。"));
}

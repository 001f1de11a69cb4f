using Jinbang.Tests.House;

namespace Jinbang.Tests.Conformance;

/// <summary>A table of a documentation page that tests write, so that it cannot say what is not so.</summary>
/// <param name="page">The page's name.</param>
/// <param name="begin">The comment after which the table stands; an end comment follows it.</param>
internal sealed class GeneratedTable(string page, string begin)
{
    private const string End = "<!-- end -->";

    private readonly string path = Path.Combine(Sources.Root, "docs", page);

    /// <summary>Holds the page against the table, or writes it when JINBANG_WRITE_PROVIDERS is 1.</summary>
    public async Task ShowsAsync(string table, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length + 1;
        var to = text.IndexOf(End, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("JINBANG_WRITE_PROVIDERS") == "1")
        {
            await File.WriteAllTextAsync(path, text[..from] + table + text[to..], cancellationToken);
        }
        else
        {
            Assert.Equal(table, text[from..to]);
        }
    }
}

using System.Globalization;

namespace Jinbang.Boards.Sites;

/// <summary>Names for files, no two of them alike even where upper and lower case are the same.</summary>
internal sealed class SiteNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="titles">What is to be named; the order decides who has the plain name.</param>
    public SiteNames(IEnumerable<string> titles)
    {
        foreach (var title in titles.Distinct(StringComparer.Ordinal))
        {
            names[title] = Free(FileNames.For(title));
        }
    }

    /// <summary>A title's name, without folder and ending.</summary>
    public string this[string title] => names[title];

    private string Free(string name)
    {
        var free = name;
        for (var nth = 2; !taken.Add(free); nth++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{nth}");
        }

        return free;
    }
}

namespace Jinbang.Simulator.Houses;

/// <summary>All houses, read from the files in this program.</summary>
internal static class HouseList
{
    private const string Folder = "houses/";

    private static readonly Lazy<Dictionary<string, House>> Read = new(ReadAll);

    /// <summary>The plain house, which takes anything.</summary>
    public static House Plain => Read.Value["plain"];

    /// <summary>Those that have a mount of their own, by name.</summary>
    public static IEnumerable<House> Mounted => Read.Value.Values.Where(house => house.Pages.Count > 0).OrderBy(house => house.Name, StringComparer.Ordinal);

    private static Dictionary<string, House> ReadAll()
    {
        var houses = new Dictionary<string, House>();
        foreach (var file in typeof(HouseList).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (file.StartsWith(Folder, StringComparison.Ordinal))
            {
                _ = Take(file[Folder.Length..^".yaml".Length]);
            }
        }

        return houses;

        House Take(string name)
        {
            if (!houses.TryGetValue(name, out var house))
            {
                using var text = new StreamReader(typeof(HouseList).Assembly.GetManifestResourceStream($"{Folder}{name}.yaml")!);
                houses[name] = house = HouseFile.Read(text, name + ".yaml", Take);
            }

            return house;
        }
    }
}

using System.Globalization;

namespace Jinbang.Bench.Gallery;

/// <summary>An exam of word problems for primary school, with whole numbers that come out.</summary>
internal static class WordProblems
{
    private const int Count = 40;

    private static readonly Func<Random, (string Part, string Stem, int Key, string Why)>[] Kinds =
    [
        chance => (chance.Next(3, 9), chance.Next(12, 40), chance.Next(5, 12)) is var (boxes, each, given)
            ? ("整数", $"学校买来 {boxes} 箱练习本，每箱 {each} 本，分给一班 {boxes * each / given} 本后，还剩多少本？", boxes * each - boxes * each / given, $"{boxes}×{each}={boxes * each}，{boxes * each}−{boxes * each / given}={boxes * each - boxes * each / given}。") : default,
        chance => (chance.Next(4, 12) * 10, chance.Next(2, 6)) is var (speed, hours)
            ? ("行程", $"一辆汽车每小时行 {speed} 千米，另一辆每小时行 {speed + 20} 千米，两车从两地同时出发相向而行，{hours} 小时后相遇。两地相距多少千米？", (2 * speed + 20) * hours, $"({speed}+{speed + 20})×{hours}={(2 * speed + 20) * hours}。") : default,
        chance => (chance.Next(4, 15), chance.Next(3, 9)) is var (width, more)
            ? ("几何", $"一块长方形菜地，宽 {width} 米，长比宽多 {more} 米。给它围一圈篱笆，需要多少米？", 2 * (2 * width + more), $"长 {width + more} 米，周长 ({width}+{width + more})×2={2 * (2 * width + more)} 米。") : default,
        chance => (chance.Next(2, 20) * 40, chance.Next(6, 10)) is var (price, tenths)
            ? ("百分数", $"一件外套原价 {price} 元，打{"六七八九"[tenths - 6]}折出售。现价多少元？", price * tenths / 10, $"{price}×{tenths}0%={price * tenths / 10}。") : default,
        chance => (chance.Next(8, 20), chance.Next(2, 8)) is var (heads, rabbits)
            ? ("整数", $"笼子里有鸡和兔共 {heads} 只，脚共 {2 * heads + 2 * rabbits} 只。兔有多少只？", rabbits, $"假设全是鸡，脚有 {2 * heads} 只，少 {2 * rabbits} 只，{2 * rabbits}÷2={rabbits}。") : default,
    ];

    /// <summary>The exam in YAML.</summary>
    public static string Write()
    {
        var chance = new Random(7);
        return "exam: word-problems\ntitle: {zh: 小学数学应用题, en: Primary school word problems}\nlanguage: zh\nquestions:\n" + string.Concat(Enumerable.Range(1, Count).Select(number =>
        {
            var (part, stem, key, why) = Kinds[number % Kinds.Length](chance);
            return string.Create(CultureInfo.InvariantCulture, $"  - {{id: wp-{number:000}, kind: number, stratum: {part}, stem: \"{stem}\", key: {key}, explanation: \"{why}\"}}\n");
        }));
    }
}

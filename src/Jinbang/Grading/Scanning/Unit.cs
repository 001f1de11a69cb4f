namespace Jinbang.Grading.Scanning;

/// <summary>Units that can be turned into one another by a factor alone.</summary>
/// <param name="Symbol">How a reading writes it.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">How many of the dimension's first unit it is.</param>
internal sealed record Unit(string Symbol, string Dimension, decimal Factor)
{
    private const int LongestName = 20;

    private static readonly (Unit Unit, string[] Names)[] Known =
    [
        (new("m", "length", 1), ["m", "meter", "meters", "metre", "metres", "米", "公尺"]),
        (new("km", "length", 1000), ["km", "kilometer", "kilometers", "kilometre", "kilometres", "千米", "公里"]),
        (new("cm", "length", 0.01m), ["cm", "centimeter", "centimeters", "centimetre", "centimetres", "厘米", "公分"]),
        (new("mm", "length", 0.001m), ["mm", "millimeter", "millimeters", "millimetre", "millimetres", "毫米"]),
        (new("nm", "length", 0.000000001m), ["nm", "nanometer", "nanometers", "纳米"]),
        (new("kg", "mass", 1000), ["kg", "kilogram", "kilograms", "千克", "公斤"]),
        (new("g", "mass", 1), ["g", "gram", "grams", "克"]),
        (new("mg", "mass", 0.001m), ["mg", "milligram", "milligrams", "毫克"]),
        (new("t", "mass", 1000000), ["tonne", "tonnes", "吨"]),
        (new("s", "time", 1), ["s", "sec", "second", "seconds", "秒", "秒钟"]),
        (new("min", "time", 60), ["min", "mins", "minute", "minutes", "分钟"]),
        (new("h", "time", 3600), ["h", "hr", "hrs", "hour", "hours", "小时", "个小时"]),
        (new("d", "time", 86400), ["day", "days", "天"]),
        (new("ms", "time", 0.001m), ["ms", "millisecond", "milliseconds", "毫秒"]),
        (new("L", "volume", 1), ["L", "liter", "liters", "litre", "litres", "升"]),
        (new("mL", "volume", 0.001m), ["mL", "milliliter", "milliliters", "millilitre", "millilitres", "毫升"]),
        (new("m/s", "speed", 1), ["m/s", "meters per second", "metres per second", "米/秒", "米每秒"]),
        (new("km/h", "speed", 1000m / 3600m), ["km/h", "kph", "kmh", "kilometers per hour", "kilometres per hour", "千米/时", "公里/小时", "千米每小时", "千米/小时"]),
        (new("J", "energy", 1), ["J", "joule", "joules", "焦耳", "焦"]),
        (new("kJ", "energy", 1000), ["kJ", "kilojoule", "kilojoules", "千焦"]),
        (new("Pa", "pressure", 1), ["Pa", "pascal", "pascals", "帕", "帕斯卡"]),
        (new("kPa", "pressure", 1000), ["kPa", "kilopascal", "kilopascals", "千帕"]),
        (new("W", "power", 1), ["W", "watt", "watts", "瓦", "瓦特"]),
        (new("kW", "power", 1000), ["kW", "kilowatt", "kilowatts", "千瓦"]),
        (new("mol", "amount", 1), ["mol", "mole", "moles", "摩尔"]),
        (new("mmol", "amount", 0.001m), ["mmol", "millimole", "millimoles", "毫摩尔"]),
    ];

    private static readonly Dictionary<string, Unit> BySymbol = Known.ToDictionary(known => known.Unit.Symbol, known => known.Unit);

    // Single letters are told apart by their case: "m" is a metre, "M" is not.
    private static readonly Dictionary<string, Unit>.AlternateLookup<ReadOnlySpan<char>> ByName = Known
        .SelectMany(known => known.Names, (known, name) => (name, known.Unit))
        .ToDictionary(pair => pair.name, pair => pair.Unit, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The symbol of the unit that stands at a place; null when none does.</summary>
    public static string? At(ReadOnlySpan<char> text, int at, out int after)
    {
        foreach (var wrapper in (ReadOnlySpan<string>)["\\text{", "\\mathrm{", "\\,\\text{", "\\ \\text{", "\\,\\mathrm{", "\\ \\mathrm{", "~\\text{", "\\,", "\\ "])
        {
            if (text[at..].StartsWith(wrapper, StringComparison.Ordinal))
            {
                at = Marks.SkipBlanks(text, at + wrapper.Length);
                break;
            }
        }

        for (after = Math.Min(text.Length, at + LongestName); after > at; after--)
        {
            if (ByName.TryGetValue(text[at..after], out var unit) && Marks.IsWordEdge(text, after)
                && !(after < text.Length && text[after] is '/' or '^' or '·' or '²' or '³' or '每'))
            {
                after += after < text.Length && text[after] == '}' ? 1 : 0;
                return unit.Symbol;
            }
        }

        return null;
    }

    /// <summary>The unit that a whole text names, be it name or symbol; null when it is not known.</summary>
    public static Unit? Find(string? text) => text is not null && ByName.TryGetValue(text.Trim(), out var unit) ? unit : null;

    /// <summary>The unit with a symbol; null for another text.</summary>
    public static Unit? WithSymbol(string symbol) => BySymbol.GetValueOrDefault(symbol);
}

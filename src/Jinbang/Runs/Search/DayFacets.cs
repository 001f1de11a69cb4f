using System.Globalization;

namespace Jinbang.Runs.Search;

/// <summary>Days as words of the index: each with its month and its year, so that a long time is found by few words.</summary>
internal static class DayFacets
{
    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    /// <summary>What is written of a day.</summary>
    public static IEnumerable<string> Of(DateOnly day) => [Word(day, "yyyy"), Word(day, "yyyyMM"), Word(day, "yyyyMMdd")];

    /// <summary>What finds the days from one to another; null for no bound.</summary>
    public static IEnumerable<string> Within(DateOnly? from, DateOnly? to)
    {
        var (day, end) = (from > First ? from.Value : First, to < Last ? to.Value : Last);
        while (day <= end)
        {
            var (year, month) = (day.AddYears(1), day.AddMonths(1));
            var (form, next) = day is { Day: 1, Month: 1 } && year.AddDays(-1) <= end ? ("yyyy", year)
                : day.Day == 1 && month.AddDays(-1) <= end ? ("yyyyMM", month)
                : ("yyyyMMdd", day.AddDays(1));
            yield return Word(day, form);
            day = next;
        }
    }

    private static string Word(DateOnly day, string form) => Facet.OfTime(day.ToString(form, CultureInfo.InvariantCulture));
}

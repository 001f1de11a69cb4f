using System.Globalization;
using Jinbang.Runs.Search;

namespace Jinbang.Tests.Runs.Search;

public sealed class DayFacetsTests
{
    [Theory]
    [InlineData("2026-11-26", "2026-11-26", "20261126")]
    [InlineData("2026-10-30", "2026-12-01", "20261030|20261031|202611|20261201")]
    [InlineData("2024-12-31", "2027-01-31", "20241231|2025|2026|202701")]
    [InlineData("2026-11-26", "2026-11-25", "")]
    public void A_time_is_found_by_whole_years_whole_months_and_days(string from, string to, string words) =>
        Assert.Equal(words, string.Join('|', DayFacets.Within(Day(from), Day(to)).Select(word => word[2..])));

    [Fact]
    public void A_day_has_just_one_word_in_common_with_every_time_that_it_is_in()
    {
        var (first, day) = (new DateOnly(2023, 11, 17), new DateOnly(2025, 2, 28));
        foreach (var length in Enumerable.Range(0, 900))
        {
            var (from, to) = (first, first.AddDays(length));
            Assert.Equal(from <= day && day <= to ? 1 : 0, DayFacets.Within(from, to).Intersect(DayFacets.Of(day)).Count());
        }
    }

    [Fact]
    public void A_time_without_a_bound_is_found_by_few_words() => Assert.InRange(DayFacets.Within(null, null).Count(), 100, 120);

    private static DateOnly Day(string written) => DateOnly.Parse(written, CultureInfo.InvariantCulture);
}

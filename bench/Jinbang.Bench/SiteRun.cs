using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>Fifty readers while a run of the site goes on, and whether an answer was lost.</summary>
/// <param name="client">Asks the site.</param>
/// <param name="endpoint">The simulator's.</param>
/// <param name="model">The model that is asked.</param>
internal sealed class SiteRun(HttpClient client, string endpoint, string model)
{
    private const int Glances = 20;

    /// <summary>Starts a run, lets them read, and waits for its end.</summary>
    /// <param name="readers">Who reads.</param>
    /// <param name="exams">The exams whose boards they read.</param>
    /// <param name="fresh">The exams that are asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ShowAsync(SiteReaders readers, List<string> exams, IReadOnlyList<string> fresh, CancellationToken cancellationToken)
    {
        var (before, ordered) = (await SentAsync(cancellationToken), TimeProvider.System.GetTimestamp());
        var id = await StartAsync(fresh, cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        Console.WriteLine(FormattableString.Invariant($"planned and begun in {TimeProvider.System.GetElapsedTime(ordered, began).TotalSeconds:F1} s"));
        string[] pages = ["/boards", "/boards/Total", "/cases", "/cases?q=con*", $"/runs/{id}", "/boards/" + fresh[0]];
        await readers.ShowAsync(
            "any exam's board, during a run", SiteReaders.Many, round => "/boards/" + exams[round * 7 % exams.Count], SiteReaders.Glance, Glances, cancellationToken);
        await ShowRateAsync(id, began, cancellationToken);
        await readers.ShowAsync("any page, during a run", SiteReaders.Many, round => pages[round % pages.Length], SiteReaders.Glance, Glances, cancellationToken);
        var end = await ShowRateAsync(id, began, cancellationToken);
        while (end.GetProperty("isAtWork").GetBoolean())
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            end = await LookAsync(id, cancellationToken);
        }

        var sent = await SentAsync(cancellationToken) - before;
        var view = end.GetProperty("view");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"the run ended as {end.GetProperty("state")}: {view.GetProperty("asked")} of {view.GetProperty("planned")} answers kept, {sent} sent by the simulator; {readers.Megabytes:F0} MB"));
    }

    private async Task<string> StartAsync(IReadOnlyList<string> exams, CancellationToken cancellationToken)
    {
        var order = new { exams, models = new[] { model }, budget = 1000 };
        using var planned = await client.PostAsJsonAsync("/api/runs/plan", order, cancellationToken);
        var plan = await planned.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        using var started = await client.PostAsJsonAsync("/api/runs", new { order, plan = plan.GetProperty("hash").GetString() }, cancellationToken);
        return (await started.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> ShowRateAsync(string id, long began, CancellationToken cancellationToken)
    {
        var look = await LookAsync(id, cancellationToken);
        var (asked, seconds) = (look.GetProperty("view").GetProperty("asked").GetInt32(), TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {seconds:F0} s {asked} answers, {asked / seconds:F0} a second, {look.GetProperty("state")}"));
        return look;
    }

    private Task<JsonElement> LookAsync(string id, CancellationToken cancellationToken) => client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", cancellationToken);

    private async Task<long> SentAsync(CancellationToken cancellationToken) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri(new Uri(endpoint), "/stats"), cancellationToken)).GetProperty("replies").GetInt64();
}

using Microsoft.AspNetCore.WebUtilities;

namespace Jinbang.Web.Layout;

/// <summary>The addresses of pages about things that have names.</summary>
internal static class Addresses
{
    // Paths keep an encoded slash as it was sent, since it parts nothing.
    private const string Slash = "%2F";

    /// <summary>A model's page.</summary>
    public static string Model(string name) => "/models/" + Uri.EscapeDataString(name);

    /// <summary>An exam's page.</summary>
    public static string Exam(string name) => "/exams/" + Uri.EscapeDataString(name);

    /// <summary>A board's page.</summary>
    public static string Board(string name) => "/boards/" + Uri.EscapeDataString(name);

    /// <summary>A question's page.</summary>
    public static string Question(string exam, string question) => $"{Exam(exam)}/questions/{Uri.EscapeDataString(question)}";

    /// <summary>The name that a part of a path stands for.</summary>
    public static string Name(string? part) => (part ?? "").Replace(Slash, "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same address with another value of a query's field.</summary>
    /// <param name="here">The path with its query.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value; null for none.</param>
    public static string With(string here, string field, string? value)
    {
        var parts = here.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1)).Where(pair => pair.Key != field)
            .SelectMany(pair => pair.Value, (pair, one) => KeyValuePair.Create(pair.Key, one));
        return QueryHelpers.AddQueryString(parts[0], value is null ? query : query.Append(KeyValuePair.Create(field, (string?)value)));
    }
}

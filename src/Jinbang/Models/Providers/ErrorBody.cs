using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jinbang.Models.Providers;

/// <summary>What a provider says of an error, in any of the spellings that providers use.</summary>
/// <param name="Message">Its words; empty when it gave none.</param>
/// <param name="Code">Its code and type, in one text; empty when it gave none.</param>
internal sealed record ErrorBody(string Message, string Code)
{
    private const double MostSeconds = 86_400;

    private static readonly string[] Messages = ["message", "msg", "error_msg", "status_msg", "detail"];
    private static readonly string[] Codes = ["code", "type", "error_code", "status_code", "status", "reason"];

    /// <summary>How long it asks to wait, where it says so in the body; null when it does not.</summary>
    /// <remarks>google.rpc.RetryInfo's <c>retryDelay</c>, such as "34s" (google.aip.dev/193).</remarks>
    public TimeSpan? RetryAfter { get; init; }

    public static ErrorBody Silent { get; } = new("", "");

    /// <summary>Whether the words or, when told to, only the code hold one of the given ones.</summary>
    public bool Says(IEnumerable<string> words, bool codeOnly) => words.Any(word =>
        Code.Contains(word, StringComparison.OrdinalIgnoreCase)
        || (!codeOnly && Message.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Reads a body that is known to tell of an error; plain text is taken as it is, a page is not.</summary>
    public static ErrorBody Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Find(body) ?? Silent;
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body.Span).Trim();
            return text.StartsWith('<') ? Silent : new ErrorBody(text, "");
        }
    }

    /// <summary>The error that a JSON body tells of, or null when it tells of none.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static ErrorBody? Find(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
        {
            root = root[0];
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var told = Member(root, "error") ?? Member(root, "base_resp");
        var error = told switch
        {
            null => new ErrorBody(Words(root, Messages), Words(root, Codes)),
            { ValueKind: JsonValueKind.Object } inner => new(Words(inner, Messages), $"{Words(inner, Codes)} {Words(root, Codes)} {Quotas(inner)}".Trim())
            {
                RetryAfter = Details(inner).Select(detail => Member(detail, "retryDelay")).OfType<JsonElement>().Select(Seconds).FirstOrDefault(),
            },
            { } inner => new(Text(inner), Words(root, Codes)),
        };
        return error.Message.Length > 0 || (told is not null && error.Code.Length > 0) ? error : null;
    }

    private static string Words(JsonElement parent, string[] names) =>
        string.Join(' ', names.Select(name => Member(parent, name)).OfType<JsonElement>().Select(Text));

    // The quotas that were used up, as google.rpc.QuotaFailure names them.
    private static string Quotas(JsonElement error) => string.Join(' ', Details(error)
        .SelectMany(detail => Objects(Member(detail, "violations")))
        .Select(violation => Member(violation, "quotaId")).OfType<JsonElement>().Select(Text));

    private static IEnumerable<JsonElement> Details(JsonElement error) => Objects(Member(error, "details"));

    private static IEnumerable<JsonElement> Objects(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } items
        ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
        : [];

    private static TimeSpan? Seconds(JsonElement delay) =>
        double.TryParse(Text(delay).TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string Text(JsonElement element)
    {
        try
        {
            return element.ToString();
        }
        catch (InvalidOperationException)
        {
            return ""; // broken text
        }
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}

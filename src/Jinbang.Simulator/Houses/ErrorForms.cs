using System.Text;
using System.Text.Json;

namespace Jinbang.Simulator.Houses;

/// <summary>How a house tells of errors.</summary>
/// <param name="Template">The body as JSON, in which "{message}", "{type}", "{code}" and "{field}" are strings or null, and the same
/// within a longer string or without quotation marks, as {status} may be, stand for the text alone.</param>
/// <param name="Forms">The particulars by trouble; troubles that are not told apart are left out.</param>
internal sealed record ErrorForms(string Template, IReadOnlyDictionary<Trouble, ErrorForm> Forms)
{
    private static readonly Dictionary<Trouble, Trouble> Wider = new()
    {
        [Trouble.MissingField] = Trouble.BadRequest,
        [Trouble.UnknownField] = Trouble.BadRequest,
        [Trouble.UnsupportedField] = Trouble.BadRequest,
        [Trouble.WrongType] = Trouble.BadRequest,
        [Trouble.OutOfRange] = Trouble.BadRequest,
        [Trouble.TooLarge] = Trouble.BadRequest,
        [Trouble.TooLong] = Trouble.BadRequest,
        [Trouble.Filtered] = Trouble.BadRequest,
        [Trouble.NoKey] = Trouble.BadKey,
        [Trouble.NoQuota] = Trouble.RateLimited,
        [Trouble.UnknownModel] = Trouble.BadRequest,
        [Trouble.Overloaded] = Trouble.ServerError,
        [Trouble.RateLimited] = Trouble.BadRequest,
        [Trouble.BadKey] = Trouble.BadRequest,
        [Trouble.ServerError] = Trouble.BadRequest,
    };

    /// <summary>Whether the house has a form for the very trouble.</summary>
    public bool Knows(Trouble trouble) => Forms.ContainsKey(trouble);

    /// <summary>The status and body of a refusal.</summary>
    public (int Status, ReadOnlyMemory<byte> Body) Of(Problem problem)
    {
        var form = Form(problem.Trouble);
        var message = (form.Message ?? "{message}")
            .Replace("{message}", problem.Message, StringComparison.Ordinal)
            .Replace("{field}", problem.Field, StringComparison.Ordinal);
        var body = Filled(form.Body ?? Template, "type", form.Type);
        body = Filled(body, "code", form.Code);
        body = Filled(body, "field", problem.Field);
        body = Filled(body, "status", (problem.Status ?? form.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return (problem.Status ?? form.Status, Encoding.UTF8.GetBytes(Filled(body, "message", message)));
    }

    private ErrorForm Form(Trouble trouble)
    {
        ErrorForm? form;
        while (!Forms.TryGetValue(trouble, out form))
        {
            trouble = Wider[trouble];
        }

        return form;
    }

    private static string Filled(string template, string name, string? value) => template
        .Replace($"\"{{{name}}}\"", value is null ? "null" : JsonSerializer.Serialize(value, JsonBytes.Readable), StringComparison.Ordinal)
        .Replace($"{{{name}}}", value is null ? null : JsonEncodedText.Encode(value, JsonBytes.Readable.Encoder).ToString(), StringComparison.Ordinal);
}

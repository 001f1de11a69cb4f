using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinbang.Models.Providers;

/// <summary>Takes a key out of what its server says: servers echo it, and replies are kept.</summary>
/// <remarks>Looked for are the key itself, case aside, as addresses, pages and JSON write it, and in Base64 whatever stands
/// around it. A key
/// of less than eight characters is a placeholder for servers that take any, and its letters may stand in any reply.</remarks>
public sealed class Redaction
{
    private const int ShortestKey = 8;
    private const string Mark = "[key]";

    private readonly string[] forms;
    private readonly SearchValues<string> search;
    private readonly int longest;

    /// <param name="key">The key; null when there is none.</param>
    public Redaction(string? key)
    {
        forms = key is { Length: >= ShortestKey } ? [.. FormsOf(key).Distinct()] : [];
        search = SearchValues.Create(forms, StringComparison.OrdinalIgnoreCase);
        longest = forms.Select(form => form.Length).DefaultIfEmpty(1).Max();
    }

    /// <summary>The text with a mark in place of the key.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Of(string? text) => text is null || !Finds(text)
        ? text
        : forms.Aggregate(text, (rest, form) => rest.Replace(form, Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text holds the key.</summary>
    public bool Finds(string text) => forms.Length > 0 && text.AsSpan().ContainsAny(search);

    /// <summary>How many letters at the end of the text may be the beginning of the key.</summary>
    internal int HeldBack(string text)
    {
        for (var length = Math.Min(text.Length, longest - 1); length > 0; length--)
        {
            var end = text[^length..];
            if (forms.Any(form => form.Length > length && form.StartsWith(end, StringComparison.OrdinalIgnoreCase)))
            {
                return length;
            }
        }

        return 0;
    }

    private static IEnumerable<string> FormsOf(string key)
    {
        yield return key;
        yield return Uri.EscapeDataString(key);
        yield return WebUtility.HtmlEncode(key);
        yield return JsonEncodedText.Encode(key).ToString();
        yield return JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        for (var before = 0; before < 3; before++)
        {
            var encoded = Encoded(key, before);
            yield return encoded;
            yield return encoded.Replace('+', '-').Replace('/', '_');
        }
    }

    // Base64 turns three bytes into four letters, so what stands before a key shifts it in one of three ways; the letters
    // that it shares with its neighbours are left out.
    private static string Encoded(string key, int before)
    {
        var bytes = Encoding.ASCII.GetBytes(new string(' ', before) + key);
        var first = before == 0 ? 0 : before + 1;
        var last = bytes.Length * 8 / 6;
        return Convert.ToBase64String(bytes)[first..last];
    }
}

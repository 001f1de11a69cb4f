using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Jinbang.Boards.Pages;

/// <summary>A page under way, in both languages. What somebody else wrote can only come in as a text or as an attribute's
/// value, and both are encoded here; names of elements and attributes are this program's own.</summary>
/// <param name="language">The language that is shown at first.</param>
public sealed class Html(Language language)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder page = new();

    /// <summary>The language that is shown at first.</summary>
    public Language Language { get; } = language;

    /// <summary>Whether it is in that language only: then it need not be switched, and is half as long.</summary>
    public bool IsInOneLanguage { get; init; }

    /// <summary>The addresses of models' own pages; null where they have none.</summary>
    public Func<string, string>? Models { get; set; }

    /// <summary>Attributes for a label in both languages; the page's script turns it when the language is changed.</summary>
    /// <param name="attribute">Which attribute is to hold it; "text" for the element's own text.</param>
    /// <param name="label">The label.</param>
    public (string Name, string? Value)[] Said(string attribute, Phrase label) =>
    [
        ("data-say", attribute), ("data-zh", label.Chinese), ("data-en", label.English),
        .. attribute == "text" ? [] : new (string, string?)[] { (attribute, label.In(Language)) },
    ];

    /// <summary>Opens an element. Attributes whose value is null are left out.</summary>
    public HtmlElement In(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        return new HtmlElement(this, element);
    }

    /// <summary>An element that has no content.</summary>
    public Html Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(element, attributes);

    /// <summary>An element with a text.</summary>
    public Html Add(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes).Text(text).Close(element);
        return this;
    }

    /// <summary>An element with a text in both languages.</summary>
    public Html Add(string element, Phrase text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes).Say(text).Close(element);
        return this;
    }

    /// <summary>A text.</summary>
    public Html Text(string text)
    {
        page.Append(Encoder.Encode(text));
        return this;
    }

    /// <summary>A text in both languages, of which one is seen; in neither where both are the same.</summary>
    public Html Say(Phrase text) => IsInOneLanguage || text.English == text.Chinese
        ? Text(text.In(Language))
        : Add("span", text.Chinese, ("class", "zh"), ("lang", "zh-Hans")).Add("span", text.English, ("class", "en"), ("lang", "en"));

    /// <summary>Markup of this program's own: a style sheet, a script, a picture.</summary>
    public Html Own(string markup)
    {
        page.Append(markup);
        return this;
    }

    /// <summary>Ends an element.</summary>
    public Html Close(string element)
    {
        page.Append("</").Append(element).Append('>');
        return Break(element);
    }

    /// <inheritdoc/>
    public override string ToString() => page.ToString();

    private Html Open(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                page.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
            }
        }

        page.Append('>');
        return this;
    }

    /// <summary>Lines end where blanks mean nothing, so that pages can be compared line by line.</summary>
    private Html Break(string element)
    {
        page.Append(element is "tr" or "p" or "li" or "div" or "section" or "details" or "dd" or "h1" or "h2" or "h3" or "thead" or "table" or "head" or "style" or "script"
            ? "\n" : "");
        return this;
    }
}

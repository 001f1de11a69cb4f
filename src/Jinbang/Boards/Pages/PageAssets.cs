using System.Security.Cryptography;
using System.Text;
using Jinbang.Boards.Charts;

namespace Jinbang.Boards.Pages;

/// <summary>The style sheet and the script that pages carry within themselves.</summary>
public static class PageAssets
{
    public static string Style { get; } = Read("page.css") + $$"""
        :root { {{Theme.Light.Css}} }
        @media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { {{Theme.Dark.Css}} } }
        @media screen { :root[data-theme=dark] { {{Theme.Dark.Css}} } }

        """;

    public static string Script { get; } = Read("page.js");

    /// <summary>What a page may do: show itself and run this one script; nothing is fetched from anywhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>A picture of this program's own as it stands within a page.</summary>
    public static string Markup(MemoryStream svg) => Encoding.UTF8.GetString(svg.GetBuffer().AsSpan(0, (int)svg.Length));

    private static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Read(string name)
    {
        using var file = typeof(PageAssets).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}

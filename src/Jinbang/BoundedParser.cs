using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Jinbang;

/// <summary>Passes YAML events on, but refuses aliases (which can unfold without end) and deep nesting.</summary>
internal sealed class BoundedParser(IParser inner) : IParser
{
    private const int MaxDepth = 16;
    private int depth;

    /// <inheritdoc/>
    public ParsingEvent? Current => inner.Current;

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is not YAML, or out of bounds.</exception>
    public static YamlStream Load(TextReader text)
    {
        var (stream, parser) = (new YamlStream(), new BoundedParser(new Parser(text)));
        try
        {
            stream.Load(parser);
            return stream;
        }
        catch (ArgumentException fault)
        {
            // On some broken input a parser tells of ends that had no beginning.
            var here = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(here, here, "it cannot be understood here", fault);
        }
    }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (!Advance())
        {
            return false;
        }

        depth += inner.Current!.NestingIncrease;
        return inner.Current switch
        {
            AnchorAlias alias => throw new YamlException(alias.Start, alias.End, "aliases (*name) are not allowed; write the text out"),
            { } here when depth > MaxDepth => throw new YamlException(here.Start, here.End, $"nested deeper than {MaxDepth} levels"),
            _ => true,
        };
    }

    // On some broken input the scanner trips over itself instead of reporting it.
    private bool Advance()
    {
        try
        {
            return inner.MoveNext();
        }
        catch (Exception error) when (error is not (YamlException or OutOfMemoryException))
        {
            var after = inner.Current?.End ?? Mark.Empty;
            throw new YamlException(after, after, "it cannot be understood from here on", error);
        }
    }
}

namespace Jinbang.Boards.Charts;

/// <summary>The colours of pictures. Hues are Okabe and Ito's for eyes that confuse colours, darkened or lightened until
/// marks have a contrast of 3:1 and texts of 4.5:1 to what is behind them (WCAG 2).</summary>
public sealed class Theme
{
    private readonly Func<Tone, string> colours;

    private Theme(string mark, Func<Tone, string> colours) => (Mark, this.colours) = (mark, colours);

    /// <summary>Dark on white.</summary>
    public static Theme Light { get; } = new("", tone => Pair(tone).Light);

    /// <summary>Light on nearly black.</summary>
    public static Theme Dark { get; } = new(".dark", tone => Pair(tone).Dark);

    /// <summary>Custom properties of CSS, such as <c>var(--picture-ink)</c>, for SVG within a page, which tells them with
    /// <see cref="Css"/> and changes them as it likes.</summary>
    public static Theme Variables { get; } = new("", tone => $"var({Property(tone)})");

    /// <summary>What a picture's file name has before its extension: nothing, or <c>.dark</c>.</summary>
    public string Mark { get; }

    /// <summary>The declarations that give <see cref="Variables"/> the colours of this theme, for a rule of a style sheet.</summary>
    public string Css => string.Concat(Enum.GetValues<Tone>().Where(tone => tone != Tone.None).Select(tone => $"{Property(tone)}:{Of(tone)};"));

    /// <summary>The colour in the notation of SVG.</summary>
    internal string Of(Tone tone) => tone == Tone.None ? "none" : colours(tone);

    private static string Property(Tone tone) => "--picture-" + tone.ToString().ToLowerInvariant();

    private static (string Light, string Dark) Pair(Tone tone) => tone switch
    {
        Tone.None => ("none", "none"),
        Tone.Paper => ("#ffffff", "#10161d"),
        Tone.Stripe => ("#f3f6f9", "#19222c"),
        Tone.Grid => ("#dfe5ea", "#2b3743"),
        Tone.Faint => ("#5b6774", "#a3b0bd"),
        Tone.Ink => ("#1f2933", "#e6ebf0"),
        Tone.Commercial => ("#0072b2", "#56b4e9"),
        Tone.Open => ("#b86a00", "#e69f00"),
        Tone.Unknown => ("#77828e", "#8d99a6"),
        Tone.CommercialPale => ("#c6dff0", "#1f4259"),
        Tone.OpenPale => ("#f5dcb8", "#57430f"),
        Tone.UnknownPale => ("#dde2e7", "#37424d"),
        Tone.Accent => ("#00805e", "#2fc79b"),
        Tone.Alarm => ("#c44f00", "#ff8a45"),
        Tone.Series1 => ("#0072b2", "#56b4e9"),
        Tone.Series2 => ("#d55e00", "#e69f00"),
        Tone.Series3 => ("#00805e", "#2fc79b"),
        Tone.Series4 => ("#a8558a", "#d68fb9"),
        Tone.Series5 => ("#8a6d00", "#f0e442"),
        Tone.Series6 => ("#1f2933", "#e6ebf0"),
        Tone.Heat1 => ("#edf3f9", "#17222e"),
        Tone.Heat2 => ("#cfe0f0", "#1c3347"),
        Tone.Heat3 => ("#a9c8e4", "#214862"),
        Tone.Heat4 => ("#7fadd6", "#2a6187"),
        Tone.Heat5 => ("#2f74ad", "#4f9bc8"),
        Tone.Heat6 => ("#1c5a8d", "#83bfe2"),
        Tone.Heat7 => ("#0d3f69", "#bfe0f4"),
    };
}

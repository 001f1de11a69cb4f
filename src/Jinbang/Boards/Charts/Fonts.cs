using System.Text;
using SkiaSharp;

namespace Jinbang.Boards.Charts;

/// <summary>Finds fonts that have the characters a picture needs. Faces are opened by file, since the Skia that needs no
/// system library sees none of the installed fonts and would leave texts out without a word.</summary>
/// <param name="places">Font files, which come first, and folders, which are searched with all below them.</param>
public sealed class Fonts(IReadOnlyList<string> places)
{
    // On a machine with thousands of fonts, those without a known name are not worth opening one by one.
    private const int MostOpened = 64;

    private const int MostFaces = 16;

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>The fonts of this machine.</summary>
    /// <param name="file">A font file to prefer, as a user names it in JINBANG_FONT; null for none.</param>
    /// <param name="folders">Further folders, such as <c>node_modules/@expo-google-fonts/noto-sans-sc</c>.</param>
    /// <exception cref="BadInputException"><paramref name="file"/> is not a font.</exception>
    public static Fonts OfMachine(string? file, params IReadOnlyList<string> folders)
    {
        if (string.IsNullOrEmpty(file))
        {
            return new Fonts([.. SystemFolders(), .. folders]);
        }

        using var face = SKTypeface.FromFile(file) ?? throw new BadInputException(new(
            $"The font {file} (JINBANG_FONT) cannot be read; name a .ttf, .otf or .ttc file.",
            $"无法读取字体 {file}（JINBANG_FONT）；请给出 .ttf、.otf 或 .ttc 文件。"));
        return new Fonts([file, .. SystemFolders(), .. folders]);
    }

    /// <summary>Faces that have every character of the text: one where one has them all, else as few as come to hand.</summary>
    /// <exception cref="BadInputException">Some character is in no font.</exception>
    internal FontFaces Covering(string text)
    {
        var missing = text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).ToHashSet();
        var chosen = new List<SKFont>();
        foreach (var font in Files().Take(MostOpened).Select(Open).OfType<SKFont>())
        {
            var before = missing.Count;
            missing.RemoveWhere(rune => font.ContainsGlyph(rune.Value));
            if (missing.Count < before)
            {
                chosen.Add(font);
            }

            if (missing.Count == 0)
            {
                return new FontFaces(chosen);
            }
        }

        throw Lacking(missing);
    }

    private IEnumerable<string> Files() => places.Where(File.Exists).Concat(places
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", Deep))
        .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
        .OrderBy(file => FontNames.Order(Path.GetFileNameWithoutExtension(file)))
        .ThenBy(file => file, StringComparer.Ordinal));

    // Collections hold a face for each region; the Simplified Chinese one draws its own forms of shared ideographs.
    private static SKFont? Open(string file)
    {
        var faces = Enumerable.Range(0, MostFaces).Select(i => SKTypeface.FromFile(file, i)).TakeWhile(face => face is not null);
        var first = faces.FirstOrDefault();
        return first is null ? null : new SKFont(faces.FirstOrDefault(IsSimplified, first))
        {
            Edging = SKFontEdging.Antialias,
            Subpixel = true,
            Hinting = SKFontHinting.None,
        };
    }

    private static bool IsSimplified(SKTypeface face) => face.FamilyName.Split(' ').Contains("SC");

    private static IEnumerable<string> SystemFolders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return
        [
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            Path.Combine(home, ".fonts"),
            Path.Combine(home, ".local/share/fonts"),
            "/System/Library/Fonts",
            "/Library/Fonts",
            Path.Combine(home, "Library/Fonts"),
            Environment.ExpandEnvironmentVariables(@"%WINDIR%\Fonts"),
            Environment.ExpandEnvironmentVariables(@"%LOCALAPPDATA%\Microsoft\Windows\Fonts"),
        ];
    }

    private static BadInputException Lacking(HashSet<Rune> missing)
    {
        var some = string.Concat(missing.Take(10)) + (missing.Count > 10 ? "…" : "");
        return new BadInputException(new(
            $"No font covers {some}, so the picture was not drawn. Install one (on Debian and Ubuntu, as root: apt-get install fonts-noto-cjk; "
            + "or: npm install @expo-google-fonts/noto-sans-sc) or name a font file in JINBANG_FONT.",
            $"没有字体能显示 {some}，因此未生成图片。请安装字体（Debian/Ubuntu 以 root 执行：apt-get install fonts-noto-cjk；"
            + "或：npm install @expo-google-fonts/noto-sans-sc），或用 JINBANG_FONT 指定字体文件。"));
    }
}

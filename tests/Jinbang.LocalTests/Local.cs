using Jinbang.Models;

namespace Jinbang.LocalTests;

/// <summary>The plug-ins as the build placed them, and questions to ask.</summary>
internal static class Local
{
    public static PluginFolder Plugins { get; } = new(Path.Combine(AppContext.BaseDirectory, "plugins"));

    public static LocalSettings Settings { get; } = new(TimeProvider.System);

    public static Prompt Choose(string stem, params string[] options) => new(
        stem, stem, [.. options.Select((option, i) => new Choice(((char)('A' + i)).ToString(), option))], MayChooseSeveral: false);
}

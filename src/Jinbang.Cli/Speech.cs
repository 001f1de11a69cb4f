using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace Jinbang.Cli;

/// <summary>Which language the program speaks.</summary>
internal static class Speech
{
    /// <summary>By <c>--lang</c>, else the environment's locale, else English. Also what the command line library speaks.</summary>
    /// <exception cref="BadInputException">The language asked for is neither zh nor en.</exception>
    public static Language Choose(string[] args)
    {
        var language = Told(args) ?? Languages.Spoken(Environment.GetEnvironmentVariable);
        if (language == Language.Chinese)
        {
            CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("zh-Hans");
            AssemblyLoadContext.Default.Resolving += LoadChineseTexts;
        }

        return language;
    }

    /// <summary>Without ICU the runtime writes the culture zh-HANS, and so does not find the folder zh-Hans.</summary>
    private static Assembly? LoadChineseTexts(AssemblyLoadContext context, AssemblyName name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "zh-Hans", name.Name + ".dll");
        return name.CultureName == "zh-HANS" && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    private static Language? Told(string[] args)
    {
        var at = Array.FindIndex(args, arg => arg == "--lang" || arg.StartsWith("--lang=", StringComparison.Ordinal));
        return at < 0 ? null
            : args[at].Length > "--lang".Length ? Languages.Parse(args[at]["--lang=".Length..])
            : at + 1 < args.Length ? Languages.Parse(args[at + 1])
            : null;
    }
}

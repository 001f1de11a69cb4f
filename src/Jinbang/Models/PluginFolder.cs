using System.Collections.Concurrent;

namespace Jinbang.Models;

/// <summary>
/// The folder that local models are loaded from, a sub-folder a plug-in, so that each has its packages to itself:
/// <c>Jinbang.Gguf/Jinbang.Gguf.dll</c> serves <c>gguf:</c>.
/// </summary>
public sealed class PluginFolder(string folder)
{
    private readonly ConcurrentDictionary<string, LocalModels> loaded = new();

    /// <summary>The kinds of local models that there are plug-ins for.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["embedded", "gguf"];

    /// <summary>Whether a specifier names a local model, such as <c>embedded:minilm</c> or <c>gguf:model.gguf</c>.</summary>
    public static bool Serves(string specifier) => Schemes.Contains(SchemeOf(specifier));

    /// <summary>The name of the assembly, and of its sub-folder, that serves a specifier.</summary>
    public static string AssemblyFor(string specifier)
    {
        var scheme = SchemeOf(specifier);
        return $"Jinbang.{char.ToUpperInvariant(scheme[0])}{scheme[1..]}";
    }

    /// <summary>Makes the model of a specifier ready to be asked.</summary>
    /// <exception cref="BadInputException">The plug-in is absent or broken, or it has no such model.</exception>
    public Examinee Open(string specifier, LocalSettings settings)
    {
        var scheme = SchemeOf(specifier);
        return Load(scheme).Open(specifier[Math.Min(scheme.Length + 1, specifier.Length)..], settings);
    }

    /// <summary>The plug-in of a scheme, loaded once into a context of its own.</summary>
    /// <exception cref="BadInputException">There is no such scheme, or its plug-in is absent or broken.</exception>
    public LocalModels Load(string scheme) => loaded.GetOrAdd(scheme, LoadFrom, folder);

    private static LocalModels LoadFrom(string scheme, string folder)
    {
        if (!Schemes.Contains(scheme))
        {
            var known = string.Join(", ", Schemes);
            throw new BadInputException(new(
                $"\"{scheme}\" is no kind of local model; the kinds are {known}.",
                $"没有“{scheme}”这类本地模型；可用的有 {known}。"));
        }

        var name = AssemblyFor(scheme);
        var home = Path.GetFullPath(Path.Combine(folder, name));
        var file = Path.Combine(home, name + ".dll");
        return File.Exists(file) ? Create(file) : throw new BadInputException(new(
            $"The plug-in for {scheme} models is not at {file}. Get it with: dotnet publish src/{name} -o \"{home}\"",
            $"未找到 {scheme} 模型的插件 {file}。获取方法：dotnet publish src/{name} -o \"{home}\""));
    }

    private static LocalModels Create(string file)
    {
        try
        {
            var assembly = new PluginLoadContext(file).LoadFromAssemblyPath(file);
            var type = assembly.GetExportedTypes().Single(typeof(LocalModels).IsAssignableFrom);
            return (LocalModels)Activator.CreateInstance(type)!;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or TypeLoadException
            or MemberAccessException or InvalidOperationException)
        {
            throw new BadInputException(new(
                $"{file} is no plug-in of this version of Jinbang ({e.Message}); publish it anew.",
                $"{file} 不是本版本 Jinbang 的插件（{e.Message}）；请重新发布。"), e);
        }
    }

    private static string SchemeOf(string specifier) => specifier.Split(':', 2)[0];
}

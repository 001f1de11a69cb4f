using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.AI;

namespace Jinbang.Models;

/// <summary>Keeps a plug-in's own packages to itself, while the types it shares with the host are the host's.</summary>
internal sealed class PluginLoadContext(string assemblyPath)
    : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assemblyPath))
{
    private static readonly Assembly[] Shared = [typeof(LocalModels).Assembly, typeof(IChatClient).Assembly];

    private readonly AssemblyDependencyResolver resolver = new(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.FirstOrDefault(shared => shared.GetName().Name == assemblyName.Name) is { } shared)
        {
            return shared;
        }

        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>Local models' packages are large, so their plug-ins are built on first use, and only then.</summary>
/// <param name="tell">Is told that it takes a while.</param>
public sealed class Plugins(Action<Phrase> tell)
{
    private readonly string home = Environment.GetEnvironmentVariable("JINBANG_PLUGINS")
        ?? Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>The folder that serves a local model, with the plug-in for it where it can be built.</summary>
    /// <exception cref="BadInputException">The build failed.</exception>
    /// <exception cref="ManagedEditionNeededException">This edition cannot load plug-ins.</exception>
    public async Task<PluginFolder> FolderForAsync(string specifier, CancellationToken cancellationToken)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new ManagedEditionNeededException();
        }

        var folder = new PluginFolder(home);
        var name = PluginFolder.AssemblyFor(specifier);
        if (!File.Exists(Path.Combine(home, name, name + ".dll")) && Surroundings.Checkout() is { } checkout)
        {
            await BuildAsync(Path.Combine(checkout, "src", name), Path.Combine(home, name), cancellationToken);
        }

        return folder;
    }

    private async Task BuildAsync(string project, string target, CancellationToken cancellationToken)
    {
        tell(new("Preparing local models (once) …", "正在准备本地模型（仅一次）……"));
        using var build = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", project, "-c", "Release", "--use-current-runtime", "--self-contained", "false", "-o", target },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(
            build.StandardOutput.ReadToEndAsync(cancellationToken), build.StandardError.ReadToEndAsync(cancellationToken));
        await build.WaitForExitAsync(cancellationToken);
        if (build.ExitCode != 0)
        {
            var last = string.Join('\n', string.Concat(said).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(5));
            throw new BadInputException(new(
                $"{project} could not be built:\n{last}", $"无法构建 {project}：\n{last}"));
        }
    }
}

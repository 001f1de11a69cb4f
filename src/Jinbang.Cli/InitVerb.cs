using System.CommandLine;
using System.Reflection;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang init</c>: writes a commented <c>jinbang.yaml</c>.</summary>
internal static class InitVerb
{
    private const string Schema = "jinbang.schema.json";

    public static Command Build(Terminal terminal)
    {
        var command = terminal.Command(
            "init",
            "Write a commented jinbang.yaml into this folder.",
            "在当前目录写一份带注释的 jinbang.yaml。");
        command.SetAction(_ => Write(terminal, Environment.CurrentDirectory));
        return command;
    }

    /// <exception cref="BadInputException">The folder has a file already; it is left alone.</exception>
    private static int Write(Terminal terminal, string folder)
    {
        var file = Path.Combine(folder, Workspace.FileName);
        if (File.Exists(file))
        {
            throw new BadInputException(new(
                $"{file} exists already and was left alone.", $"{file} 已存在，未作改动。"));
        }

        Copy(Schema, Path.Combine(WritableFolder.Make(Path.Combine(folder, ".jinbang")), Schema));
        Copy($"jinbang.{terminal.Language.Code()}.yaml", file);
        terminal.Tell(new(
            $"Wrote {Workspace.FileName}. Edit it, then: jinbang run", $"已写入 {Workspace.FileName}。编辑后运行：jinbang run"));
        return ExitCode.Done;
    }

    private static void Copy(string resource, string file)
    {
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var to = File.Create(file);
        from.CopyTo(to);
    }
}

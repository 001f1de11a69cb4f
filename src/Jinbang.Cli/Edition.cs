using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Jinbang.Cli;

/// <summary>The program comes in two editions: machine code, which starts at once, and one for the .NET runtime, which lies
/// beside it and can load plug-ins.</summary>
internal static partial class Edition
{
    /// <summary>Whether this is the edition in machine code.</summary>
    public static bool IsMachineCode { get; } = !RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>Starts anew as the edition for the runtime, in this very process; returns only when that fails.</summary>
    /// <exception cref="BadInputException">There is no such edition, or no runtime.</exception>
    public static void BecomeManaged(string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "jinbang-cli.dll");
        Become(program, args);
        throw new BadInputException(new(
            $"This needs the .NET runtime and {program}, and they cannot be started.",
            $"此操作需要 .NET 运行时与 {program}，但无法启动。"));
    }

    /// <summary>Starts a program for the runtime in this very process, so that signals reach it; returns only when that fails.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="args">Its command line.</param>
    public static void Become(string program, IEnumerable<string> args) => Execute("dotnet", ["dotnet", program, .. args, null]);

    /// <summary>Sets an environment variable for what this process becomes.</summary>
    public static void Hand(string variable, string value) => Set(variable, value, overwrite: 1);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "execvp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string file, string?[] arguments);
}

using System.Runtime.InteropServices;

namespace Jinbang.Cli;

/// <summary>Makes another program of this process, so that whoever waits for it and sends it signals need not know.</summary>
internal static partial class ProcessImage
{
    /// <summary>Becomes a program for the runtime; returns only when that fails.</summary>
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

using System.Runtime.CompilerServices;

namespace Jinbang.Cli;

/// <summary>The program comes in two editions: machine code, which starts at once, and one for the .NET runtime, which lies
/// beside it and can load plug-ins.</summary>
internal static class Edition
{
    /// <summary>Whether this is the edition in machine code.</summary>
    public static bool IsMachineCode { get; } = !RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>Starts anew as the edition for the runtime, in this very process; returns only when that fails.</summary>
    /// <exception cref="BadInputException">There is no such edition, or no runtime.</exception>
    public static void BecomeManaged(string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "jinbang-cli.dll");
        ProcessImage.Become(program, args);
        throw new BadInputException(new(
            $"This needs the .NET runtime and {program}, and they cannot be started.",
            $"此操作需要 .NET 运行时与 {program}，但无法启动。"));
    }
}

using Jinbang.Tests.House;

namespace Jinbang.Tests.EndToEnd;

public sealed class LauncherTests
{
    /// <remarks>The launcher goes on with the edition for the runtime when machine code cannot be made, so that nobody else would notice.</remarks>
    [Fact]
    public void Where_a_C_compiler_is_there_the_program_is_machine_code()
    {
        var compilers = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "gcc", "clang" }.Select(name => Path.Combine(folder, name)));
        Assert.SkipUnless(OperatingSystem.IsLinux() && compilers.Any(File.Exists), "No C compiler is here, and none is needed.");

        Assert.True(File.Exists(Path.Combine(Sources.Root, "out", "jinbang", "jinbang-native")), "out/build.log says why there is none.");
    }
}

using System.Diagnostics;
using System.Text;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

/// <summary>Passwords typed at a real terminal, which script (util-linux) makes.</summary>
public sealed class PasswordPromptTests : IDisposable
{
    private const string Script = "/usr/bin/script";

    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-typed-").FullName;

    private string Users => Path.Combine(folder, "users.yaml");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // The terminal shows letters until the program waits for one: nobody types so fast, but a busy machine may be slow.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)];

    [Fact]
    public async Task A_typed_password_is_asked_for_twice_and_never_shown()
    {
        var (code, screen) = (0, "correct");
        foreach (var pause in Pauses.TakeWhile(_ => screen.Contains("correct", StringComparison.Ordinal)))
        {
            File.Delete(Users);
            (code, screen) = await TypeAsync(pause, "correct horsx\u007fe battery", "correct horse battery");
        }

        Assert.True(code == 0, screen);
        Assert.Contains("wang may sign in as reader", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("correct", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("battery", screen, StringComparison.Ordinal);
        Assert.True(Passwords.Fits(UsersFile.Read(Users).Single().Password, "correct horse battery"));
    }

    [Fact]
    public async Task Passwords_that_differ_change_nothing()
    {
        var (code, screen) = await TypeAsync(Pauses[0], "correct horse battery", "correct horse batterie");

        Assert.Equal(2, code);
        Assert.Contains("differ", screen, StringComparison.Ordinal);
        Assert.False(File.Exists(Users));
    }

    /// <summary>Types each line a while after it is asked for.</summary>
    private async Task<(int Code, string Screen)> TypeAsync(TimeSpan pause, params string[] lines)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Script), "script (util-linux) is not here.");
        var command = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "jinbang-web.dll")}' --lang en --users '{Users}' --add-user wang --role reader";
        using var process = Process.Start(new ProcessStartInfo(Script, ["-qec", command, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var (screen, buffer, typed) = (new StringBuilder(), new char[1024], 0);
        for (var count = await process.StandardOutput.ReadAsync(buffer, patience.Token); count > 0; count = await process.StandardOutput.ReadAsync(buffer, patience.Token))
        {
            screen.Append(buffer, 0, count);
            if (typed < lines.Length && screen.ToString().Split(": ").Length > typed + 1)
            {
                await Task.Delay(pause, TimeProvider.System, patience.Token);
                await process.StandardInput.WriteAsync((lines[typed++] + "\r").AsMemory(), patience.Token);
                await process.StandardInput.FlushAsync(patience.Token);
            }
        }

        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, screen.ToString());
    }
}

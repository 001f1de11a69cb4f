using System.Runtime.Versioning;
using Jinbang.Models;

namespace Jinbang.Tests.Models;

public sealed class SecretsTests : IDisposable
{
    private static readonly Provider Hosted = new("p", new Uri("https://p.example/v1")) { KeyVariable = "P_KEY", NeedsKey = true };
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("P_KEY=abc", "abc")]
    [InlineData("# mine\n\n export P_KEY = \"a=b c\"", null)]
    [InlineData("export P_KEY='a=b'\r\n", "a=b")]
    public void Keys_come_from_a_file_of_lines(string text, string? key)
    {
        Write(text);
        var secrets = Secrets.Read(new Dictionary<string, string> { ["P_KEY"] = " " }, file);
        if (key is null)
        {
            var thrown = Assert.Throws<BadInputException>(() => secrets.KeyOf(Hosted));
            Assert.DoesNotContain("a=b", thrown.ToString(), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(key, secrets.KeyOf(Hosted));
        Assert.DoesNotContain(key, secrets.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_outweighs_the_file()
    {
        Write("P_KEY=file");
        Assert.Equal("env", Secrets.Read(new Dictionary<string, string> { ["P_KEY"] = "env\n" }, file).KeyOf(Hosted));
    }

    [Fact]
    public void The_first_file_that_has_a_key_outweighs_those_after_it()
    {
        Write("P_KEY=named\nQ_KEY=");
        var env = Path.GetTempFileName();
        try
        {
            File.WriteAllText(env, "P_KEY=env\nQ_KEY=q");
            var secrets = Secrets.Read(new Dictionary<string, string>(), file, env);

            Assert.Equal("named", secrets.KeyOf(Hosted));
            Assert.Equal("q", secrets.KeyOf(Hosted with { KeyVariable = "Q_KEY" }));
        }
        finally
        {
            File.Delete(env);
        }
    }

    [Fact]
    public void A_missing_key_is_told_by_its_variable_unless_none_is_needed()
    {
        var none = Secrets.Read(new Dictionary<string, string>());
        Assert.False(none.Suffice(Hosted));
        Assert.Contains("P_KEY", Assert.Throws<BadInputException>(() => none.KeyOf(Hosted)).Message, StringComparison.Ordinal);
        Assert.Null(none.KeyOf(Hosted with { NeedsKey = false }));
        Assert.Null(none.KeyOf(Hosted with { NeedsKey = false, KeyVariable = null }));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such bits.");
        Write("P_KEY=hidden");
        foreach (var open in new[] { UnixFileMode.GroupRead, UnixFileMode.OtherRead })
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | open);
            var thrown = Assert.Throws<BadInputException>(() => Secrets.Read(new Dictionary<string, string>(), file));
            Assert.Contains("chmod 600", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("P_KEY=a\nsk-hidden")]
    [InlineData("P_KEY=a\n=sk-hidden")]
    public void A_line_of_another_form_is_told_without_its_text(string text)
    {
        Write(text);
        var thrown = Assert.Throws<BadInputException>(() => Secrets.Read(new Dictionary<string, string>(), file));
        Assert.Contains("line 2", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", thrown.ToString(), StringComparison.Ordinal);
    }

    private void Write(string text)
    {
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}

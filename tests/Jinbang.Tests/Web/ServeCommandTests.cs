using Jinbang.Web;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

public sealed class ServeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-users-").FullName;

    private string Users => Path.Combine(folder, "users.yaml");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_user_is_added_changed_and_removed_and_the_password_is_kept_as_a_hash_alone()
    {
        Assert.Equal(0, (await RunAsync("correct horse battery\n", "--add-user", "小王", "--role", "runner")).Code);
        var added = UsersFile.Read(Users).Single();
        var text = await File.ReadAllTextAsync(Users, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunAsync("another long password\n", "--add-user", "小王")).Code);
        var changed = UsersFile.Read(Users).Single();
        Assert.Equal(0, (await RunAsync("", "--remove-user", "小王")).Code);

        Assert.Equal(("小王", "runner"), (added.Name, added.Role));
        Assert.DoesNotContain("horse", text, StringComparison.Ordinal);
        Assert.True(Passwords.Fits(added.Password, "correct horse battery"));
        Assert.True(Passwords.Fits(changed.Password, "another long password"));
        Assert.False(Passwords.Fits(changed.Password, "correct horse battery"));
        Assert.NotEqual(added.Stamp, changed.Stamp);
        Assert.Empty(UsersFile.Read(Users));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Users));
        }
    }

    [Theory]
    [InlineData("short\n", "12 to 256", "--add-user", "wang", "--role", "reader")]
    [InlineData("correct horse battery\n", "role", "--add-user", "wang")]
    [InlineData("correct horse battery\n", "cannot be a user's name", "--add-user", "a\nb", "--role", "reader")]
    [InlineData("", "no user", "--remove-user", "wang")]
    [InlineData("", "not an address", "--public", "--address", "everywhere")]
    [InlineData("", "plain HTTP", "--public")]
    [InlineData("", "--public", "--address", "0.0.0.0")]
    [InlineData("", "cannot be used", "--public", "--certificate", "missing.pfx")]
    public async Task What_cannot_be_done_is_said(string typed, string said, params string[] words)
    {
        var (code, errors) = await RunAsync(typed, words);

        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("users:\n  - {name: a, role: king, password: x}\n", "line 2")]
    [InlineData("users:\n  - {name: a, role: reader, password: secret-words}\n", "--add-user")]
    [InlineData("users:\n  - {name: a, rank: reader}\n", "'rank'")]
    public void A_wrong_line_of_the_users_file_is_named_and_no_password_repeated(string text, string said)
    {
        UsersFile.Write(Users, []);
        File.WriteAllText(Users, text);

        var fault = Assert.Throws<BadInputException>(() => UsersFile.Read(Users));

        Assert.Contains(said, fault.Problem.English, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-words", fault.Problem.English, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Errors)> RunAsync(string typed, params string[] words)
    {
        using var input = new StringReader(typed);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await new ServeCommand(input, output, errors, TimeProvider.System).RunAsync(["--lang", "en", "--port", "0", "--users", Users, .. words]);
        return (code, errors.ToString());
    }
}
